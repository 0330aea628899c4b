/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the stages of the engine share: the run at hand and the working memory. */
#pragma once

#include "vr-buffer.h"
#include "vr-diff.h"

G_BEGIN_DECLS

/** VrBox: a part of the edit grid, old [old_from, old_to) against new [new_from, new_to). */
typedef VrHunk VrBox;

/**
 * VrReduced: one side of a box after the tokens that the other side lacks were dropped.
 * @ids: numbered from 0 within the box, in order of first appearance on the new side
 * @at: where each token stands in the whole sequence
 */
typedef struct
{
  guint32 *ids;
  guint32 *at;
  guint32 n;
} VrReduced;

/** VrIdNote: what is known of an id; stands only while @epoch is the differ's. */
typedef struct
{
  guint32 epoch;
  guint32 number;
} VrIdNote;

struct _VrDiffer
{
  /* The run at hand. */
  const guint32 *ids[VR_N_SIDES];
  guint32 n[VR_N_SIDES];
  guint8 *changed[VR_N_SIDES]; /* the stages' result: a token is deleted or inserted */
  GCancellable *cancellable;
  guint64 n_steps; /* since the cancellable was last asked */
  gboolean minimal;
  gboolean cancelled;
  gboolean limited;

  /* The box at hand. */
  VrReduced reduced[VR_N_SIDES];
  guint32 n_numbers; /* different ids in it */
  guint32 epoch;

  /* Working memory. */
  VrBuffer notes;
  VrBuffer changed_buffer[VR_N_SIDES];
  VrBuffer ids_buffer[VR_N_SIDES];
  VrBuffer at_buffer[VR_N_SIDES];
  VrBuffer diagonals;
  VrBuffer masks; /* all zero between runs */
  VrBuffer carry;
  VrBuffer tops;
  VrBuffer lefts;
  VrBuffer tile_rows;
  VrBuffer counts;
  VrBuffer places;
  VrBuffer chain_ends;
  VrBuffer chain_pairs;
  VrBuffer pairs;
  VrBuffer grams;
  VrBuffer gram_order[VR_N_SIDES];
  VrBuffer runs;
  VrBuffer blocks;
  VrBuffer tree;
};

/** vr_differ_start: makes ready for a run, with nothing marked. */
void vr_differ_start (VrDiffer *self, const guint32 *old_ids, guint32 n_old, const guint32 *new_ids,
                      guint32 n_new, guint32 n_ids);

/** vr_differ_collect: appends the hunks that the marks amount to. */
void vr_differ_collect (const VrDiffer *self, GArray *hunks);

/** vr_differ_spend: counts work, and asks now and then whether to stop; %FALSE: stop. */
gboolean vr_differ_spend (VrDiffer *self, guint64 n_steps);

/** vr_box_trim: takes equal tokens off both ends of @box. */
void vr_box_trim (VrBox *box, const guint32 *old_ids, const guint32 *new_ids);

/**
 * vr_prune:
 *
 * Fills self->reduced with the tokens of @box that stand on both sides and marks the others as
 * changed.  Exact: a token without a partner is in no common subsequence.
 */
void vr_prune (VrDiffer *self, const VrBox *box);

/**
 * vr_myers_run:
 * @box: counts in self->reduced
 * @max_steps: to give up when it becomes clear that more are needed; 0 for no limit.  A step is
 *   one diagonal one edit further, some 2 ns.  The other methods predict their cost in these steps.
 * @gave_up: (out): whether it did; then nothing is marked
 *
 * Marks a shortest script of @box in linear space (Myers 1986, section 4b): O((n + m) D) time.
 *
 * Returns: %FALSE when cancelled
 */
gboolean vr_myers_run (VrDiffer *self, VrBox box, guint64 max_steps, gboolean *gave_up);

/**
 * vr_bit_lcs_run:
 * @box: (inout): counts in self->reduced; on return it starts where the marks end
 * @n_keep: how many tokens, old and new together, to mark from the start of @box on
 *
 * Marks a shortest script of @box in O(n m / 64) time, however different the sides are.
 *
 * Returns: %FALSE when cancelled
 */
gboolean vr_bit_lcs_run (VrDiffer *self, VrBox *box, guint32 n_keep);

/** vr_bit_lcs_predict: its cost in steps. */
guint64 vr_bit_lcs_predict (guint32 n_old, guint32 n_new);

/** vr_bit_lcs_predict_bytes: the memory it takes; grows with n m / 16384 when that is much. */
guint64 vr_bit_lcs_predict_bytes (guint32 n_old, guint32 n_new);

/** vr_sparse_lcs_count_pairs: how many pairs of equal tokens self->reduced has. */
guint64 vr_sparse_lcs_count_pairs (VrDiffer *self);

/**
 * vr_sparse_lcs_run:
 * @n_pairs: from vr_sparse_lcs_count_pairs(), just before
 *
 * Marks a shortest script of all of self->reduced in O(pairs log n) time and O(pairs) space.
 *
 * Returns: %FALSE when cancelled
 */
gboolean vr_sparse_lcs_run (VrDiffer *self, guint64 n_pairs);

/**
 * vr_solve:
 * @box: counts in the whole sequences
 *
 * Marks a script of @box with the method that promises to be fastest.  The script is a shortest
 * one, unless the cost limit is reached and self->minimal is not set; then self->limited is.
 *
 * Returns: %FALSE when cancelled
 */
gboolean vr_solve (VrDiffer *self, VrBox box);

/**
 * vr_anchors_run:
 * @box: counts in the whole sequences
 *
 * Marks a script of @box that goes through runs of rare n-grams, and a shortest one between them.
 * Linear time but for what vr_solve() takes between the runs.
 *
 * Returns: %FALSE when cancelled
 */
gboolean vr_anchors_run (VrDiffer *differ, VrBox box);

/**
 * vr_slide_hunks:
 *
 * Moves pure insertions and deletions to where a reader would put them and joins what then
 * touches.  Never changes how many tokens are inserted or deleted.
 */
void vr_slide_hunks (GArray *hunks, const guint32 *old_ids, guint32 n_old, const guint32 *new_ids,
                     guint32 n_new, const VrDiffOptions *options);

G_END_DECLS
