/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as one JSON object, data/variorum-comparison-1.schema.json. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/** vr_report_json_write: streams; a context leaves rows out of "rows" and nothing else. */
void vr_report_json_write (const VrComparison *comparison, const VrReportOptions *options,
                           VrOutput *output);

G_END_DECLS
