/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs that need no search: beside two units that are equal stand two that are nearly equal.
 *
 * From each pair of equal units the next ones are taken as long as they share most of their words,
 * forwards and backwards, and no unit a few places on is as like either of them: entries of a list
 * are so alike that one may stand where another stood.  In versions of one text this leaves a few
 * units in a hundred to the index of words and to the model.
 */
#include "vr-align-private.h"

#include <math.h>

/* Shared words of two neighbours that are taken to be one, Dice's coefficient. */
#define MIN_SHARED 0.82f

/* Of so many units behind two neighbours none may be as like either of them. */
#define MAX_SHIFT 3

/* How many tokens from either end tell whether a closer look is worth it. */
#define MAX_GLANCE 24

typedef struct
{
  VrAlign *align;
  guint32 *counts; /* by term; all zero between uses */
} Sure;

static gboolean
is_waiting (const Sure *self, guint s, gint64 rank)
{
  const VrAlignSide *side = &self->align->sides[s];

  return rank >= 0 && rank < side->n_solids && side->open[vr_align_solid (side, rank)];
}

/* The shorter one at best has all its tokens in the other. */
static gboolean
is_long_enough (VrAlignTokens a, VrAlignTokens b)
{
  return 2.0f * (float)MIN (a.n, b.n) >= MIN_SHARED * (float)(a.n + b.n);
}

/* What they share, Dice's coefficient of their tokens, or 0 where that is not enough. */
static float
shared_part (const Sure *self, guint32 row, guint32 column)
{
  guint32 unit_a = vr_align_solid (&self->align->sides[0], row);
  guint32 unit_b = vr_align_solid (&self->align->sides[1], column);
  VrAlignTokens a = vr_align_tokens (&self->align->sides[0], unit_a);
  VrAlignTokens b = vr_align_tokens (&self->align->sides[1], unit_b);
  guint32 n_shared = 0;
  float part;

  if (!is_long_enough (a, b) || vr_align_is_forbidden (self->align, unit_a, unit_b))
    return 0;

  for (guint32 i = 0; i < a.n; i++)
    self->counts[vr_align_term_of (self->align, a.ids[i])]++;
  for (guint32 i = 0; i < b.n; i++)
    {
      guint32 *count = &self->counts[vr_align_term_of (self->align, b.ids[i])];

      n_shared += *count > 0;
      *count -= *count > 0;
    }
  for (guint32 i = 0; i < a.n; i++)
    self->counts[vr_align_term_of (self->align, a.ids[i])] = 0;

  part = 2.0f * (float)n_shared / (float)(a.n + b.n);
  return part >= MIN_SHARED ? part : 0;
}

/* Whether two units have half of their first or last tokens in the same places, as the entries of a
 * list do.  Most are told apart by this, and far faster than by what they share. */
static gboolean
looks_alike (const Sure *self, guint32 row, guint32 column)
{
  const VrAlignSide *rows = &self->align->sides[0], *columns = &self->align->sides[1];
  VrAlignTokens a = vr_align_tokens (rows, vr_align_solid (rows, row));
  VrAlignTokens b = vr_align_tokens (columns, vr_align_solid (columns, column));
  guint32 n = MIN (MIN (a.n, b.n), MAX_GLANCE), n_first = 0, n_last = 0;
  const guint32 *last_a = a.ids + a.n - n, *last_b = b.ids + b.n - n;

  if (!is_long_enough (a, b))
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    n_first += a.ids[i] == b.ids[i];
  for (guint32 i = 0; i < n; i++)
    n_last += last_a[i] == last_b[i];

  return 2 * MAX (n_first, n_last) >= n;
}

/* Whether a unit a few places on is as like either of two that share @part: then one entry of a
 * list may stand where another stood, and the model is to tell. */
static gboolean
has_rival (const Sure *self, gint64 row, gint64 column, int step, float part)
{
  for (guint i = 1; i <= MAX_SHIFT; i++)
    {
      gint64 there[VR_N_SIDES] = { row + (gint64)i * step, column + (gint64)i * step };

      if ((is_waiting (self, 0, there[0]) && looks_alike (self, (guint32)there[0], (guint32)column)
           && shared_part (self, (guint32)there[0], (guint32)column) >= part)
          || (is_waiting (self, 1, there[1]) && looks_alike (self, (guint32)row, (guint32)there[1])
              && shared_part (self, (guint32)row, (guint32)there[1]) >= part))
        return TRUE;
    }

  return FALSE;
}

static void
pair_ranks (Sure *self, guint32 row, guint32 column, float part)
{
  VrAlignSide *rows = &self->align->sides[0], *columns = &self->align->sides[1];
  guint32 a = vr_align_solid (rows, row), b = vr_align_solid (columns, column);

  rows->partners[a] = b;
  columns->partners[b] = a;
  rows->open[a] = columns->open[b] = FALSE;
  self->align->shared_parts[a] = part;
}

static void
extend (Sure *self, gint64 row, gint64 column, int step)
{
  for (row += step, column += step; is_waiting (self, 0, row) && is_waiting (self, 1, column);
       row += step, column += step)
    {
      float part = shared_part (self, (guint32)row, (guint32)column);

      if (part == 0 || has_rival (self, row, column, step, part))
        return;
      pair_ranks (self, (guint32)row, (guint32)column, part);
    }
}

void
vr_align_pair_sure (VrAlign *align)
{
  const VrAlignSide *rows = &align->sides[0], *columns = &align->sides[1];
  g_autofree guint32 *counts = g_new0 (guint32, align->n_terms + 1);
  Sure self = { .align = align, .counts = counts };

  align->shared_parts = g_new0 (float, rows->n_units + 1);
  for (int step = 1; step >= -1; step -= 2)
    {
      extend (&self, step > 0 ? -1 : (gint64)rows->n_solids,
              step > 0 ? -1 : (gint64)columns->n_solids, step);
      for (guint32 r = 0; r < rows->n_solids; r++)
        {
          guint32 partner = rows->partners[vr_align_solid (rows, r)];

          if (partner != VR_ALIGN_NONE && vr_align_rank (columns, partner) != VR_ALIGN_NONE)
            extend (&self, r, vr_align_rank (columns, partner), step);
        }
    }
}

VrEvidence
vr_align_explain_sure (float part)
{
  /* A tenth of the words changed leaves one doubt in a hundred. */
  float doubt = MAX ((1 - part) * (1 - part), 0.0001f);
  VrEvidence evidence = { .score = 1 - doubt };

  evidence.terms[VR_ALIGN_TERM_WORDS] = logf (part / MAX (1 - part, 0.0001f));
  evidence.terms[VR_ALIGN_TERM_NEIGHBOURS] =
      logf (evidence.score / doubt) - evidence.terms[VR_ALIGN_TERM_WORDS];
  return evidence;
}
