/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the chances of pairs to links: a path in order, then moves. */
#include "vr-align-decode.h"

#include "vr-align-chain.h"

/* Chances as integers, so that sums do not depend on their order. */
#define FIXED_POINT 1000000

/* A block that moved grows by one unit at either end a round. */
#define MAX_ROUNDS 32

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
      guint32 partner = rows->partners[vr_align_solid (rows, r)];

      if (partner != VR_ALIGN_NONE && vr_align_rank (columns, partner) != VR_ALIGN_NONE)
        add_step (chain, sources, r, vr_align_rank (columns, partner), 1 - model->in_order,
                  VR_ALIGN_NONE);
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
  const VrAlign *align;
  const VrAlignModel *model;
  guint8 *linked[VR_N_SIDES]; /* by rank */
  guint8 *chosen;             /* by position in the list of pairs */
} Decoder;

static void
choose (Decoder *self, guint32 position)
{
  const VrAlignPair *pair = &g_array_index (self->align->pairs, VrAlignPair, position);

  self->chosen[position] = TRUE;
  self->linked[0][pair->row] = self->linked[1][pair->column] = TRUE;
}

/* Whether two units, by rank, are linked with each other. */
static gboolean
are_linked (const Decoder *self, gint64 row, gint64 column)
{
  const VrAlignSide *rows = &self->align->sides[0], *columns = &self->align->sides[1];
  guint32 p;

  if (row < 0 || column < 0 || row >= rows->n_solids || column >= columns->n_solids)
    return FALSE;
  if (rows->partners[vr_align_solid (rows, row)] == vr_align_solid (columns, column))
    return TRUE;
  for (p = self->align->row_firsts[row]; p < self->align->row_firsts[row + 1]; p++)
    if (self->chosen[p]
        && g_array_index (self->align->pairs, VrAlignPair, p).column == (guint32)column)
      return TRUE;
  return FALSE;
}

/* Whether the pair goes on where linked ones stop: then it has moved with them. */
static gboolean
continues_block (const Decoder *self, const VrAlignPair *pair)
{
  gint64 r = pair->row, c = pair->column;

  return are_linked (self, r - 1, c - 1) || are_linked (self, r + 1, c + 1);
}

static int
compare_leftovers (const void *a, const void *b, gpointer user_data)
{
  const GArray *pairs = user_data;
  guint32 one = *(const guint32 *)a, other = *(const guint32 *)b;
  float chance = g_array_index (pairs, VrAlignPair, one).chance;
  float other_chance = g_array_index (pairs, VrAlignPair, other).chance;

  if (chance != other_chance)
    return chance > other_chance ? -1 : 1;
  return one < other ? -1 : one > other;
}

/* Moves, by falling chance: each pair that links a unit which has no link yet.  Alone it needs the
 * chance of a move, behind or before others that moved the same way no more than in order. */
static void
add_moves (Decoder *self)
{
  const GArray *pairs = self->align->pairs;
  g_autoptr (GArray) leftovers = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean found = TRUE;
  guint i, round;
  guint32 p;

  for (p = 0; p < pairs->len; p++)
    {
      const VrAlignPair *pair = &g_array_index (pairs, VrAlignPair, p);

      if (pair->chance > self->model->in_order
          && !(self->linked[0][pair->row] && self->linked[1][pair->column]))
        g_array_append_val (leftovers, p);
    }
  g_array_sort_with_data (leftovers, compare_leftovers, self->align->pairs);
  for (round = 0; found && round < MAX_ROUNDS; round++)
    {
      found = FALSE;
      for (i = 0; i < leftovers->len; i++)
        {
          const VrAlignPair *pair;

          p = g_array_index (leftovers, guint32, i);
          pair = &g_array_index (pairs, VrAlignPair, p);
          if (self->linked[0][pair->row] && self->linked[1][pair->column])
            continue;
          if (pair->chance >= self->model->moved || (round > 0 && continues_block (self, pair)))
            {
              choose (self, p);
              found = TRUE;
            }
        }
      found = found || round == 0;
    }
}

GArray *
vr_align_decode (const VrAlign *align, const VrAlignModel *model)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) chain = list_steps (align, model, sources);
  g_autofree guint8 *linked_rows = g_new0 (guint8, align->sides[0].n_solids + 1);
  g_autofree guint8 *linked_columns = g_new0 (guint8, align->sides[1].n_solids + 1);
  g_autofree guint8 *chosen = g_new0 (guint8, align->pairs->len + 1);
  Decoder self = { align, model, { linked_rows, linked_columns }, chosen };
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 i;

  vr_chain_select_weak (chain, align->sides[1].n_solids);
  for (i = 0; i < chain->len; i++)
    {
      const VrChainPair *step = &g_array_index (chain, VrChainPair, i);
      guint32 source = g_array_index (sources, guint32, i);

      if (source == VR_ALIGN_NONE)
        linked_rows[step->row] = linked_columns[step->column] = TRUE;
      else if (step->chosen)
        choose (&self, source);
    }
  add_moves (&self);
  for (i = 0; i < align->pairs->len; i++)
    if (chosen[i])
      g_array_append_val (picked, i);
  return picked;
}
