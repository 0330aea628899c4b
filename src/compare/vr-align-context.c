/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pair's surroundings say: place, neighbours, rivals.
 *
 * The first pass measures them by similarity, the second by the first pass's chances.  A firm pair
 * has the value 1, units that are no candidates have 0.
 */
#include "vr-align-context.h"

#include "vr-align-chain.h"

#include <math.h>
#include <string.h>

/* A pair that is the best of its row and column is an anchor from this value on. */
#define MIN_ANCHOR_SIMILARITY 0.3f
#define MIN_ANCHOR_CHANCE 0.5f

#define FIXED_POINT 1000000

static float
value_of (const VrAlignContext *self, const VrAlignPair *pair)
{
  return self->by_chance ? pair->chance : pair->similarity;
}

static guint32
firm_rank (const VrAlign *align, guint s, guint32 rank)
{
  guint32 partner = align->sides[s].partners[vr_align_solid (&align->sides[s], rank)];

  return partner == VR_ALIGN_NONE ? VR_ALIGN_NONE : vr_align_rank (&align->sides[1 - s], partner);
}

/* The value of any two solid units; 0 outside of the texts. */
float
vr_align_context_value_at (const VrAlignContext *self, gint64 row, gint64 column)
{
  const VrAlign *align = self->align;
  guint32 from, to;

  if (row < 0 || column < 0 || row >= self->n[0] || column >= self->n[1])
    return 0;
  from = align->row_firsts[row];
  to = align->row_firsts[row + 1];
  if (from == to)
    return firm_rank (align, 0, (guint32)row) == (guint32)column ? 1 : 0;
  while (to - from > 1)
    {
      guint32 middle = from + (to - from) / 2;

      if (g_array_index (align->pairs, VrAlignPair, middle).column <= (guint32)column)
        from = middle;
      else
        to = middle;
    }
  if (g_array_index (align->pairs, VrAlignPair, from).column != (guint32)column)
    return 0;
  return value_of (self, &g_array_index (align->pairs, VrAlignPair, from));
}

static void
top_add (VrAlignTop *top, float value)
{
  if (value > top->best)
    {
      top->second = top->best;
      top->best = value;
    }
  else if (value > top->second)
    top->second = value;
}

/* The best value of a row or column but for this one. */
float
vr_align_context_rival (VrAlignTop top, float value)
{
  return value >= top.best ? top.second : top.best;
}

static GArray *
list_anchors (const VrAlignContext *self)
{
  const VrAlign *align = self->align;
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (VrChainPair));
  float least = self->by_chance ? MIN_ANCHOR_CHANCE : MIN_ANCHOR_SIMILARITY;
  guint32 r, p;

  for (r = 0; r < self->n[0]; r++)
    {
      guint32 firm = firm_rank (align, 0, r);

      if (firm != VR_ALIGN_NONE)
        {
          VrChainPair anchor = { r, firm, FIXED_POINT, FALSE };

          g_array_append_val (anchors, anchor);
          continue;
        }
      for (p = align->row_firsts[r]; p < align->row_firsts[r + 1]; p++)
        {
          const VrAlignPair *pair = &g_array_index (align->pairs, VrAlignPair, p);
          float value = value_of (self, pair);

          if (value >= least && value >= self->tops[0][r].best
              && value >= self->tops[1][pair->column].best)
            {
              VrChainPair anchor = { r, pair->column, (guint64)(value * FIXED_POINT), FALSE };

              g_array_append_val (anchors, anchor);
              break;
            }
        }
    }
  vr_chain_select (anchors, self->n[1]);
  return anchors;
}

/* Between two anchors a place on one side maps to one on the other by a straight line. */
static void
interpolate (VrAlignContext *self, VrChainPair from, VrChainPair to)
{
  gint64 r0 = (gint32)from.row, c0 = (gint32)from.column, r1 = (gint32)to.row,
         c1 = (gint32)to.column, i;

  for (i = r0 + 1; i < r1; i++)
    {
      self->expected[0][i] =
          (float)((double)c0 + (double)((i - r0) * (c1 - c0)) / (double)(r1 - r0));
      self->box_from[i] = (gint32)c0;
      self->box_to[i] = (gint32)c1;
    }
  for (i = c0 + 1; i < c1; i++)
    self->expected[1][i] = (float)((double)r0 + (double)((i - c0) * (r1 - r0)) / (double)(c1 - c0));
}

/* The nearest anchors around each unit, those that moved included. */
static void
set_neighbours (VrAlignContext *self, const GArray *anchors)
{
  guint s, i;
  guint32 r, last;

  for (s = 0; s < VR_N_SIDES; s++)
    {
      self->anchors[s] = g_new (guint32, self->n[s] + 1);
      self->befores[s] = g_new (guint32, self->n[s] + 1);
      self->afters[s] = g_new (guint32, self->n[s] + 1);
      memset (self->anchors[s], 0xff, (self->n[s] + 1) * sizeof (guint32));
    }
  for (i = 0; i < anchors->len; i++)
    {
      const VrChainPair *anchor = &g_array_index (anchors, VrChainPair, i);

      self->anchors[0][anchor->row] = anchor->column;
      self->anchors[1][anchor->column] = anchor->row;
    }
  for (s = 0; s < VR_N_SIDES; s++)
    {
      for (r = 0, last = VR_ALIGN_NONE; r < self->n[s]; r++)
        {
          self->befores[s][r] = last;
          last = self->anchors[s][r] != VR_ALIGN_NONE ? r : last;
        }
      for (r = self->n[s], last = VR_ALIGN_NONE; r-- > 0;)
        {
          self->afters[s][r] = last;
          last = self->anchors[s][r] != VR_ALIGN_NONE ? r : last;
        }
    }
}

/* How far @other is from where the nearest anchors of @rank put it, block moves followed. */
static float
local_distance (const VrAlignContext *self, guint s, guint32 rank, guint32 other)
{
  guint32 before = self->befores[s][rank], after = self->afters[s][rank];
  gint64 best = G_MAXINT32, place;

  /* The texts' beginnings and ends are anchors too. */
  place = before == VR_ALIGN_NONE ? (gint64)rank : (gint64)self->anchors[s][before] + rank - before;
  best = MIN (best, ABS (place - (gint64)other));
  place = after == VR_ALIGN_NONE ? (gint64)self->n[1 - s] - (self->n[s] - rank)
                                 : (gint64)self->anchors[s][after] + rank - after;
  best = MIN (best, ABS (place - (gint64)other));
  return (float)best;
}

static void
set_expected (VrAlignContext *self)
{
  g_autoptr (GArray) anchors = list_anchors (self);
  VrChainPair from = { G_MAXUINT32, G_MAXUINT32, 0, FALSE }; /* -1, -1 */
  VrChainPair end = { self->n[0], self->n[1], 0, TRUE };
  guint i;

  set_neighbours (self, anchors);
  for (i = 0; i <= anchors->len; i++)
    {
      VrChainPair to = i < anchors->len ? g_array_index (anchors, VrChainPair, i) : end;
      gint32 before = (gint32)from.column;

      if (!to.chosen)
        continue;
      interpolate (self, from, to);
      if (i < anchors->len)
        {
          guint next = i + 1;

          self->expected[0][to.row] = (float)to.column;
          self->expected[1][to.column] = (float)to.row;
          while (next < anchors->len && !g_array_index (anchors, VrChainPair, next).chosen)
            next++;
          self->box_from[to.row] = before;
          self->box_to[to.row] = next < anchors->len
                                     ? (gint32)g_array_index (anchors, VrChainPair, next).column
                                     : (gint32)self->n[1];
        }
      from = to;
    }
}

void
vr_align_context_init (VrAlignContext *self, const VrAlign *align, gboolean by_chance)
{
  guint s;
  guint32 p, r;

  self->align = align;
  self->by_chance = by_chance;
  for (s = 0; s < VR_N_SIDES; s++)
    {
      self->n[s] = align->sides[s].n_solids;
      self->tops[s] = g_new0 (VrAlignTop, self->n[s] + 1);
      self->expected[s] = g_new0 (float, self->n[s] + 1);
      for (r = 0; r < self->n[s]; r++)
        if (firm_rank (align, s, r) != VR_ALIGN_NONE)
          self->tops[s][r].best = 1;
    }
  self->box_from = g_new0 (gint32, self->n[0] + 1);
  self->box_to = g_new0 (gint32, self->n[0] + 1);
  for (p = 0; p < align->pairs->len; p++)
    {
      const VrAlignPair *pair = &g_array_index (align->pairs, VrAlignPair, p);

      top_add (&self->tops[0][pair->row], value_of (self, pair));
      top_add (&self->tops[1][pair->column], value_of (self, pair));
    }
  set_expected (self);
}

void
vr_align_context_clear (VrAlignContext *self)
{
  guint s;

  for (s = 0; s < VR_N_SIDES; s++)
    {
      g_free (self->tops[s]);
      g_free (self->expected[s]);
      g_free (self->anchors[s]);
      g_free (self->befores[s]);
      g_free (self->afters[s]);
    }
  g_free (self->box_from);
  g_free (self->box_to);
}

float
vr_align_context_distance (const VrAlignContext *self, const VrAlignPair *pair)
{
  float by_row = fabsf ((float)pair->column - self->expected[0][pair->row]);
  float by_column = fabsf ((float)pair->row - self->expected[1][pair->column]);

  return MIN (by_row, by_column);
}

float
vr_align_context_block_distance (const VrAlignContext *self, const VrAlignPair *pair)
{
  return MIN (local_distance (self, 0, pair->row, pair->column),
              local_distance (self, 1, pair->column, pair->row));
}
