/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a comparison: rows by kind, words by what became of them, quiet differences. */
#include "vr-comparison-private.h"
#include "vr-engine.h"

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
  guint number = vr_engine_side (engine, side);
  guint n_members;
  const guint32 *members = vr_row_peek_paragraphs (row, side, &n_members);
  guint64 n_words = 0, n_changed;

  for (guint i = 0; i < n_members; i++)
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
  if (row->kind != VR_ROW_SAME)
    {
      summary->n_changed[VR_SIDE_OLD] += row->n_old;
      summary->n_changed[VR_SIDE_NEW] += row->n_new;
    }
  for (guint side = 0; side < VR_N_SIDES; side++)
    count_side (&summary->words[side], engine, row, side, runs, hunks);
}

void
vr_comparison_count_furniture (VrComparison *self, const VrRow *row)
{
  self->summary.n_furniture_rows++;
  self->summary.n_furniture[VR_SIDE_OLD] += row->n_old;
  self->summary.n_furniture[VR_SIDE_NEW] += row->n_new;
}

guint64
vr_summary_count_critical (const VrSummary *self)
{
  guint64 n = 0;

  for (guint bit = 0; bit < G_N_ELEMENTS (self->n_critical); bit++)
    n += self->n_critical[bit];

  return n;
}

void
vr_comparison_count_critical (VrComparison *self, const GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    self->summary
        .n_critical[g_bit_nth_lsf (g_array_index (changes, VrCriticalChange, i).kind, -1)]++;
}

void
vr_comparison_count_quiet (VrComparison *self, const GArray *pieces, guint first)
{
  for (guint i = first; i < pieces->len; i++)
    {
      guint quiet = g_array_index (pieces, VrPiece, i).quiet;

      for (guint bit = 0; quiet >> bit != 0; bit++)
        self->summary.n_quiet[bit] += (quiet >> bit) & 1;
    }
}
