/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison in a sentence or two. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/** vr_report_dup_row_count: Returns: (transfer full): "2 moved and edited"; translated. */
char *vr_report_dup_row_count (VrRowKind kind, gulong n) G_GNUC_WARN_UNUSED_RESULT;

/**
 * VrHeadline: the figures of a headline, for those who keep them without the comparison.
 * @n_rows: all rows
 * @n_old: paragraphs of the old article
 * @n_changed: how many of them changed
 * @n_added: paragraphs that only the new article has
 */
typedef struct
{
  guint n_rows;
  guint n_old;
  guint n_changed;
  guint n_added;
} VrHeadline;

VrHeadline vr_report_get_headline (const VrComparison *comparison);

/** vr_headline_to_string: Returns: (transfer full): as vr_report_dup_headline() */
char *vr_headline_to_string (const VrHeadline *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_dup_headline:
 *
 * Returns: (transfer full): the summary without its kinds, e.g. "2 of 21 paragraphs changed, 42
 *   added"; translated
 */
char *vr_report_dup_headline (const VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_dup_summary:
 *
 * Returns: (transfer full): how much differs, for people, e.g. "2 of 21 paragraphs changed:
 *   1 edited, 1 moved; 42 added."; translated
 */
char *vr_report_dup_summary (const VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

/** VrChangedWords: how many words were removed, added and moved, for those who keep the figures
 * without the comparison. */
typedef struct
{
  guint64 removed;
  guint64 added;
  guint64 moved;
} VrChangedWords;

VrChangedWords vr_report_get_changed_words (const VrComparison *comparison);

/** vr_changed_words_to_string: Returns: (transfer full) (nullable): as
 * vr_report_dup_words_summary() */
char *vr_changed_words_to_string (const VrChangedWords *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_dup_words_summary:
 *
 * Returns: (transfer full) (nullable): the same for words, e.g. "3 words removed, 5 words
 *   added."; translated; %NULL where none changed or moved
 */
char *vr_report_dup_words_summary (const VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_dup_quiet_summary:
 *
 * Returns: (transfer full) (nullable): how many differences compare equal, e.g. "3 quiet
 *   differences: 2 typographic, 1 of white space."; translated; %NULL where there are none
 */
char *vr_report_dup_quiet_summary (const VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_dup_critical_summary:
 *
 * Returns: (transfer full) (nullable): how many critical changes there are, e.g. "3 critical
 *   changes: 2 numbers, 1 negation."; translated; %NULL where there are none
 */
char *vr_report_dup_critical_summary (const VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_dup_excerpt:
 *
 * Returns: (transfer full): the beginning of its first paragraph, at most @max_cells wide,
 *   cut between words where it can be, with an ellipsis
 */
char *vr_report_dup_excerpt (VrSlice text, guint max_cells) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
