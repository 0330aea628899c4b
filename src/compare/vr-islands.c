/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No confetti: a few stop words left standing between two changes are part of the change. */
#include "vr-inline.h"

/* An island is at most this many tokens, so that a reader never loses a phrase to it. */
#define MAX_ISLAND_TOKENS 3

static gboolean
is_island (const VrEngine *engine, const guint32 *ids, guint32 from, guint32 to)
{
  if (to - from > MAX_ISLAND_TOKENS)
    return FALSE;
  for (guint32 i = from; i < to; i++)
    if (ids[i] == engine->separator
        || !(engine->traits[ids[i]] & (VR_TRAIT_PUNCTUATION | VR_TRAIT_STOP_WORD)))
      return FALSE;

  return TRUE;
}

/* A replacement of more words than the island has, on the side that has fewer. */
static gboolean
is_shore (const VrHunk *hunk, guint32 n_island)
{
  return MIN (hunk->old_to - hunk->old_from, hunk->new_to - hunk->new_from) > n_island;
}

/*
 * The rule: between two replacements, an equal run of at most three stop words or marks is
 * absorbed where both replacements have more words than it on both sides.  Insertions and
 * deletions never absorb: there the words left standing are what the change hangs on.
 */
void
vr_islands_absorb (GArray *hunks, const VrEngine *engine, const VrRun runs[VR_N_SIDES])
{
  guint n_kept = 0;

  for (guint i = 0; i < hunks->len; i++)
    {
      const VrHunk *hunk = &g_array_index (hunks, VrHunk, i);
      VrHunk *last = n_kept > 0 ? &g_array_index (hunks, VrHunk, n_kept - 1) : NULL;
      guint32 n_island = last != NULL ? hunk->old_from - last->old_to : 0;

      if (last != NULL && is_shore (last, n_island) && is_shore (hunk, n_island)
          && is_island (engine, runs[0].ids, last->old_to, hunk->old_from))
        {
          last->old_to = hunk->old_to;
          last->new_to = hunk->new_to;
        }
      else
        g_array_index (hunks, VrHunk, n_kept++) = *hunk;
    }
  g_array_set_size (hunks, n_kept);
}
