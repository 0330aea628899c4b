/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a history, drawn: how many words each version changed. */
#pragma once

#include "vr-output.h"
#include "vr-report-history.h"

G_BEGIN_DECLS

/** vr_report_history_chart_write: an SVG image inside of HTML, with its words: what was added
 * stands above the line, what was removed below it.  Of more versions than a bar each could be seen
 * of, neighbours share one. */
void vr_report_history_chart_write (const VrReportHistory *history, VrOutput *output);

G_END_DECLS
