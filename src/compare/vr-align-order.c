/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many tokens of two units stand in the same order: their longest common subsequence.
 *
 * Its length by bit vectors (Hyyrö 2004), 64 tokens of the row a step, behind what is alike at
 * either end.  Of units too long for that only the tokens of some terms are compared; which terms,
 * their hash decides, so that both units lose the same.
 */
#include "vr-align-order.h"

#include <string.h>

/* Longer units are thinned out to about this many tokens. */
#define MAX_TOKENS 4096

/* Tokens looked at from either end. */
#define MAX_ENDS 5

typedef struct
{
  const guint32 *terms;
  guint32 n;
} Sequence;

struct _VrAlignOrder
{
  const VrAlign *align;
  guint32 *slots; /* by term: 1 + its place in masks, 0 where the masked terms lack it */
  guint32 *used;  /* terms with a slot */
  guint32 n_used;
  gsize used_size;
  guint64 *masks; /* n_words64 for each slot */
  gsize masks_size;
  guint64 *state;
  gsize state_size;
  guint n_words64;
  guint64 threshold;   /* a term whose hash is above is left out; G_MAXUINT64 for none */
  Sequence row;        /* thinned out or not */
  gboolean row_masked; /* whether the masks are those of the whole row */
  GArray *thin_row;
  GArray *thin_column;
};

VrAlignOrder *
vr_align_order_new (const VrAlign *align)
{
  VrAlignOrder *self = g_new0 (VrAlignOrder, 1);

  self->align = align;
  self->slots = g_new0 (guint32, align->n_terms + 1);
  self->thin_row = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->thin_column = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
vr_align_order_free (VrAlignOrder *self)
{
  g_free (self->slots);
  g_free (self->used);
  g_array_unref (self->thin_row);
  g_array_unref (self->thin_column);
  g_free (self->masks);
  g_free (self->state);
  g_free (self);
}

static Sequence
sequence_of (const VrAlignSide *side, guint32 rank)
{
  guint32 unit = vr_align_solid (side, rank);

  return (Sequence){ side->terms + vr_align_first (side, unit), vr_align_n_tokens (side, unit) };
}

static Sequence
thin_out (const VrAlignOrder *self, Sequence all, GArray *kept)
{
  guint32 i;

  if (self->threshold == G_MAXUINT64)
    return all;
  g_array_set_size (kept, 0);
  for (i = 0; i < all.n; i++)
    if (all.terms[i] * (guint64)0x9e3779b97f4a7c15u <= self->threshold)
      g_array_append_val (kept, all.terms[i]);
  return (Sequence){ (const guint32 *)(gpointer)kept->data, kept->len };
}

void
vr_align_order_set_row (VrAlignOrder *self, guint32 row)
{
  Sequence all = sequence_of (&self->align->sides[0], row);

  self->threshold = all.n <= MAX_TOKENS ? G_MAXUINT64 : (G_MAXUINT64 / all.n) * MAX_TOKENS;
  self->row = thin_out (self, all, self->thin_row);
  self->row_masked = FALSE;
}

static void
reserve (guint64 **array, gsize *size, gsize n_wanted)
{
  if (n_wanted <= *size)
    return;
  *size = 2 * n_wanted;
  g_free (*array);
  *array = g_new (guint64, *size);
}

/* For each term of @sequence the bits of its places. */
static void
set_masks (VrAlignOrder *self, Sequence sequence)
{
  guint32 i;

  for (i = 0; i < self->n_used; i++)
    self->slots[self->used[i]] = 0;
  self->n_used = 0;
  if (sequence.n > self->used_size)
    {
      self->used_size = 2 * (gsize)sequence.n;
      self->used = g_renew (guint32, self->used, self->used_size);
    }
  self->n_words64 = (sequence.n + 63) / 64;
  for (i = 0; i < sequence.n; i++)
    if (self->slots[sequence.terms[i]] == 0)
      {
        self->used[self->n_used++] = sequence.terms[i];
        self->slots[sequence.terms[i]] = self->n_used;
      }
  reserve (&self->masks, &self->masks_size, (gsize)self->n_used * self->n_words64 + 1);
  reserve (&self->state, &self->state_size, self->n_words64 + 1);
  memset (self->masks, 0, (gsize)self->n_used * self->n_words64 * sizeof (guint64));
  for (i = 0; i < sequence.n; i++)
    {
      gsize slot = self->slots[sequence.terms[i]] - 1;

      self->masks[slot * self->n_words64 + i / 64] |= (guint64)1 << (i % 64);
    }
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

/* Of @sequence and the masked terms. */
static guint32
masked_common_length (VrAlignOrder *self, Sequence sequence)
{
  guint32 i, zeros = 0;
  guint w;

  memset (self->state, 0xff, self->n_words64 * sizeof (guint64));
  for (i = 0; i < sequence.n; i++)
    {
      guint32 slot = self->slots[sequence.terms[i]];

      if (slot > 0)
        advance (self->state, self->masks + (gsize)(slot - 1) * self->n_words64, self->n_words64);
    }
  for (w = 0; w < self->n_words64; w++)
    zeros += (guint32)__builtin_popcountll (~self->state[w]);
  return zeros;
}

/* Of the row and @column, which have @start tokens alike at the start and @end at the end. */
static guint32
common_length (VrAlignOrder *self, Sequence column, guint32 start, guint32 end)
{
  guint32 n_alike = start + end;

  if (n_alike == self->row.n || n_alike == column.n)
    return n_alike;
  if (2 * n_alike < self->row.n)
    {
      if (!self->row_masked)
        set_masks (self, self->row);
      self->row_masked = TRUE;
      return masked_common_length (self, column);
    }
  set_masks (self, (Sequence){ self->row.terms + start, self->row.n - n_alike });
  self->row_masked = FALSE;
  return n_alike
         + masked_common_length (self, (Sequence){ column.terms + start, column.n - n_alike });
}

void
vr_align_order_measure (VrAlignOrder *self, VrAlignPair *pair)
{
  Sequence row = self->row;
  Sequence column =
      thin_out (self, sequence_of (&self->align->sides[1], pair->column), self->thin_column);
  guint32 n = MIN (row.n, column.n), start = 0, end = 0, length;

  while (start < n && row.terms[start] == column.terms[start])
    start++;
  while (end < n - start && row.terms[row.n - 1 - end] == column.terms[column.n - 1 - end])
    end++;
  length = common_length (self, column, start, end);
  pair->order = row.n + column.n > 0 ? 2.0f * (float)length / (float)(row.n + column.n) : 0;
  pair->start = (float)MIN (start, MAX_ENDS) / MAX_ENDS;
  pair->end = (float)MIN (end, MAX_ENDS) / MAX_ENDS;
}
