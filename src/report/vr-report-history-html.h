/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All versions of an article as one HTML file that needs nothing else. */
#pragma once

#include "vr-output.h"
#include "vr-progress.h"
#include "vr-report-history.h"

G_BEGIN_DECLS

/**
 * vr_report_history_html_write:
 * @progress, @cancellable: (nullable)
 *
 * A timeline, drawn, and what changed at each step.  It ends with its manifest: what the versions
 * are, and the sum of the whole file, as vr_report_seal_write() has it.  A stopped one fails with
 * ECANCELED.
 */
void vr_report_history_html_write (const VrReportHistory *history, const VrProgress *progress,
                                   GCancellable *cancellable, VrOutput *output);

G_END_DECLS
