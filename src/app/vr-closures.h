/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pure formatting: values in, words out.  Nothing here knows a widget. */
#pragma once

#include "vr-comparison.h"
#include "vr-report-summary.h"

G_BEGIN_DECLS

/** vr_closure_brief_headline: Returns: (transfer full): what vr_headline_to_string() says, as short
 * as a telephone's header wants it. */
char *vr_closure_brief_headline (const VrHeadline *headline) G_GNUC_WARN_UNUSED_RESULT;

/** vr_closure_headline_figures: Returns: (transfer full): "10/16", where there is no room for more.
 */
char *vr_closure_headline_figures (const VrHeadline *headline) G_GNUC_WARN_UNUSED_RESULT;

/** vr_closure_summary: Returns: (transfer full): rows by kind, in a line, which may break between
 * two counts only. */
char *vr_closure_summary (const VrSummary *summary) G_GNUC_WARN_UNUSED_RESULT;

/** vr_closure_critical: Returns: (transfer full): "3 critical". */
char *vr_closure_critical (guint n) G_GNUC_WARN_UNUSED_RESULT;

/** vr_closure_quiet: Returns: (transfer full): "5 quiet". */
char *vr_closure_quiet (guint n) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_closure_position:
 * @current: the change stood on, from 1, or 0 for none
 *
 * Returns: (transfer full): "3 of 12"
 */
char *vr_closure_position (guint current, guint n_changes) G_GNUC_WARN_UNUSED_RESULT;

/** vr_closure_noted: Returns: (transfer full): "2 notes". */
char *vr_closure_noted (guint n) G_GNUC_WARN_UNUSED_RESULT;

/** vr_closure_decided: Returns: (transfer full): "2 decided by you". */
char *vr_closure_decided (guint n) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_closure_moved_sentence:
 * @number: of the paragraph that has the other end, from 1; 0 where it is the same one
 * @is_gone: whether it is said where the sentence left, else where it stands now
 *
 * Returns: (transfer full): "This sentence moved to paragraph 7"
 */
char *vr_closure_moved_sentence (guint number, gboolean is_gone) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_closure_fold:
 * @n: paragraphs that are left out
 * @n_changed: how many of them changed
 * @n_furniture: lines of page furniture besides; there is at least one of either
 *
 * Returns: (transfer full): what a fold stands for: "12 paragraphs the same"
 */
char *vr_closure_fold (guint n, guint n_changed, guint n_furniture) G_GNUC_WARN_UNUSED_RESULT;

/** vr_closure_furniture: Returns: (transfer full): "9 lines of page furniture". */
char *vr_closure_furniture (guint n) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_closure_fold_label:
 * @words: as vr_closure_fold()
 *
 * Returns: (transfer full): what assistive technology says of a fold
 */
char *vr_closure_fold_label (const char *words, gboolean is_open) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_closure_side:
 * @file_name: (nullable): NULL where the title above says it already
 *
 * Returns: (transfer full): file name, encoding and what was replaced
 */
char *vr_closure_side (const char *file_name, const char *encoding,
                       guint n_replaced) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
