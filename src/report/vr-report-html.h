/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as one HTML file that needs nothing else: no script, no network. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/** vr_report_html_write: a VrReportFunc; streams.  The reader chooses between both texts side by
 * side and one text; the options' layout says which one it opens with. */
void vr_report_html_write (const VrComparison *comparison, const VrReportOptions *options,
                           VrOutput *output);

G_END_DECLS
