/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows moved: those outside the heaviest increasing run of pairs. */
#include "vr-engine.h"
#include "vr-hash.h"

/* A weight that adds up: words first; where those tie, a hash of the texts decides, so that the
 * choice falls by content and never by side or position. */
typedef struct
{
  guint64 words;
  guint64 hash;
} Weight;

/* Rows with both sides, in the order in which they stand on side 0. */
typedef struct
{
  const VrEngine *engine;
  const VrRows *rows;
  guint32 *order; /* NULL where it is the rows' own, which may have others between them */
  guint32 n;
} Sequence;

/* Elements that follow each other, on side 1 without a gap: the heaviest run has all of them or
 * none, so they are weighed as one. */
typedef struct
{
  guint32 first;    /* in the sequence */
  guint32 previous; /* block in the heaviest run that ends here; 0 is none */
  Weight weight;    /* of that run */
} Block;

static inline gboolean
is_heavier (Weight a, Weight b)
{
  return a.words > b.words || (a.words == b.words && a.hash > b.hash);
}

static guint32
n_tokens_of (const VrEngine *engine, guint side, guint32 paragraph)
{
  return vr_engine_end_token (engine, side, paragraph)
         - vr_engine_first_token (engine, side, paragraph);
}

/* Sums of these do not hang on the order of sides. */
static guint64
hash_paragraph (const VrEngine *engine, guint side, guint32 paragraph)
{
  VrSlice text = vr_engine_get_text (engine, side, paragraph);

  return vr_hash_ends (text.text, text.n_bytes) & G_MAXUINT32;
}

/* A row stands where its longest paragraph stands. */
static guint32
stands_at (const Sequence *self, guint32 row, guint side)
{
  guint32 n, at, best;
  const guint32 *members = vr_rows_peek_members (self->rows, side, row, &n);

  at = members[0];
  if (n == 1)
    return at;

  best = n_tokens_of (self->engine, side, at);
  for (guint32 i = 1; i < n; i++)
    if (n_tokens_of (self->engine, side, members[i]) > best)
      {
        at = members[i];
        best = n_tokens_of (self->engine, side, at);
      }

  return at;
}

static void
add_weight (const Sequence *self, guint32 row, Weight *weight)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      guint32 n;
      const guint32 *members = vr_rows_peek_members (self->rows, side, row, &n);

      for (guint32 i = 0; i < n; i++)
        weight->words += n_tokens_of (self->engine, side, members[i]);
      /* A paragraph of no words still has a place to keep. */
      weight->words++;
      weight->hash += hash_paragraph (self->engine, side, stands_at (self, row, side));
    }
}

static gboolean
is_element (const Sequence *self, guint32 row)
{
  return vr_rows_is_paired (self->rows, row)
         && !vr_engine_is_furniture (self->engine, 0, vr_rows_get_first (self->rows, 0, row));
}

/* The element's row, or FALSE for a row that is no element; furniture has no place to leave. */
static gboolean
get_element (const Sequence *self, guint32 index, guint32 *row)
{
  *row = self->order != NULL ? self->order[index] : index;

  return is_element (self, *row);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer sequence)
{
  guint32 at_a = stands_at (sequence, *(const guint32 *)a, 0);
  guint32 at_b = stands_at (sequence, *(const guint32 *)b, 0);

  return at_a < at_b ? -1 : at_a > at_b;
}

static void
sort_sequence (Sequence *self)
{
  guint32 n = 0;

  self->order = g_new (guint32, self->n);
  for (guint32 i = 0; i < self->n; i++)
    if (is_element (self, i))
      self->order[n++] = i;
  self->n = n;
  g_qsort_with_data (self->order, (gint)n, sizeof *self->order, compare_places, self);
}

/* Counts the blocks; tells whether the elements rise on side 0 and on side 1. */
static guint32
scan_sequence (const Sequence *self, gboolean rises[VR_N_SIDES])
{
  gint64 last[VR_N_SIDES] = { -2, -2 };
  guint32 n_blocks = 0, row;

  rises[0] = rises[1] = TRUE;
  for (guint32 i = 0; i < self->n; i++)
    if (get_element (self, i, &row))
      {
        gint64 at[VR_N_SIDES] = { stands_at (self, row, 0), stands_at (self, row, 1) };

        n_blocks += at[1] != last[1] + 1;
        for (guint side = 0; side < VR_N_SIDES; side++)
          {
            rises[side] = rises[side] && at[side] > last[side];
            last[side] = at[side];
          }
      }

  return n_blocks;
}

/* The block from element @index on: its own weight, and where it stands on side 1.  Moves @index
 * behind it. */
static void
gather_block (const Sequence *self, guint32 *index, Block *block, guint32 *from, guint32 *to)
{
  guint32 row;

  while (!get_element (self, *index, &row))
    ++*index;
  *block = (Block){ .first = *index };
  *from = stands_at (self, row, 1);
  *to = *from;
  do
    {
      ++*to;
      add_weight (self, row, &block->weight);
      do
        ++*index;
      while (*index < self->n && !get_element (self, *index, &row));
    }
  while (*index < self->n && stands_at (self, row, 1) == *to);
}

/* Heaviest increasing subsequence by a Fenwick tree of prefix maxima (Fredman 1975 for the
 * unweighted case; Jacobson and Vo 1992 for weights).  O(n log n).  Returns its last block, of
 * those from number 1 on. */
static guint32
find_heaviest_run (const Sequence *self, Block *blocks, guint32 n_blocks)
{
  guint32 n_positions = self->engine->n_paragraphs[1];
  g_autofree guint32 *tree = g_new0 (guint32, n_positions + 1);
  guint32 last = 0, index = 0;

  blocks[0] = (Block){ 0 };
  for (guint32 i = 1; i <= n_blocks; i++)
    {
      Block *block = &blocks[i];
      guint32 from, to;

      gather_block (self, &index, block, &from, &to);
      for (guint32 p = from; p > 0; p -= p & -p)
        if (is_heavier (blocks[tree[p]].weight, blocks[block->previous].weight))
          block->previous = tree[p];
      block->weight.words += blocks[block->previous].weight.words;
      block->weight.hash += blocks[block->previous].weight.hash;
      for (guint32 p = to; p <= n_positions; p += p & -p)
        if (is_heavier (block->weight, blocks[tree[p]].weight))
          tree[p] = i;
      if (is_heavier (block->weight, blocks[last].weight))
        last = i;
    }

  return last;
}

static void
mark_moved (VrRows *self, guint32 row, guint old_side)
{
  vr_marks_add (&self->moved, vr_rows_get_first (self, old_side, row));
  if (self->kinds[row] == VR_ROW_SAME)
    self->kinds[row] = VR_ROW_MOVED;
  else if (self->kinds[row] == VR_ROW_EDITED)
    self->kinds[row] = VR_ROW_MOVED_EDITED;
}

static void
keep_heaviest_run (VrRows *rows, const Sequence *sequence, guint32 n_blocks)
{
  g_autofree Block *blocks = g_new (Block, n_blocks + 1);
  guint32 kept = find_heaviest_run (sequence, blocks, n_blocks), end = sequence->n, row;

  for (guint32 i = n_blocks; i > 0; i--)
    {
      if (i == kept)
        kept = blocks[i].previous;
      else
        for (guint32 k = blocks[i].first; k < end; k++)
          if (get_element (sequence, k, &row))
            mark_moved (rows, row, vr_engine_side (sequence->engine, VR_SIDE_OLD));
      end = blocks[i].first;
    }
}

void
vr_rows_find_moved (VrRows *self, const VrEngine *engine)
{
  Sequence sequence = { .engine = engine, .rows = self, .n = self->n };
  gboolean rises[VR_N_SIDES];
  guint32 n_blocks = scan_sequence (&sequence, rises);

  vr_marks_init (&self->moved, engine->n_paragraphs[vr_engine_side (engine, VR_SIDE_OLD)]);
  if (!rises[0])
    {
      sort_sequence (&sequence);
      n_blocks = scan_sequence (&sequence, rises);
    }
  if (!rises[1])
    keep_heaviest_run (self, &sequence, n_blocks);
  g_free (sequence.order);
}
