/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a comparison: rows by kind, words by what became of them, quiet differences. */
#include "vr-comparison-private.h"
#include "vr-engine.h"
#include "vr-hash.h"

#include <string.h>

static guint64
count_words (const VrEngine *engine, guint side, guint32 from, guint32 to)
{
  guint64 n = 0;

  for (guint32 i = from; i < to; i++)
    n += !(engine->traits[engine->ids[side][i]] & VR_TRAIT_PUNCTUATION);

  return n;
}

/* Words of the hunks; the row's runs may be joined paragraphs, whose separators are no words. */
static guint64
count_changed (const VrEngine *engine, const VrRun *run, guint side, const GArray *hunks)
{
  guint64 n = 0;

  for (guint i = 0; i < hunks->len; i++)
    {
      const VrHunk *hunk = &g_array_index (hunks, VrHunk, i);
      guint32 from = side == 0 ? hunk->old_from : hunk->new_from;
      guint32 to = side == 0 ? hunk->old_to : hunk->new_to;

      for (guint32 t = from; t < to; t++)
        n += !(engine->traits[run->ids[t]] & VR_TRAIT_PUNCTUATION);
    }

  return n;
}

static void
count_side (VrWordCounts *counts, const VrEngine *engine, const VrRow *row, VrSide side,
            const VrRun *run, const GArray *hunks)
{
  guint number = side ^ (engine->swapped ? 1 : 0);
  const guint32 *members = side == VR_SIDE_OLD ? row->old_paragraphs : row->new_paragraphs;
  guint32 n_members = side == VR_SIDE_OLD ? row->n_old : row->n_new;
  guint64 n_words = 0, n_changed;

  for (guint32 i = 0; i < n_members; i++)
    n_words += count_words (engine, number, vr_engine_first_token (engine, number, members[i]),
                            vr_engine_end_token (engine, number, members[i]));
  n_changed = run != NULL ? count_changed (engine, &run[number], number, hunks) : n_words;

  counts->changed += n_changed;
  if (row->moved)
    counts->moved += n_words - n_changed;
  else
    counts->equal += n_words - n_changed;
}

void
vr_comparison_count_row (VrComparison *self, const VrEngine *engine, const VrRow *row,
                         const VrRun *runs, const GArray *hunks)
{
  VrSummary *summary = &self->summary;

  summary->n_rows[row->kind]++;
  for (guint side = 0; side < VR_N_SIDES; side++)
    count_side (&summary->words[side], engine, row, side, runs, hunks);
}

void
vr_comparison_count_quiet (VrComparison *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    for (guint bit = 0; bit < VR_N_QUIET; bit++)
      self->summary.n_quiet[bit] += (g_array_index (self->pieces, VrPiece, i).quiet >> bit) & 1;
}

static guint64
hash_row (const VrComparison *self, const VrRow *row)
{
  guint64 hash = 0x2545f4914f6cdd1du;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      const guint32 *members = side == VR_SIDE_OLD ? row->old_paragraphs : row->new_paragraphs;
      guint32 n = side == VR_SIDE_OLD ? row->n_old : row->n_new;

      for (guint32 i = 0; i < n; i++)
        {
          VrSlice text = vr_article_get_paragraph_text (self->articles[side], members[i]);

          hash = vr_hash_bytes (hash + i + 1, text.text, text.n_bytes);
        }
      hash = vr_hash_bytes (hash + side, "", 0);
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
