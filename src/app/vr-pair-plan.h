/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list shows, position by position: the places of a comparison, long ones in parts. */
#pragma once

#include "vr-notes.h"

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
 * @place: index of the place of the comparison; of the first one for a fold
 * @whole: position of the same in the plan without a filter
 * @n_folded: for a fold how many places it stands for, else 0
 * @spans: which bytes of the row's text on either side stand here; empty for a fold
 *
 * One position of the list: a row, a part of one, or a fold: a line that stands for places left
 * out.  An open fold has them behind it.
 */
typedef struct
{
  guint32 place;
  guint32 whole;
  guint32 n_folded;
  VrSpan spans[VR_N_SIDES];
} VrPair;

/**
 * VrPairTrait: what a place can be chosen by; a bit set.
 * @VR_PAIR_CHANGED: its row counts as a change
 * @VR_PAIR_QUIET: its row has quiet differences
 * @VR_PAIR_CRITICAL: its row has critical changes
 * @VR_PAIR_FURNITURE: its row is of the pages and not of the articles; it has none of the others
 */
typedef enum
{
  VR_PAIR_CHANGED = 1 << 0,
  VR_PAIR_QUIET = 1 << 1,
  VR_PAIR_CRITICAL = 1 << 2,
  VR_PAIR_FURNITURE = 1 << 3,
} VrPairTrait;

/** VR_PAIR_KIND: the trait of a row of VrRowKind @kind. */
#define VR_PAIR_KIND(kind) (1u << (16 + (kind)))

/**
 * VrPairFilter:
 * @show: VrPairTrait bits; a place needs one of them
 * @hide: VrPairTrait bits; a place must have none of them
 *
 * Which places are shown; the others stand in folds.
 */
typedef struct
{
  guint32 show;
  guint32 hide;
} VrPairFilter;

/** VR_PAIR_FILTER_ALL: shows every place of the articles; what is furniture stands in folds. */
#define VR_PAIR_FILTER_ALL                                                                         \
  {                                                                                                \
    .show = G_MAXUINT32, .hide = VR_PAIR_FURNITURE                                                 \
  }

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

/** vr_pair_plan_new_noted: the same with what the reader noted: @notes: (nullable). */
VrPairPlan *vr_pair_plan_new_noted (VrComparison *comparison,
                                    VrNotes *notes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_pair_plan_new_filtered:
 * @plan: any plan of the comparison
 *
 * All folds are closed.  Time grows with the number of places, at a few nanoseconds each: what is
 * costly is shared with the plan that has no filter.
 *
 * Returns: (transfer full): the plan
 */
VrPairPlan *vr_pair_plan_new_filtered (VrPairPlan *plan,
                                       const VrPairFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_pair_plan_new_toggled:
 *
 * Returns: (transfer full): the plan with the fold at @position opened, or closed if it was open;
 *   the fold keeps its position
 */
VrPairPlan *vr_pair_plan_new_toggled (VrPairPlan *plan, guint position) G_GNUC_WARN_UNUSED_RESULT;

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
/** vr_pair_plan_is_furniture: whether @position shows a row of furniture; a fold of it does not. */
gboolean vr_pair_plan_is_furniture (const VrPairPlan *self, guint position);
/** vr_pair_plan_get_role: what the first paragraph that the row at @position has on @side is, or,
 * where it has none there, the other side's. */
VrRole vr_pair_plan_get_role (const VrPairPlan *self, guint position, VrSide side);
/** vr_pair_plan_is_first: whether @position begins its place (or is all of it). */
gboolean vr_pair_plan_is_first (const VrPairPlan *self, guint position);
/** vr_pair_plan_is_last: whether @position ends its place (or is all of it). */
gboolean vr_pair_plan_is_last (const VrPairPlan *self, guint position);
/** vr_pair_plan_is_change: whether something that counts differs at @position. */
gboolean vr_pair_plan_is_change (const VrPairPlan *self, guint position);

/** vr_pair_plan_get_fold: how many places the fold at @position stands for; 0 for a row. */
guint vr_pair_plan_get_fold (const VrPairPlan *self, guint position);
/**
 * vr_pair_plan_count_folded:
 * @n_rows: (out): how many rows the fold at @position stands for; one that moved counts where it
 *   stands, but for a fold of nothing else
 * @n_changed: (out): how many of them changed
 * @n_furniture: (out): how many rows of furniture it stands for besides
 */
void vr_pair_plan_count_folded (const VrPairPlan *self, guint position, guint *n_rows,
                                guint *n_changed, guint *n_furniture);
/** vr_pair_plan_is_open: whether @position is a fold whose places are shown behind it. */
gboolean vr_pair_plan_is_open (const VrPairPlan *self, guint position);

/** vr_pair_plan_get_notes: (nullable): what the reader noted; borrowed. */
VrNotes *vr_pair_plan_get_notes (const VrPairPlan *self);
/** vr_pair_plan_get_note_row: the row that note @index stands at, or %VR_NOTE_NO_ROW. */
guint32 vr_pair_plan_get_note_row (const VrPairPlan *self, guint index);
/** vr_pair_plan_count_stray_notes: how many stand at no row. */
guint vr_pair_plan_count_stray_notes (const VrPairPlan *self);
/** vr_pair_plan_find_note: (nullable): the note on the row at @position; none on a fold or on a
 * reference.  Borrowed. */
const VrRowNote *vr_pair_plan_find_note (const VrPairPlan *self, guint position);

/** vr_pair_plan_get_whole: the plan without a filter, which may be @self; borrowed. */
VrPairPlan *vr_pair_plan_get_whole (VrPairPlan *self);
/** vr_pair_plan_is_same_whole: whether both are of one plan without a filter. */
gboolean vr_pair_plan_is_same_whole (const VrPairPlan *self, const VrPairPlan *other);
/** vr_pair_plan_get_n_whole: how many positions there are without a filter. */
guint vr_pair_plan_get_n_whole (const VrPairPlan *self);

/**
 * vr_pair_plan_find_counterpart:
 * @other: of the same whole
 *
 * Returns: where @other has what stands at @position: the row, or the fold that hides it
 */
guint vr_pair_plan_find_counterpart (const VrPairPlan *self, guint position,
                                     const VrPairPlan *other);

/**
 * vr_pair_plan_find_place:
 *
 * Returns: the first position of place @place, or the closed fold that hides it.  Logarithmic time.
 */
guint vr_pair_plan_find_place (const VrPairPlan *self, guint place);

/**
 * vr_pair_plan_find_partner_place:
 *
 * Returns: for a reference the place of its row, for a moved row that of its reference, else
 *   G_MAXUINT
 */
guint vr_pair_plan_find_partner_place (const VrPairPlan *self, guint position);
/**
 * vr_pair_plan_find_partner:
 *
 * Returns: the position of that place or of the closed fold that hides it, else %VR_PAIR_NONE
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrPairPlan, vr_pair_plan_unref)

G_END_DECLS
