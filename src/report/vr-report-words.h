/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison in words, a line a row: what a screen reader says in the window. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/**
 * vr_report_dup_fate:
 * @spans: (nullable): by side, which bytes of the row's text are meant; %NULL for all
 *
 * Returns: (transfer full): what became of row @row, e.g. "edited, 1 word changed; critical: number
 *   changed from “5.0” to “50”"; translated
 */
char *vr_report_dup_fate (const VrComparison *comparison, guint row,
                          const VrSpan *spans) G_GNUC_WARN_UNUSED_RESULT;

/** vr_report_dup_whole_fate: the same, and whether the reader paired it by hand. */
char *vr_report_dup_whole_fate (const VrComparison *comparison, guint row,
                                const VrSpan *spans) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_dup_line:
 * @place: of @comparison
 * @spans: as for vr_report_dup_fate()
 *
 * Returns: (transfer full): the paragraph's number, its fate, the first words that differ, its
 *   text: "Paragraph 2, edited, 1 word changed (removed “Monday”, added “Tuesday”): Mayor …"
 */
char *vr_report_dup_line (const VrComparison *comparison, VrPlace place,
                          const VrSpan *spans) G_GNUC_WARN_UNUSED_RESULT;

/** vr_report_list_changes: Returns: (transfer full) (element-type utf8): the line of each change,
 * as vr_report_dup_line() has it; the first @max ones */
GPtrArray *vr_report_list_changes (const VrComparison *comparison,
                                   guint max) G_GNUC_WARN_UNUSED_RESULT;

/** vr_report_count_words: runs of text between white space that have a letter or a digit. */
guint vr_report_count_words (VrSlice text);

/** vr_report_words_write: a VrReportFunc. */
void vr_report_words_write (const VrComparison *comparison, const VrReportOptions *options,
                            VrOutput *output);

G_END_DECLS
