/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs that need no search: beside two units that are equal stand two that are nearly equal.
 *
 * From each pair of equal units the next ones are taken as long as they share most of their words,
 * forwards and backwards.  In versions of one text this leaves a few units in a hundred to the
 * index of words.
 */
#include "vr-align-candidates.h"

#include <string.h>

/* Shared words of two neighbours that are taken to be one, Dice's coefficient. */
#define MIN_SHARED 0.82f

typedef struct
{
  const VrAlign *align;
  guint32 *counts; /* by term; all zero between uses */
  guint32 *sure[VR_N_SIDES];
} Sure;

/* Rank @rank is open and nothing has been found for it yet. */
static gboolean
is_waiting (const Sure *self, guint s, gint64 rank)
{
  const VrAlignSide *side = &self->align->sides[s];

  return rank >= 0 && rank < side->n_solids && side->open[side->solids[rank]]
         && self->sure[s][rank] == VR_ALIGN_NONE;
}

static gboolean
is_alike (const Sure *self, guint32 row, guint32 column)
{
  const VrAlignSide *rows = &self->align->sides[0], *columns = &self->align->sides[1];
  guint32 a = rows->solids[row], b = columns->solids[column];
  guint32 n_a = rows->firsts[a + 1] - rows->firsts[a];
  guint32 n_b = columns->firsts[b + 1] - columns->firsts[b];
  guint32 n_shared = 0;

  /* The shorter one at best has all its tokens in the other. */
  if (2.0f * (float)MIN (n_a, n_b) < MIN_SHARED * (float)(n_a + n_b)
      || vr_align_is_forbidden (self->align, a, b))
    return FALSE;

  for (guint32 i = rows->firsts[a]; i < rows->firsts[a + 1]; i++)
    self->counts[rows->terms[i]]++;
  for (guint32 i = columns->firsts[b]; i < columns->firsts[b + 1]; i++)
    if (self->counts[columns->terms[i]] > 0)
      {
        self->counts[columns->terms[i]]--;
        n_shared++;
      }
  for (guint32 i = rows->firsts[a]; i < rows->firsts[a + 1]; i++)
    self->counts[rows->terms[i]] = 0;

  return 2.0f * (float)n_shared >= MIN_SHARED * (float)(n_a + n_b);
}

static void
extend (Sure *self, gint64 row, gint64 column, int step)
{
  for (row += step, column += step; is_waiting (self, 0, row) && is_waiting (self, 1, column)
                                    && is_alike (self, (guint32)row, (guint32)column);
       row += step, column += step)
    {
      self->sure[0][row] = (guint32)column;
      self->sure[1][column] = (guint32)row;
    }
}

void
vr_align_find_sure (const VrAlign *align, guint32 *sure[VR_N_SIDES])
{
  const VrAlignSide *rows = &align->sides[0], *columns = &align->sides[1];
  g_autofree guint32 *counts = g_new0 (guint32, align->n_terms + 1);
  Sure self = { .align = align, .counts = counts };

  for (guint s = 0; s < VR_N_SIDES; s++)
    {
      gsize size = (align->sides[s].n_solids + 1) * sizeof (guint32);

      self.sure[s] = sure[s] = g_malloc (size);
      memset (sure[s], 0xff, size);
    }
  for (int step = 1; step >= -1; step -= 2)
    {
      extend (&self, step > 0 ? -1 : (gint64)rows->n_solids,
              step > 0 ? -1 : (gint64)columns->n_solids, step);
      for (guint32 r = 0; r < rows->n_solids; r++)
        {
          guint32 partner = rows->partners[rows->solids[r]];

          if (partner != VR_ALIGN_NONE && columns->ranks[partner] != VR_ALIGN_NONE)
            extend (&self, r, columns->ranks[partner], step);
        }
    }
}
