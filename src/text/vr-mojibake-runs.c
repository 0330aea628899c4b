/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairs a line: by the one codec that it is wholly in, or each word by the best codec for it. */
#include "vr-mojibake-trials.h"

#include <string.h>

/* A match that is carried out. */
typedef struct
{
  VrMatch match;
  VrCodec codec;
  guint32 order;
} Edit;

/* What is needed while a line is repaired. */
typedef struct
{
  GArray *cells; /* VrCell */
  VrTrial best;
  VrTrial trial;
  GArray *edits;   /* Edit */
  guint8 *claimed; /* a flag a cell */
} Pass;

/* The codecs in which some character may start one of UTF-8 that the next goes on with. */
static guint32
find_codecs (const VrCell *cells, gsize n_cells)
{
  guint32 codecs = 0;
  gboolean has_wide = FALSE;

  for (gsize i = 0; i < n_cells; i++)
    {
      guint32 next = i + 1 < n_cells ? cells[i + 1].c : 0;

      if (cells[i].c < 0x80)
        continue;
      has_wide |= vr_is_wide (cells[i].c);
      codecs |= vr_codec_masks[vr_codec_slot (cells[i].c)].leads
                & (next == ' ' || next == '?' || next == 0xFFFD
                       ? G_MAXUINT32
                       : vr_codec_masks[vr_codec_slot (next)].trails);
    }
  return has_wide ? codecs | (guint32)(G_MAXUINT32 << VR_N_BYTE_CODECS) : codecs;
}

/* Whole lines first, then what is less odd, then what is more of one language. */
static gboolean
is_better (const VrTrial *trial, const VrTrial *best)
{
  if (trial->gain <= 0 || best->gain <= 0)
    return trial->gain > best->gain;
  if (trial->is_whole != best->is_whole)
    return trial->is_whole;
  return trial->gain != best->gain ? trial->gain > best->gain : trial->cost < best->cost;
}

/* Carries out the words that the trial takes, but where a better codec has been before. */
static void
claim_words (Pass *self, const VrTrial *trial)
{
  for (guint w = 0; w < trial->words->len; w++)
    {
      const VrTrialWord *word = &g_array_index (trial->words, VrTrialWord, w);
      const VrMatch *matches = (const VrMatch *)(gpointer)trial->reading.matches->data;
      guint32 start = matches[word->first_match].at;
      guint32 end = start;

      for (guint32 i = word->first_match; i < word->end_match; i++)
        end = MAX (end, matches[i].at + matches[i].n_cells);
      if (!vr_trial_takes (trial, word) || memchr (self->claimed + start, 1, end - start) != NULL)
        continue;
      memset (self->claimed + start, 1, end - start);
      for (guint32 i = word->first_match; i < word->end_match; i++)
        {
          Edit edit = { matches[i], trial->codec, self->edits->len };

          g_array_append_val (self->edits, edit);
        }
    }
}

static gint
compare_edits (gconstpointer a, gconstpointer b)
{
  const Edit *first = a;
  const Edit *second = b;

  if (first->match.at != second->match.at)
    return first->match.at < second->match.at ? -1 : 1;
  return first->order < second->order ? -1 : first->order > second->order;
}

static void
append_edit (GArray *out, const VrCell *cells, const Edit *edit)
{
  guint32 end = out->len > 0 ? g_array_index (out, VrCell, out->len - 1).to : cells[0].from;
  VrCell cell = { edit->match.c, end, end, NULL };

  for (guint i = 0; i < edit->match.n_cells; i++)
    {
      cell.to = cells[edit->match.at + i].to;
      if (cell.codec == NULL)
        cell.codec = cells[edit->match.at + i].codec;
    }
  cell.codec = vr_codec_add_layer (vr_codec_get_name (edit->codec), cell.codec);
  g_array_append_val (out, cell);
}

static void
apply_edits (Pass *self)
{
  const VrCell *old = (const VrCell *)(gpointer)self->cells->data;
  g_autoptr (GArray) out = g_array_sized_new (FALSE, FALSE, sizeof (VrCell), self->cells->len);
  guint32 at = 0;

  g_array_sort (self->edits, compare_edits);
  for (guint i = 0; i < self->edits->len; i++)
    {
      const Edit *edit = &g_array_index (self->edits, Edit, i);

      if (edit->match.n_cells > 0)
        {
          g_array_append_vals (out, old + at, edit->match.at - at);
          at = edit->match.at + edit->match.n_cells;
        }
      append_edit (out, old, edit);
    }
  g_array_append_vals (out, old + at, self->cells->len - at);
  g_array_set_size (self->cells, 0);
  g_array_append_vals (self->cells, out->data, out->len);
}

/* The best codec's words first, then those of the others, by what they gain. */
static void
claim (Pass *self, gint *gains)
{
  const VrCell *cells = (const VrCell *)(gpointer)self->cells->data;

  g_array_set_size (self->edits, 0);
  memset (self->claimed, 0, self->cells->len);
  claim_words (self, &self->best);
  gains[self->best.codec] = 0;
  while (!self->best.is_whole)
    {
      VrCodec next = 0;

      for (VrCodec codec = 0; codec < VR_N_CODECS; codec++)
        next = gains[codec] > gains[next] ? codec : next;
      if (gains[next] <= 0)
        break;
      gains[next] = 0;
      vr_trial_run (&self->trial, cells, self->cells->len, next);
      claim_words (self, &self->trial);
    }
}

/* Takes one layer off; returns whether there was one. */
static gboolean
repair_once (Pass *self)
{
  const VrCell *cells = (const VrCell *)(gpointer)self->cells->data;
  guint32 codecs = find_codecs (cells, self->cells->len);
  gint gains[VR_N_CODECS] = { 0 };

  self->best.gain = 0;
  for (VrCodec codec = 0; codec < VR_N_CODECS; codec++)
    {
      if (!(codecs >> codec & 1))
        continue;
      vr_trial_run (&self->trial, cells, self->cells->len, codec);
      gains[codec] = self->trial.gain;
      if (is_better (&self->trial, &self->best))
        {
          VrTrial swapped = self->best;

          self->best = self->trial;
          self->trial = swapped;
        }
    }
  if (self->best.gain <= 0)
    return FALSE;
  claim (self, gains);
  apply_edits (self);
  return TRUE;
}

guint
vr_cells_repair (GArray *cells, guint max_passes)
{
  Pass pass = { .cells = cells };
  guint n_passes = 0;

  pass.edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  pass.claimed = g_malloc (MAX (cells->len, 1));
  vr_trial_init (&pass.best);
  vr_trial_init (&pass.trial);
  while (n_passes < max_passes && repair_once (&pass))
    n_passes++;
  vr_trial_clear (&pass.best);
  vr_trial_clear (&pass.trial);
  g_array_unref (pass.edits);
  g_free (pass.claimed);
  return n_passes;
}
