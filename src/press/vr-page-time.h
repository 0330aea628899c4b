/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a version is from, for people of any language. */
#pragma once

#include "vr-report-info.h"

G_BEGIN_DECLS

/** vr_page_dup_time: @info: (nullable).  Returns: (transfer full) (nullable): "2026-11-22 12:30
 * +01:00", as it was told; %NULL where it was not */
char *vr_page_dup_time (const VrReportInfo *info, VrSide side) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
