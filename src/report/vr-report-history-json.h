/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All versions of an article as one JSON object, data/variorum-history-1.schema.json. */
#pragma once

#include "vr-report-history.h"

G_BEGIN_DECLS

/** vr_report_history_json_write: a VrReportHistoryFunc; the manifest is its last member. */
void vr_report_history_json_write (const VrReportHistory *history, const VrProgress *progress,
                                   GCancellable *cancellable, VrOutput *output);

G_END_DECLS
