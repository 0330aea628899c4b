/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list shows, position by position: the places of a comparison, long ones in parts. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/**
 * VR_PAIR_MAX_BYTES, VR_PAIR_PART_BYTES:
 *
 * A paragraph with more than the first on one side is shown as several positions of at most the
 * second: laying out text takes about a millisecond a kilobyte, and a frame has 16.
 */
#define VR_PAIR_MAX_BYTES 16384
#define VR_PAIR_PART_BYTES 6144

/** VR_PAIR_NONE: no position. */
#define VR_PAIR_NONE G_MAXUINT

/**
 * VrPair:
 * @place: index of the place of the comparison
 * @spans: which bytes of the row's text on either side stand here
 *
 * One position of the list.
 */
typedef struct
{
  guint32 place;
  VrSpan spans[VR_N_SIDES];
} VrPair;

/** VrPairPlan: immutable, atomically ref-counted; holds a reference on its comparison. */
typedef struct _VrPairPlan VrPairPlan;

/**
 * vr_pair_plan_new:
 *
 * Time grows with the number of places and the bytes of the paragraphs that are too long for one
 * position.  May run in any thread.
 *
 * Returns: (transfer full): the plan
 */
VrPairPlan *vr_pair_plan_new (VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

VrPairPlan *vr_pair_plan_ref (VrPairPlan *self);
void vr_pair_plan_unref (VrPairPlan *self);

/** vr_pair_plan_get_comparison: borrowed. */
VrComparison *vr_pair_plan_get_comparison (const VrPairPlan *self);

guint vr_pair_plan_get_n (const VrPairPlan *self);
const VrPair *vr_pair_plan_peek (const VrPairPlan *self, guint position);

/** vr_pair_plan_get_row: the row shown, or referred to, at @position. */
VrRow vr_pair_plan_get_row (const VrPairPlan *self, guint position);
/** vr_pair_plan_get_row_index: its number. */
guint vr_pair_plan_get_row_index (const VrPairPlan *self, guint position);

/** vr_pair_plan_is_reference: whether the row moved away from @position. */
gboolean vr_pair_plan_is_reference (const VrPairPlan *self, guint position);
/** vr_pair_plan_is_first: whether @position begins its place (or is all of it). */
gboolean vr_pair_plan_is_first (const VrPairPlan *self, guint position);
/** vr_pair_plan_is_last: whether @position ends its place (or is all of it). */
gboolean vr_pair_plan_is_last (const VrPairPlan *self, guint position);
/** vr_pair_plan_is_change: whether something that counts differs at @position. */
gboolean vr_pair_plan_is_change (const VrPairPlan *self, guint position);

/** vr_pair_plan_find_place: the first position of place @place.  Logarithmic time. */
guint vr_pair_plan_find_place (const VrPairPlan *self, guint place);

/**
 * vr_pair_plan_find_partner:
 *
 * Returns: for a reference the position of its row, for a moved row that of its reference, else
 *   %VR_PAIR_NONE
 */
guint vr_pair_plan_find_partner (const VrPairPlan *self, guint position);

guint vr_pair_plan_get_n_changes (const VrPairPlan *self);
/** vr_pair_plan_get_change: the position of change number @index, from 0. */
guint vr_pair_plan_get_change (const VrPairPlan *self, guint index);
/**
 * vr_pair_plan_count_changes_before:
 *
 * Returns: how many changes stand before @position: the number of the change at @position, or of
 *   the next one behind it.  Logarithmic time.
 */
guint vr_pair_plan_count_changes_before (const VrPairPlan *self, guint position);

/**
 * vr_pair_plan_dup_text:
 *
 * Returns: (transfer full): the text of one side at @position; "" where it has none
 */
char *vr_pair_plan_dup_text (const VrPairPlan *self, guint position, VrSide side,
                             gsize *n_bytes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_pair_plan_find_pieces:
 * @end: (out): behind the last one
 *
 * Returns: the first of the row's pieces that have something at @position.  Logarithmic time, so
 *   that the parts of a long paragraph cost no more than those of short ones.
 */
guint vr_pair_plan_find_pieces (const VrPairPlan *self, guint position, guint *end);

/**
 * vr_pair_plan_get_text_before:
 *
 * Returns: the paragraph of @side that the row at @position follows in that article, borrowed;
 *   its text is %NULL where the row is the first
 */
VrSlice vr_pair_plan_get_text_before (const VrPairPlan *self, guint position, VrSide side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrPairPlan, vr_pair_plan_unref)

G_END_DECLS
