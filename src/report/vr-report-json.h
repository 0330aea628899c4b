/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as one JSON object, data/variorum-comparison-1.schema.json. */
#pragma once

#include "vr-json-writer.h"
#include "vr-report.h"

G_BEGIN_DECLS

/** vr_report_json_write: streams; a context leaves rows out of "rows" and nothing else. */
void vr_report_json_write (const VrComparison *comparison, const VrReportOptions *options,
                           VrOutput *output);

/** vr_report_json_write_engine: which program, with which data, compared: an object. */
void vr_report_json_write_engine (VrJsonWriter *json);

/** vr_report_json_write_rows: all rows: a list. */
void vr_report_json_write_rows (VrJsonWriter *json, const VrComparison *comparison);

/** vr_report_json_write_summary: the figures: an object. */
void vr_report_json_write_summary (VrJsonWriter *json, const VrComparison *comparison);

G_END_DECLS
