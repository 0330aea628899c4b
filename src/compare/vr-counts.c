/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a comparison: rows by kind, words by what became of them, quiet differences. */
#include "vr-comparison-private.h"
#include "vr-engine.h"

#include <string.h>

typedef struct
{
  VrComparison *comparison;
  const VrEngine *engine;
} Counting;

/* Canonical side of a caller's side. */
static guint
canonical (const Counting *self, VrSide side)
{
  return side ^ (self->engine->swapped ? 1 : 0);
}

static gboolean
is_word (const Counting *self, guint side, guint32 token)
{
  return !(self->engine->traits[self->engine->ids[side][token]] & VR_TRAIT_PUNCTUATION);
}

/* Words of one paragraph by the pieces' spans: those that start in a changed piece are changed.
 * @base is where the paragraph starts in the row's text; @piece moves on with it. */
static guint64
count_changed (const Counting *self, const VrRow *row, VrSide side, guint32 paragraph, guint32 base,
               guint32 *piece)
{
  guint number = canonical (self, side);
  VrPieceOp changed = side == VR_SIDE_OLD ? VR_PIECE_DELETE : VR_PIECE_INSERT;
  guint64 n = 0;

  for (guint32 t = self->engine->firsts[number][paragraph];
       t < self->engine->firsts[number][paragraph + 1]; t++)
    {
      guint32 start = base + self->engine->starts[number][t];
      const VrPiece *this;
      VrSpan span;

      for (;; (*piece)++)
        {
          this = &row->pieces[*piece];
          span = side == VR_SIDE_OLD ? this->old_span : this->new_span;
          if (start < span.to || *piece + 1 == row->n_pieces)
            break;
        }
      n += this->op == changed && is_word (self, number, t);
    }

  return n;
}

static void
count_side (const Counting *self, const VrRow *row, VrSide side)
{
  VrWordCounts *counts = &self->comparison->summary.words[side];
  guint number = canonical (self, side);
  const guint32 *members = side == VR_SIDE_OLD ? row->old_paragraphs : row->new_paragraphs;
  guint32 n_members = side == VR_SIDE_OLD ? row->n_old : row->n_new;
  guint32 base = 0, piece = 0;
  guint64 n_words = 0, n_changed = 0;

  for (guint32 i = 0; i < n_members; i++)
    {
      guint32 paragraph = members[i];

      for (guint32 t = self->engine->firsts[number][paragraph];
           t < self->engine->firsts[number][paragraph + 1]; t++)
        n_words += is_word (self, number, t);
      if (row->n_pieces > 0)
        n_changed += count_changed (self, row, side, paragraph, base, &piece);
      base += self->engine->paragraphs[number][paragraph].n_bytes + 3; /* U+2029 */
    }

  counts->changed += n_changed;
  if (row->moved)
    counts->moved += n_words - n_changed;
  else
    counts->equal += n_words - n_changed;
}

void
vr_comparison_count (VrComparison *self, const VrEngine *engine)
{
  Counting counting = { self, engine };

  for (guint i = 0; i < self->n_rows; i++)
    {
      const VrRow *row = &self->rows[i];

      self->summary.n_rows[row->kind]++;
      count_side (&counting, row, VR_SIDE_OLD);
      count_side (&counting, row, VR_SIDE_NEW);
      for (guint32 p = 0; p < row->n_pieces; p++)
        for (guint bit = 0; bit < VR_N_QUIET; bit++)
          self->summary.n_quiet[bit] += (row->pieces[p].quiet >> bit) & 1;
    }
  self->summary.limited = engine->limited;
}

/* Multiply and fold, eight bytes a step: rows of 20 MB are hashed in a few milliseconds, and the
 * same on every machine (bytes are read as little-endian). */
static guint64
hash_bytes (guint64 hash, const char *text, gsize n_bytes)
{
  gsize i = 0;

  for (; i + 8 <= n_bytes; i += 8)
    {
      guint64 word;

      memcpy (&word, text + i, 8);
      hash = (hash ^ GUINT64_FROM_LE (word)) * 0x9e3779b97f4a7c15u;
      hash ^= hash >> 32;
    }
  for (; i < n_bytes; i++)
    hash = (hash ^ (guint8)text[i]) * 0x9e3779b97f4a7c15u;

  return (hash ^ (hash >> 29)) * 0xbf58476d1ce4e5b9u;
}

static guint64
hash_row (const VrComparison *self, const VrRow *row)
{
  guint64 hash = 0x2545f4914f6cdd1du;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      const VrParagraph *paragraphs = vr_article_peek_paragraphs (self->articles[side]);
      const guint32 *members = side == VR_SIDE_OLD ? row->old_paragraphs : row->new_paragraphs;
      guint32 n = side == VR_SIDE_OLD ? row->n_old : row->n_new;

      for (guint32 i = 0; i < n; i++)
        hash =
            hash_bytes (hash + i + 1, paragraphs[members[i]].text, paragraphs[members[i]].n_bytes);
      hash = hash_bytes (hash + side, "", 0);
    }

  return hash;
}

/* Equal rows are told apart by their order; an open-addressed table counts them. */
void
vr_comparison_hash_rows (VrComparison *self)
{
  guint32 capacity = 16;
  g_autofree guint32 *slots = NULL; /* row + 1 of the last one with that hash */

  while (capacity < 2 * self->n_rows)
    capacity *= 2;
  slots = g_new0 (guint32, capacity);
  self->ids = g_new (guint64, MAX (self->n_rows, 1));
  self->twins = g_new0 (guint32, MAX (self->n_rows, 1));

  for (guint i = 0; i < self->n_rows; i++)
    {
      guint32 slot;

      self->ids[i] = hash_row (self, &self->rows[i]);
      slot = self->ids[i] & (capacity - 1);
      while (slots[slot] != 0 && self->ids[slots[slot] - 1] != self->ids[i])
        slot = (slot + 1) & (capacity - 1);
      if (slots[slot] != 0)
        self->twins[i] = self->twins[slots[slot] - 1] + 1;
      slots[slot] = i + 1;
    }
}
