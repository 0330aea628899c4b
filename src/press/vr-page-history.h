/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blocks of a history: what all versions are of, and what each of them changed. */
#pragma once

#include "vr-report-history.h"

G_BEGIN_DECLS

/** vr_page_history_dup_heading: Returns: (transfer full): what stands above every page on @side:
 * what the archive calls the article, and its headline */
char *vr_page_history_dup_heading (const VrReportHistory *history,
                                   VrSide side) G_GNUC_WARN_UNUSED_RESULT;

/** vr_page_history_dup_step: Returns: (transfer full): "Version 3 · 2014-04-16 18:30:00 UTC+02:00",
 * for headings and the outline; translated */
char *vr_page_history_dup_step (const VrReportStep *step) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
