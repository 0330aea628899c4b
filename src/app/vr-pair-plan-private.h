/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files of the plan share. */
#pragma once

#include "vr-pair-plan.h"

G_BEGIN_DECLS

struct _VrPairPlan
{
  VrComparison *comparison;
  VrPairPlan *whole;      /* what this is a selection from; NULL for the whole itself */
  GArray *pairs;          /* VrPair, by position */
  GArray *changes;        /* guint32: positions, rising */
  guint32 *traits;        /* of the whole only: VrPairTrait bits, by place */
  gboolean has_furniture; /* of the whole only */

  /* Of the whole only, where there are any. */
  VrNotes *notes;
  guint32 *note_rows;    /* by note */
  GHashTable *row_notes; /* by row: one more than the number of the note */

  /* Of a selection. */
  VrPairFilter filter;
  GArray *opened; /* guint32: the first places of folds that are open, rising */
};

static inline const VrPair *
vr_pair_plan_pair_at (const VrPairPlan *self, guint position)
{
  return &g_array_index (self->pairs, VrPair, position);
}

G_END_DECLS
