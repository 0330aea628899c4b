/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a position of the list says: for tooltips, notes and assistive technology. */
#pragma once

#include "vr-pair-plan.h"

G_BEGIN_DECLS

/** vr_row_words_dup_fate: Returns: (transfer full): "moved down 6 places, 3 words changed". */
char *vr_row_words_dup_fate (const VrPairPlan *plan, guint position) G_GNUC_WARN_UNUSED_RESULT;

/** vr_row_words_dup_whole_fate: Returns: (transfer full): the same, and whether the reader said so.
 */
char *vr_row_words_dup_whole_fate (const VrPairPlan *plan,
                                   guint position) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_row_words_dup_label:
 *
 * Returns: (transfer full): what assistive technology says at @position: the paragraph's number,
 *   its fate, the first words that differ, its text
 */
char *vr_row_words_dup_label (const VrPairPlan *plan, guint position) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_row_words_dup_note:
 *
 * Returns: (transfer full) (nullable): where a moved row went (at its reference) or came from (at
 *   the row), what a fold stands for, or %NULL at a position that has nothing to say
 */
char *vr_row_words_dup_note (const VrPairPlan *plan, guint position) G_GNUC_WARN_UNUSED_RESULT;

/** vr_row_words_dup_reason: Returns: (transfer full): what the furniture at @position is and what
 * tells so. */
char *vr_row_words_dup_reason (const VrPairPlan *plan, guint position) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
