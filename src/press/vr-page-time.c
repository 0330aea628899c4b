/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a version is from, for people of any language. */
#include "vr-page-time.h"

char *
vr_page_dup_time (const VrReportInfo *info, VrSide side)
{
  const char *told = info != NULL ? info->witnesses[side].time : NULL;
  g_autoptr (GDateTime) time = told != NULL ? g_date_time_new_from_iso8601 (told, NULL) : NULL;

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M %:z") : g_strdup (told);
}
