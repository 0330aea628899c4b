/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader noted, by position: every selection of places asks the whole. */
#include "vr-pair-plan-private.h"

static const VrPairPlan *
get_whole (const VrPairPlan *self)
{
  return self->whole != NULL ? self->whole : self;
}

VrNotes *
vr_pair_plan_get_notes (const VrPairPlan *self)
{
  return get_whole (self)->notes;
}

guint32
vr_pair_plan_get_note_row (const VrPairPlan *self, guint index)
{
  g_return_val_if_fail (index < vr_notes_get_n (vr_pair_plan_get_notes (self)), VR_NOTE_NO_ROW);

  return get_whole (self)->note_rows[index];
}

guint
vr_pair_plan_count_stray_notes (const VrPairPlan *self)
{
  guint n = vr_notes_get_n (vr_pair_plan_get_notes (self));
  guint n_stray = 0;

  for (guint i = 0; i < n; i++)
    n_stray += vr_pair_plan_get_note_row (self, i) == VR_NOTE_NO_ROW;

  return n_stray;
}

const VrRowNote *
vr_pair_plan_find_note (const VrPairPlan *self, guint position)
{
  const VrPairPlan *whole = get_whole (self);
  guint index;

  if (whole->notes == NULL || vr_pair_plan_get_fold (self, position) > 0
      || vr_pair_plan_is_reference (self, position))
    return NULL;
  index = GPOINTER_TO_UINT (g_hash_table_lookup (
      whole->row_notes, GUINT_TO_POINTER (vr_pair_plan_get_row_index (self, position))));

  return index > 0 ? vr_notes_peek (whole->notes, index - 1) : NULL;
}
