/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the chances of pairs to links: a path in order, then moves. */
#include "vr-align-decode.h"

#include "vr-align-chain.h"

/* Chances as integers, so that sums do not depend on their order. */
#define FIXED_POINT 1000000

static void
add_step (GArray *chain, GArray *sources, guint32 row, guint32 column, float gain, guint32 source)
{
  VrChainPair step = { row, column, (guint64)(gain * FIXED_POINT), FALSE };

  g_array_append_val (chain, step);
  g_array_append_val (sources, source);
}

/* Firm pairs and promising ones, by row, then column. */
static GArray *
list_steps (const VrAlign *self, const VrAlignModel *model, GArray *sources)
{
  const VrAlignSide *rows = &self->sides[0], *columns = &self->sides[1];
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (VrChainPair));
  guint32 r, p;

  for (r = 0; r < rows->n_solids; r++)
    {
      guint32 partner = rows->partners[rows->solids[r]];

      if (partner != VR_ALIGN_NONE && columns->ranks[partner] != VR_ALIGN_NONE)
        add_step (chain, sources, r, columns->ranks[partner], 1 - model->in_order, VR_ALIGN_NONE);
      for (p = self->row_firsts[r]; p < self->row_firsts[r + 1]; p++)
        {
          const VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, p);

          if (pair->chance > model->in_order)
            add_step (chain, sources, r, pair->column, pair->chance - model->in_order, p);
        }
    }
  return chain;
}

typedef struct
{
  float chance;
  guint32 pair;
} Leftover;

static int
compare_leftovers (const void *a, const void *b)
{
  const Leftover *one = a, *other = b;

  if (one->chance != other->chance)
    return one->chance > other->chance ? -1 : 1;
  return one->pair < other->pair ? -1 : one->pair > other->pair;
}

static int
compare_positions (const void *a, const void *b)
{
  guint32 one = *(const guint32 *)a, other = *(const guint32 *)b;

  return (one > other) - (one < other);
}

/* Moves: by falling chance, each pair that links a unit which has no link yet. */
static void
add_moves (const VrAlign *self, const VrAlignModel *model, guint8 *linked[VR_N_SIDES],
           GArray *picked)
{
  g_autoptr (GArray) leftovers = g_array_new (FALSE, FALSE, sizeof (Leftover));
  guint32 p;
  guint i;

  for (p = 0; p < self->pairs->len; p++)
    {
      const VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, p);
      Leftover leftover = { pair->chance, p };

      if (pair->chance >= model->moved && !(linked[0][pair->row] && linked[1][pair->column]))
        g_array_append_val (leftovers, leftover);
    }
  g_array_sort (leftovers, compare_leftovers);
  for (i = 0; i < leftovers->len; i++)
    {
      guint32 position = g_array_index (leftovers, Leftover, i).pair;
      const VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, position);

      if (linked[0][pair->row] && linked[1][pair->column])
        continue;
      linked[0][pair->row] = linked[1][pair->column] = TRUE;
      g_array_append_val (picked, position);
    }
}

GArray *
vr_align_decode (const VrAlign *self, const VrAlignModel *model)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) chain = list_steps (self, model, sources);
  g_autofree guint8 *linked_rows = g_new0 (guint8, self->sides[0].n_solids + 1);
  g_autofree guint8 *linked_columns = g_new0 (guint8, self->sides[1].n_solids + 1);
  guint8 *linked[VR_N_SIDES] = { linked_rows, linked_columns };
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint i;

  vr_chain_select_weak (chain, self->sides[1].n_solids);
  for (i = 0; i < chain->len; i++)
    {
      const VrChainPair *step = &g_array_index (chain, VrChainPair, i);
      guint32 source = g_array_index (sources, guint32, i);

      if (source == VR_ALIGN_NONE || step->chosen)
        linked_rows[step->row] = linked_columns[step->column] = TRUE;
      if (source != VR_ALIGN_NONE && step->chosen)
        g_array_append_val (picked, source);
    }
  add_moves (self, model, linked, picked);
  g_array_sort (picked, compare_positions);
  return picked;
}
