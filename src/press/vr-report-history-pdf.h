/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All versions of an article as a PDF file. */
#pragma once

#include "vr-report-history.h"

G_BEGIN_DECLS

/** vr_report_history_pdf_write: a VrReportHistoryFunc: on the locale's paper, upright. */
void vr_report_history_pdf_write (const VrReportHistory *history, const VrProgress *progress,
                                  GCancellable *cancellable, VrOutput *output);

G_END_DECLS
