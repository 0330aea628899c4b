/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pair's surroundings say: place, neighbours, rivals. */
#pragma once

#include "vr-align-private.h"

G_BEGIN_DECLS

/** VrAlignTop: the best and the second best value of a row or column. */
typedef struct
{
  float best;
  float second;
} VrAlignTop;

/** VrAlignContext: the candidate pairs seen by similarity, or by the first pass's chances. */
typedef struct
{
  const VrAlign *align;
  gboolean by_chance;
  guint32 n[VR_N_SIDES];
  VrAlignTop *tops[VR_N_SIDES];
  float *expected[VR_N_SIDES]; /* by rank: the place on the other side */
  gint32 *box_from;            /* by row: the nearest anchors' columns before and after it */
  gint32 *box_to;
  guint32 *anchors[VR_N_SIDES]; /* by rank: the partner of an anchor, in order or moved */
  guint32 *befores[VR_N_SIDES]; /* by rank: the nearest anchor before it, or VR_ALIGN_NONE */
  guint32 *afters[VR_N_SIDES];
} VrAlignContext;

void vr_align_context_init (VrAlignContext *self, const VrAlign *align, gboolean by_chance);
void vr_align_context_clear (VrAlignContext *self);

/** vr_align_context_value_at: the value of any two solid units; 0 outside of the texts. */
float vr_align_context_value_at (const VrAlignContext *self, gint64 row, gint64 column);

/** vr_align_context_rival: the best value of a row or column but for this one. */
float vr_align_context_rival (VrAlignTop top, float value);

/** vr_align_context_distance: in units, from the line through the anchors that are in order. */
float vr_align_context_distance (const VrAlignContext *self, const VrAlignPair *pair);

/** vr_align_context_block_distance: from where the nearest anchors put it, moved ones included. */
float vr_align_context_block_distance (const VrAlignContext *self, const VrAlignPair *pair);

G_END_DECLS
