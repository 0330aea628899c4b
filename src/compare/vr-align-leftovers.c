/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equal units that occur several times and are still without a partner: by their neighbours
 * first, then in order. */
#include "vr-align-private.h"

#include <string.h>

typedef struct
{
  VrAlign *align;
  guint32 *partners[VR_N_SIDES]; /* by rank: a partner's rank, or VR_ALIGN_NONE */
  guint8 *taken[VR_N_SIDES];     /* by rank: has a partner of either kind */
} Leftovers;

static void
init (Leftovers *self, VrAlign *align, const GArray *picked)
{
  guint s, i;
  guint32 r;

  self->align = align;
  for (s = 0; s < VR_N_SIDES; s++)
    {
      const VrAlignSide *side = &align->sides[s], *other = &align->sides[1 - s];

      self->partners[s] = g_new (guint32, side->n_solids + 1);
      self->taken[s] = g_new0 (guint8, side->n_solids + 1);
      for (r = 0; r < side->n_solids; r++)
        {
          guint32 partner = side->partners[vr_align_solid (side, r)];

          self->taken[s][r] = partner != VR_ALIGN_NONE;
          self->partners[s][r] =
              partner != VR_ALIGN_NONE ? vr_align_rank (other, partner) : VR_ALIGN_NONE;
        }
    }
  for (i = 0; i < picked->len; i++)
    {
      const VrAlignPair *pair =
          &g_array_index (align->pairs, VrAlignPair, g_array_index (picked, guint32, i));

      self->partners[0][pair->row] = pair->column;
      self->partners[1][pair->column] = pair->row;
      self->taken[0][pair->row] = self->taken[1][pair->column] = TRUE;
    }
}

static void
clear (Leftovers *self)
{
  guint s;

  for (s = 0; s < VR_N_SIDES; s++)
    {
      g_free (self->partners[s]);
      g_free (self->taken[s]);
    }
}

/* Pairs two units by rank if they are equal and free. */
static gboolean
try_pair (Leftovers *self, guint32 row, guint32 column)
{
  VrAlignSide *rows = &self->align->sides[0], *columns = &self->align->sides[1];
  guint32 old_index, new_index;

  if (row >= rows->n_solids || column >= columns->n_solids || self->taken[0][row]
      || self->taken[1][column])
    return FALSE;
  old_index = vr_align_solid (rows, row);
  new_index = vr_align_solid (columns, column);
  if (vr_align_class (rows, old_index) != vr_align_class (columns, new_index)
      || vr_align_is_forbidden (self->align, old_index, new_index))
    return FALSE;
  rows->partners[old_index] = new_index;
  columns->partners[new_index] = old_index;
  self->partners[0][row] = column;
  self->partners[1][column] = row;
  self->taken[0][row] = self->taken[1][column] = TRUE;
  return TRUE;
}

/* Units whose neighbour before (or after) is paired with the neighbour of an equal one. */
static void
pair_by_neighbours (Leftovers *self)
{
  guint32 n = self->align->sides[0].n_solids, r;

  for (r = 1; r < n; r++)
    if (self->partners[0][r - 1] != VR_ALIGN_NONE)
      try_pair (self, r, self->partners[0][r - 1] + 1);
  for (r = n; r-- > 1;)
    if (self->partners[0][r] != VR_ALIGN_NONE)
      try_pair (self, r - 1, self->partners[0][r] - 1);
}

/* The rest, first with first. */
static void
pair_in_order (Leftovers *self)
{
  const VrAlignSide *rows = &self->align->sides[0], *columns = &self->align->sides[1];
  g_autofree guint32 *firsts = g_new (guint32, self->align->n_classes + 1);
  g_autofree guint32 *nexts = g_new (guint32, columns->n_solids + 1);
  guint32 r, c;

  memset (firsts, 0xff, (self->align->n_classes + 1) * sizeof (guint32));
  for (c = columns->n_solids; c-- > 0;)
    {
      guint32 *first = &firsts[vr_align_class (columns, vr_align_solid (columns, c))];

      if (self->taken[1][c])
        continue;
      nexts[c] = *first;
      *first = c;
    }
  for (r = 0; r < rows->n_solids; r++)
    {
      guint32 *first = &firsts[vr_align_class (rows, vr_align_solid (rows, r))];

      if (!self->taken[0][r] && *first != VR_ALIGN_NONE && try_pair (self, r, *first))
        *first = nexts[*first];
    }
}

void
vr_align_pair_leftovers (VrAlign *align, const GArray *picked)
{
  Leftovers self = { 0 };

  init (&self, align, picked);
  pair_by_neighbours (&self);
  pair_in_order (&self);
  clear (&self);
}
