/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as a PDF file. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/** vr_report_pdf_write: a VrReportFunc: side by side on the locale's paper that lies, or inline on
 * one that stands. */
void vr_report_pdf_write (const VrComparison *comparison, const VrReportOptions *options,
                          VrOutput *output);

G_END_DECLS
