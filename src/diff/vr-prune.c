/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trims equal ends and drops the tokens that the other side lacks. */
#include "vr-diff-private.h"

void
vr_box_trim (VrBox *box, const guint32 *old_ids, const guint32 *new_ids)
{
  while (box->old_from < box->old_to && box->new_from < box->new_to
         && old_ids[box->old_from] == new_ids[box->new_from])
    {
      box->old_from++;
      box->new_from++;
    }
  while (box->old_from < box->old_to && box->new_from < box->new_to
         && old_ids[box->old_to - 1] == new_ids[box->new_to - 1])
    {
      box->old_to--;
      box->new_to--;
    }
}

/* Two fresh epochs; the older notes become void without anybody clearing them. */
static guint32
next_epochs (VrDiffer *self)
{
  if (self->epoch > G_MAXUINT32 - 2)
    {
      VrIdNote *notes = self->notes.data;

      for (gsize i = 0; i < self->notes.n_bytes / sizeof (VrIdNote); i++)
        notes[i].epoch = 0;
      self->epoch = 0;
    }
  self->epoch += 2;
  return self->epoch;
}

static void
reduce_new (VrDiffer *self, const VrBox *box, guint32 on_old, guint32 on_both)
{
  VrIdNote *notes = self->notes.data;
  VrReduced *reduced = &self->reduced[VR_SIDE_NEW];

  for (guint32 j = box->new_from; j < box->new_to; j++)
    {
      VrIdNote *note = &notes[self->ids[VR_SIDE_NEW][j]];

      if (note->epoch == on_old)
        *note = (VrIdNote){ on_both, self->n_numbers++ };
      if (note->epoch == on_both)
        {
          reduced->ids[reduced->n] = note->number;
          reduced->at[reduced->n++] = j;
        }
      else
        self->changed[VR_SIDE_NEW][j] = TRUE;
    }
}

static void
reduce_old (VrDiffer *self, const VrBox *box, guint32 on_both)
{
  const VrIdNote *notes = self->notes.data;
  VrReduced *reduced = &self->reduced[VR_SIDE_OLD];

  for (guint32 i = box->old_from; i < box->old_to; i++)
    {
      const VrIdNote *note = &notes[self->ids[VR_SIDE_OLD][i]];

      if (note->epoch == on_both)
        {
          reduced->ids[reduced->n] = note->number;
          reduced->at[reduced->n++] = i;
        }
      else
        self->changed[VR_SIDE_OLD][i] = TRUE;
    }
}

void
vr_prune (VrDiffer *self, const VrBox *box)
{
  VrIdNote *notes = self->notes.data;
  guint32 on_both = next_epochs (self), on_old = on_both - 1;
  guint32 n[VR_N_SIDES] = { box->old_to - box->old_from, box->new_to - box->new_from };

  for (int side = 0; side < VR_N_SIDES; side++)
    {
      VrReduced *reduced = &self->reduced[side];

      reduced->ids = VR_BUFFER_NEED (&self->ids_buffer[side], guint32, n[side]);
      reduced->at = VR_BUFFER_NEED (&self->at_buffer[side], guint32, n[side]);
      reduced->n = 0;
    }
  self->n_numbers = 0;
  for (guint32 i = box->old_from; i < box->old_to; i++)
    notes[self->ids[VR_SIDE_OLD][i]].epoch = on_old;
  reduce_new (self, box, on_old, on_both);
  reduce_old (self, box, on_both);
}
