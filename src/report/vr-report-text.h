/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison for a terminal: side by side where it is wide enough, else inline. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/** VR_REPORT_TEXT_SIDES_WIDTH: from here two columns hold about eight words of prose each. */
#define VR_REPORT_TEXT_SIDES_WIDTH 100

/** VR_REPORT_TEXT_MIN_WIDTH: narrower asks are taken as this. */
#define VR_REPORT_TEXT_MIN_WIDTH 20

/** vr_report_text_write: ends in a summary sentence; see VrReportOptions for width and colour. */
void vr_report_text_write (const VrComparison *comparison, const VrReportOptions *options,
                           VrOutput *output);

G_END_DECLS
