/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many tokens of two units stand in the same order: their longest common subsequence.
 *
 * Its length by bit vectors (Hyyrö 2004), 64 tokens of the row a step.  Units too long for that
 * are compared by every so many tokens of the row and column only: those of the rarest terms.
 */
#include "vr-align-order.h"

#include <string.h>

/* Longer units are thinned out to about this many tokens. */
#define MAX_TOKENS 4096

/* Tokens looked at from either end. */
#define MAX_ENDS 5

struct _VrAlignOrder
{
  const VrAlign *align;
  guint32 *slots; /* by term: 1 + its place in masks, 0 where the row lacks it */
  GArray *used;   /* terms with a slot */
  guint64 *masks; /* n_words64 for each slot */
  gsize masks_size;
  guint64 *state;
  gsize state_size;
  GArray *row; /* the row's terms, thinned out or not */
  GArray *column;
  guint64 threshold; /* a term whose hash is above is left out; G_MAXUINT64 for none */
  guint n_words64;
};

VrAlignOrder *
vr_align_order_new (const VrAlign *align)
{
  VrAlignOrder *self = g_new0 (VrAlignOrder, 1);

  self->align = align;
  self->slots = g_new0 (guint32, align->n_terms + 1);
  self->used = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->row = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->column = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
vr_align_order_free (VrAlignOrder *self)
{
  g_free (self->slots);
  g_array_unref (self->used);
  g_array_unref (self->row);
  g_array_unref (self->column);
  g_free (self->masks);
  g_free (self->state);
  g_free (self);
}

/* Rare terms are kept first: what a term is worth in a long unit falls with its frequency. */
static gboolean
is_kept (const VrAlignOrder *self, guint32 term)
{
  return self->threshold == G_MAXUINT64 || (term * (guint64)0x9e3779b97f4a7c15u) <= self->threshold;
}

static const guint32 *
thin_out (const VrAlignOrder *self, const guint32 *terms, guint32 n_terms, GArray *kept,
          guint32 *n_kept)
{
  guint32 i;

  *n_kept = n_terms;
  if (self->threshold == G_MAXUINT64)
    return terms;
  g_array_set_size (kept, 0);
  for (i = 0; i < n_terms; i++)
    if (is_kept (self, terms[i]))
      g_array_append_val (kept, terms[i]);
  *n_kept = kept->len;
  return (const guint32 *)kept->data;
}

void
vr_align_order_set_row (VrAlignOrder *self, guint32 row)
{
  const VrAlignSide *side = &self->align->sides[0];
  guint32 unit = side->solids[row], n = side->firsts[unit + 1] - side->firsts[unit], i;
  const guint32 *terms;
  guint k;

  for (k = 0; k < self->used->len; k++)
    self->slots[g_array_index (self->used, guint32, k)] = 0;
  g_array_set_size (self->used, 0);
  self->threshold = n <= MAX_TOKENS ? G_MAXUINT64 : (G_MAXUINT64 / n) * MAX_TOKENS;
  terms = thin_out (self, side->terms + side->firsts[unit], n, self->row, &n);
  self->n_words64 = (n + 63) / 64;
  for (i = 0; i < n; i++)
    if (self->slots[terms[i]] == 0)
      {
        g_array_append_val (self->used, terms[i]);
        self->slots[terms[i]] = self->used->len;
      }
  if ((gsize)self->used->len * self->n_words64 > self->masks_size)
    {
      self->masks_size = 2 * (gsize)self->used->len * self->n_words64;
      g_free (self->masks);
      self->masks = g_new (guint64, self->masks_size);
    }
  if (self->n_words64 > self->state_size)
    {
      self->state_size = 2 * self->n_words64;
      g_free (self->state);
      self->state = g_new (guint64, self->state_size);
    }
  if (self->used->len > 0)
    memset (self->masks, 0, (gsize)self->used->len * self->n_words64 * sizeof (guint64));
  for (i = 0; i < n; i++)
    self->masks[(gsize)(self->slots[terms[i]] - 1) * self->n_words64 + i / 64] |= (guint64)1
                                                                                  << (i % 64);
}

/* One token of the column: state = (state + (state & mask)) | (state & ~mask). */
static inline void
advance (guint64 *state, const guint64 *mask, guint n_words64)
{
  guint64 carry = 0;
  guint w;

  for (w = 0; w < n_words64; w++)
    {
      guint64 matched = state[w] & mask[w], sum = state[w] + matched, with_carry = sum + carry;

      carry = (sum < matched) | (with_carry < sum);
      state[w] = with_carry | (state[w] & ~mask[w]);
    }
}

static guint32
common_length (VrAlignOrder *self, const guint32 *terms, guint32 n)
{
  guint32 i, zeros = 0;
  guint w;

  memset (self->state, 0xff, self->n_words64 * sizeof (guint64));
  for (i = 0; i < n; i++)
    {
      guint32 slot = self->slots[terms[i]];

      if (slot > 0)
        advance (self->state, self->masks + (gsize)(slot - 1) * self->n_words64, self->n_words64);
    }
  for (w = 0; w < self->n_words64; w++)
    zeros += (guint32)__builtin_popcountll (~self->state[w]);
  return zeros;
}

/* How many tokens are alike from the start, and from the end. */
static void
measure_ends (const VrAlignOrder *self, VrAlignPair *pair, guint32 row_unit, guint32 column_unit)
{
  const VrAlignSide *rows = &self->align->sides[0], *columns = &self->align->sides[1];
  const guint32 *row = rows->terms + rows->firsts[row_unit];
  const guint32 *column = columns->terms + columns->firsts[column_unit];
  guint32 n_row = rows->firsts[row_unit + 1] - rows->firsts[row_unit];
  guint32 n_column = columns->firsts[column_unit + 1] - columns->firsts[column_unit];
  guint32 n = MIN (MIN (n_row, n_column), MAX_ENDS), i;

  for (i = 0; i < n && row[i] == column[i]; i++)
    continue;
  pair->start = (float)i / MAX_ENDS;
  for (i = 0; i < n && row[n_row - 1 - i] == column[n_column - 1 - i]; i++)
    continue;
  pair->end = (float)i / MAX_ENDS;
}

void
vr_align_order_measure (VrAlignOrder *self, VrAlignPair *pair)
{
  const VrAlignSide *rows = &self->align->sides[0], *columns = &self->align->sides[1];
  guint32 row_unit = rows->solids[pair->row], column_unit = columns->solids[pair->column];
  guint32 n_row = rows->firsts[row_unit + 1] - rows->firsts[row_unit];
  guint32 n_column = columns->firsts[column_unit + 1] - columns->firsts[column_unit];
  guint32 length;
  const guint32 *terms;

  if (self->threshold != G_MAXUINT64)
    n_row = self->row->len;
  terms = thin_out (self, columns->terms + columns->firsts[column_unit], n_column, self->column,
                    &n_column);
  length = common_length (self, terms, n_column);
  pair->order = n_row + n_column > 0 ? 2.0f * (float)length / (float)(n_row + n_column) : 0;
  measure_ends (self, pair, row_unit, column_unit);
}
