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
};

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
 *
 * Marks a shortest script of @box in linear space (Myers 1986, section 4b): O((n + m) D) time.
 *
 * Returns: %FALSE when cancelled
 */
gboolean vr_myers_run (VrDiffer *self, VrBox box);

/**
 * vr_slide_hunks:
 *
 * Moves pure insertions and deletions to where a reader would put them and joins what then
 * touches.  Never changes how many tokens are inserted or deleted.
 */
void vr_slide_hunks (GArray *hunks, const guint32 *old_ids, guint32 n_old, const guint32 *new_ids,
                     guint32 n_new, const VrDiffOptions *options);

G_END_DECLS
