/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days as people count them. */
#include "vr-days.h"

static GDate
find_day (GDateTime *time)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)g_date_time_get_day_of_month (time),
                  (GDateMonth)g_date_time_get_month (time), (GDateYear)g_date_time_get_year (time));

  return date;
}

int
vr_days_between (GDateTime *then, GDateTime *now)
{
  GDate day_then = find_day (then);
  GDate day_now = find_day (now);

  return g_date_days_between (&day_then, &day_now);
}
