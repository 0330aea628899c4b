/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reasons and decisions in words: pure formatting, as in vr-closures.h. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/** vr_explanation_place: Returns: (transfer full): which paragraphs a row has, a line a side. */
char *vr_explanation_place (const VrRow *row) G_GNUC_WARN_UNUSED_RESULT;

/** vr_explanation_sureness: Returns: vr_sureness_of() in a word: "Likely"; static. */
const char *vr_explanation_sureness (double score);

/** vr_explanation_percent: Returns: (transfer full): "97%"; 100% is said of all only. */
char *vr_explanation_percent (double share) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_explanation_added:
 * @log_odds: what a term added
 *
 * Returns: (transfer full): "+2.3", "−0.4"
 */
char *vr_explanation_added (double log_odds) G_GNUC_WARN_UNUSED_RESULT;

/** vr_explanation_pair: Returns: (transfer full): two paragraphs, from 0: "4 and 7". */
char *vr_explanation_pair (guint32 old_index, guint32 new_index) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_explanation_decision:
 * @is_pair: that they must be paired, or that they must not
 *
 * Returns: (transfer full): what the reader decided of two paragraphs
 */
char *vr_explanation_decision (gboolean is_pair, guint32 old_index,
                               guint32 new_index) G_GNUC_WARN_UNUSED_RESULT;

/** vr_explanation_undecided: Returns: (transfer full): that a decision was taken back. */
char *vr_explanation_undecided (guint32 old_index, guint32 new_index) G_GNUC_WARN_UNUSED_RESULT;

/** vr_explanation_paired: Returns: (transfer full): that the reader paired two paragraphs. */
char *vr_explanation_paired (guint32 old_index, guint32 new_index) G_GNUC_WARN_UNUSED_RESULT;

/** vr_explanation_unpaired: Returns: (transfer full): that a row's paragraphs were parted. */
char *vr_explanation_unpaired (const VrRow *row) G_GNUC_WARN_UNUSED_RESULT;

/** vr_explanation_word: Returns: (transfer full): how many paragraphs have a word. */
char *vr_explanation_word (guint n_paragraphs) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_explanation_nearest:
 * @side: of the paragraph that comes nearest
 * @likeness: as vr_word_index_get_likeness()
 *
 * Returns: (transfer full): which paragraph comes nearest to one that has no partner
 */
char *vr_explanation_nearest (VrSide side, guint32 index,
                              double likeness) G_GNUC_WARN_UNUSED_RESULT;

/** vr_explanation_is_pinned: whether the reader paired paragraphs of the row. */
gboolean vr_explanation_is_pinned (const VrRow *row);

G_END_DECLS
