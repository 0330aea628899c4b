/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact longest common subsequences where few pairs of tokens are equal (Hunt, Szymanski 1977). */
#include "vr-diff-private.h"

#include <string.h>

#define NONE G_MAXUINT32

/* A pair of equal tokens that ends a common subsequence, and the pair before it there. */
typedef struct
{
  guint32 old_at;
  guint32 new_at;
  guint32 before;
} Pair;

/* ends[k] is the least position on the new side at which k + 1 common tokens can end, last[k] the
   pair that does it. */
typedef struct
{
  guint32 *ends;
  guint32 *last;
  guint32 n;
  Pair *pairs;
  guint32 n_pairs;
} Chains;

guint64
vr_sparse_lcs_count_pairs (VrDiffer *self)
{
  const VrReduced *old = &self->reduced[VR_SIDE_OLD], *new = &self->reduced[VR_SIDE_NEW];
  guint32 *counts = VR_BUFFER_NEED (&self->counts, guint32, self->n_numbers + 1);
  guint64 n_pairs = 0;

  memset (counts, 0, (self->n_numbers + 1) * sizeof *counts);
  for (guint32 j = 0; j < new->n; j++)
    counts[new->ids[j] + 1]++;
  for (guint32 i = 0; i < old->n; i++)
    n_pairs += counts[old->ids[i] + 1];
  return n_pairs;
}

/* Lists the places of each number on the new side, last place first. */
static guint32 *
list_places (VrDiffer *self, guint32 *ends)
{
  const VrReduced *new = &self->reduced[VR_SIDE_NEW];
  guint32 *places = VR_BUFFER_NEED (&self->places, guint32, new->n);

  for (guint32 number = 0; number < self->n_numbers; number++)
    ends[number + 1] += ends[number];
  for (guint32 j = new->n; j-- > 0;)
    places[ends[new->ids[j]]++] = j;
  return places; /* and ends[number] is now where the number's places end */
}

/* The first chain that ends at @place or behind it.  In runs that is the one after @guess. */
static guint32
find_chain (const Chains *chains, guint32 place, guint32 guess)
{
  guint32 from = 0, to = chains->n;

  if (guess < to && chains->ends[guess] < place)
    {
      from = guess + 1;
      if (from == to || chains->ends[from] >= place)
        return from;
    }
  while (from < to)
    {
      guint32 middle = from + (to - from) / 2;

      if (chains->ends[middle] < place)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static guint32
add_pair (Chains *chains, guint32 old_at, guint32 new_at, guint32 guess)
{
  guint32 chain = find_chain (chains, new_at, guess);

  if (chain < chains->n && chains->ends[chain] == new_at)
    return chain;
  chains->pairs[chains->n_pairs] =
      (Pair){ old_at, new_at, chain > 0 ? chains->last[chain - 1] : NONE };
  chains->ends[chain] = new_at;
  chains->last[chain] = chains->n_pairs++;
  chains->n = MAX (chains->n, chain + 1);
  return chain;
}

static void
mark_between (VrDiffer *self, VrSide side, guint32 from, guint32 to)
{
  for (guint32 i = from; i < to; i++)
    self->changed[side][self->reduced[side].at[i]] = TRUE;
}

static void
mark_unpaired (VrDiffer *self, const Chains *chains)
{
  guint32 old_to = self->reduced[VR_SIDE_OLD].n, new_to = self->reduced[VR_SIDE_NEW].n;
  guint32 at = chains->n > 0 ? chains->last[chains->n - 1] : NONE;

  for (; at != NONE; at = chains->pairs[at].before)
    {
      const Pair *pair = &chains->pairs[at];

      mark_between (self, VR_SIDE_OLD, pair->old_at + 1, old_to);
      mark_between (self, VR_SIDE_NEW, pair->new_at + 1, new_to);
      old_to = pair->old_at;
      new_to = pair->new_at;
    }
  mark_between (self, VR_SIDE_OLD, 0, old_to);
  mark_between (self, VR_SIDE_NEW, 0, new_to);
}

gboolean
vr_sparse_lcs_run (VrDiffer *self, guint64 n_pairs)
{
  const VrReduced *old = &self->reduced[VR_SIDE_OLD], *new = &self->reduced[VR_SIDE_NEW];
  guint32 *place_ends = self->counts.data;
  const guint32 *places = list_places (self, place_ends);
  guint32 n_shorter = MIN (old->n, new->n), guess = NONE;
  Chains chains = {
    .ends = VR_BUFFER_NEED (&self->chain_ends, guint32, n_shorter),
    .last = VR_BUFFER_NEED (&self->chain_pairs, guint32, n_shorter),
    .pairs = VR_BUFFER_NEED (&self->pairs, Pair, n_pairs),
  };

  for (guint32 i = 0; i < old->n; i++)
    {
      guint32 number = old->ids[i], from = number > 0 ? place_ends[number - 1] : 0;

      for (guint32 p = from; p < place_ends[number]; p++)
        guess = add_pair (&chains, i, places[p], guess);
      if (!vr_differ_spend (self, 8 * (guint64)(place_ends[number] - from)))
        return FALSE;
    }
  mark_unpaired (self, &chains);
  return TRUE;
}
