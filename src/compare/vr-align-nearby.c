/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Candidates that the index of words missed: it is cut to rare words in long texts, but a paragraph
 * may have common ones only.
 *
 * A unit without a good candidate is given those that stand between its neighbours' partners, and
 * those that lack a good one too and share runs of three words with it.
 */
#include "vr-align-candidates.h"

#include <string.h>

/* A candidate of this cosine is good enough to look no further. */
#define GOOD_COSINE 0.4f

/* How many units are looked at between two neighbours' partners, and beside one of them. */
#define MAX_BETWEEN 24
#define MAX_BESIDE 6

/* A run of three words that stands in more of the units searched for is no evidence; a long unit
 * needs two runs in common, a short one has hardly more than one. */
#define MAX_RUN_UNITS 4
#define SHORT_UNIT 15
#define MAX_BY_RUNS 6

/* Of a unit with more tokens one run in so many will do; the hash decides which, so that equal runs
 * are kept or left out together. */
#define LONG_UNIT 40
#define ONE_OF_RUNS 8

/* One side's view of the pairs found so far. */
typedef struct
{
  guint s;
  guint32 *anchors; /* by rank: the other side's rank it is likely paired with */
  gboolean *poor;   /* by rank: whether more candidates are wanted */
  guint32 *before;  /* by rank: the nearest rank below that has an anchor */
  guint32 *after;
} View;

typedef struct
{
  guint64 hash;
  guint32 rank;
  guint32 next; /* 1 + index of the next run with the same slot, 0 for none */
} Run;

static void
view_init (View *view, const VrAlign *self, guint s)
{
  const VrAlignSide *side = &self->sides[s], *other = &self->sides[1 - s];
  guint32 n = side->n_solids, r, last = VR_ALIGN_NONE;
  g_autofree float *best = g_new0 (float, n + 1);
  guint p;

  view->s = s;
  view->anchors = g_new (guint32, n + 1);
  view->poor = g_new0 (gboolean, n + 1);
  view->before = g_new (guint32, n + 1);
  view->after = g_new (guint32, n + 1);
  memset (view->anchors, 0xff, (n + 1) * sizeof (guint32));
  for (p = 0; p < self->pairs->len; p++)
    {
      const VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, p);
      guint32 here = s == 0 ? pair->row : pair->column;

      if (pair->cosine >= GOOD_COSINE && pair->cosine > best[here])
        {
          best[here] = pair->cosine;
          view->anchors[here] = s == 0 ? pair->column : pair->row;
        }
    }
  for (r = 0; r < n; r++)
    {
      guint32 partner = side->partners[vr_align_solid (side, r)];

      if (partner != VR_ALIGN_NONE)
        view->anchors[r] = vr_align_rank (other, partner);
      view->poor[r] = side->open[vr_align_solid (side, r)] && view->anchors[r] == VR_ALIGN_NONE;
      view->before[r] = last;
      last = view->anchors[r] != VR_ALIGN_NONE ? r : last;
    }
  for (r = n, last = VR_ALIGN_NONE; r-- > 0;)
    {
      view->after[r] = last;
      last = view->anchors[r] != VR_ALIGN_NONE ? r : last;
    }
}

static void
view_clear (View *view)
{
  g_free (view->anchors);
  g_free (view->poor);
  g_free (view->before);
  g_free (view->after);
}

static void
add_pair (const VrAlign *self, const View *view, guint32 here, guint32 there, GArray *more)
{
  guint32 row = view->s == 0 ? here : there, column = view->s == 0 ? there : here;
  guint64 packed = (guint64)row << 32 | column;

  if (self->sides[1 - view->s].open[vr_align_solid (&self->sides[1 - view->s], there)]
      && !vr_align_is_forbidden (self, vr_align_solid (&self->sides[0], row),
                                 vr_align_solid (&self->sides[1], column)))
    g_array_append_val (more, packed);
}

/* Up to @n_most ranks of the other side from @from on, up or down, that stay within it. */
static void
add_beside (const VrAlign *self, const View *view, guint32 here, guint32 from, int step,
            guint n_most, GArray *more)
{
  guint32 n = self->sides[1 - view->s].n_solids;
  gint64 there = from;

  for (; n_most > 0 && there >= 0 && there < n; there += step, n_most--)
    add_pair (self, view, here, (guint32)there, more);
}

static void
add_near (const VrAlign *self, const View *view, guint32 here, GArray *more)
{
  guint32 before = view->before[here], after = view->after[here];
  guint32 low = before != VR_ALIGN_NONE ? view->anchors[before] : VR_ALIGN_NONE;
  guint32 high = after != VR_ALIGN_NONE ? view->anchors[after] : VR_ALIGN_NONE;

  if (low != VR_ALIGN_NONE && high != VR_ALIGN_NONE && low <= high && high - low <= MAX_BETWEEN)
    {
      /* The neighbours' partners too: this may be a part of one of them. */
      add_beside (self, view, here, low, 1, high - low + 1, more);
      return;
    }
  if (low != VR_ALIGN_NONE)
    add_beside (self, view, here, low, 1, here - before + MAX_BESIDE, more);
  if (high != VR_ALIGN_NONE)
    add_beside (self, view, here, high, -1, after - here + MAX_BESIDE, more);
}

static inline guint64
hash_run (const guint32 *terms)
{
  guint64 hash = terms[0] * 0x9e3779b97f4a7c15u + terms[1];

  hash = (hash ^ (hash >> 29)) * 0xbf58476d1ce4e5b9u + terms[2];
  return (hash ^ (hash >> 32)) * 0x94d049bb133111ebu;
}

/* The poor units' runs of three words, in a table with chained slots. */
static GArray *
collect_runs (const VrAlign *self, const View *view)
{
  const VrAlignSide *side = &self->sides[view->s];
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));

  for (guint32 r = 0; r < side->n_solids; r++)
    for (guint32 k = vr_align_first (side, vr_align_solid (side, r));
         view->poor[r] && k + 2 < vr_align_end (side, vr_align_solid (side, r)); k++)
      {
        Run run = { hash_run (side->terms + k), r, 0 };

        if (vr_align_n_tokens (side, vr_align_solid (side, r)) <= LONG_UNIT
            || run.hash % ONE_OF_RUNS == 0)
          g_array_append_val (runs, run);
      }

  return runs;
}

/* Slots that hold more runs than MAX_RUN_UNITS stay empty: what is common is no evidence, and the
 * chains stay short. */
static guint32 *
index_runs (GArray *runs, guint32 *mask)
{
  guint32 capacity = 64;
  g_autofree guint8 *counts = NULL;
  guint32 *slots;

  while (capacity < 2 * runs->len)
    capacity *= 2;
  *mask = capacity - 1;
  counts = g_new0 (guint8, capacity);
  slots = g_new0 (guint32, capacity);
  for (guint i = 0; i < runs->len; i++)
    {
      guint8 *count = &counts[g_array_index (runs, Run, i).hash & *mask];

      *count = MIN (*count + 1, MAX_RUN_UNITS + 1);
    }
  for (guint i = runs->len; i-- > 0;)
    {
      Run *run = &g_array_index (runs, Run, i);
      guint32 slot = run->hash & *mask;

      if (counts[slot] > MAX_RUN_UNITS)
        continue;
      run->next = slots[slot];
      slots[slot] = i + 1;
    }

  return slots;
}

/* Appends a vote, (rank << 32 | other rank), for each poor unit that has the run as well. */
static void
vote (const GArray *runs, guint32 first, guint64 hash, guint32 there, GArray *votes)
{
  for (guint32 i = first; i != 0; i = g_array_index (runs, Run, i - 1).next)
    if (g_array_index (runs, Run, i - 1).hash == hash)
      {
        guint64 packed = (guint64)g_array_index (runs, Run, i - 1).rank << 32 | there;

        g_array_append_val (votes, packed);
      }
}

static int
compare_packed (const void *a, const void *b)
{
  guint64 one = *(const guint64 *)a, other = *(const guint64 *)b;

  return one < other ? -1 : one > other;
}

/* Of the votes for one unit those partners with the most; @n votes, sorted by partner. */
static void
elect (const VrAlign *self, const View *view, const guint64 *votes, guint n, GArray *more)
{
  guint32 here = (guint32)(votes[0] >> 32);
  const VrAlignSide *side = &self->sides[view->s];
  guint32 unit = vr_align_solid (side, here);
  guint least = vr_align_n_tokens (side, unit) < SHORT_UNIT ? 1 : 2;
  guint64 best[MAX_BY_RUNS] = { 0 }; /* votes << 32 | (2^32 - 1 - partner): ties to the first */

  for (guint i = 0, j; i < n; i = j)
    {
      guint64 candidate;

      for (j = i; j < n && votes[j] == votes[i]; j++)
        ;
      candidate = (guint64)(j - i) << 32 | (G_MAXUINT32 - (guint32)votes[i]);
      if (j - i < least || candidate <= best[MAX_BY_RUNS - 1])
        continue;
      best[MAX_BY_RUNS - 1] = candidate;
      for (guint k = MAX_BY_RUNS - 1; k > 0 && best[k] > best[k - 1]; k--)
        {
          guint64 swap = best[k];

          best[k] = best[k - 1];
          best[k - 1] = swap;
        }
    }
  for (guint k = 0; k < MAX_BY_RUNS && best[k] != 0; k++)
    add_pair (self, view, here, G_MAXUINT32 - (guint32)best[k], more);
}

static void
add_by_runs (const VrAlign *self, const View *view, const View *opposite, GArray *more)
{
  const VrAlignSide *other = &self->sides[1 - view->s];
  g_autoptr (GArray) runs = collect_runs (self, view);
  g_autoptr (GArray) votes = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint32 mask;
  g_autofree guint32 *slots = index_runs (runs, &mask);
  const guint64 *all;

  for (guint32 r = 0; runs->len > 0 && r < other->n_solids; r++)
    for (guint32 k = vr_align_first (other, vr_align_solid (other, r));
         opposite->poor[r] && k + 2 < vr_align_end (other, vr_align_solid (other, r)); k++)
      {
        guint64 hash = hash_run (other->terms + k);

        if (slots[hash & mask] != 0)
          vote (runs, slots[hash & mask], hash, r, votes);
      }

  if (votes->len == 0)
    return;
  qsort (votes->data, votes->len, sizeof (guint64), compare_packed);
  all = (const guint64 *)(gpointer)votes->data;
  for (guint i = 0, j; i < votes->len; i = j)
    {
      for (j = i; j < votes->len && all[j] >> 32 == all[i] >> 32; j++)
        ;
      elect (self, view, all + i, j - i, more);
    }
}

/* Both lists are sorted by row, then column; what is in both stands once. */
static void
merge_pairs (VrAlign *self, const GArray *more)
{
  GArray *merged =
      g_array_sized_new (FALSE, FALSE, sizeof (VrAlignPair), self->pairs->len + more->len);
  guint p = 0, q = 0;

  while (p < self->pairs->len || q < more->len)
    {
      const VrAlignPair *pair =
          p < self->pairs->len ? &g_array_index (self->pairs, VrAlignPair, p) : NULL;
      guint64 known = pair != NULL ? (guint64)pair->row << 32 | pair->column : G_MAXUINT64;
      guint64 found = q < more->len ? g_array_index (more, guint64, q) : G_MAXUINT64;
      VrAlignPair added = { .row = (guint32)(found >> 32), .column = (guint32)found };

      if (known <= found)
        {
          g_array_append_vals (merged, pair, 1);
          p++;
        }
      else
        g_array_append_val (merged, added);
      while (q < more->len && g_array_index (more, guint64, q) <= MIN (known, found))
        q++;
    }
  g_array_unref (self->pairs);
  self->pairs = merged;
}

void
vr_align_add_nearby (VrAlign *self)
{
  g_autoptr (GArray) more = g_array_new (FALSE, FALSE, sizeof (guint64));
  View views[VR_N_SIDES];

  for (guint s = 0; s < VR_N_SIDES; s++)
    view_init (&views[s], self, s);
  for (guint s = 0; s < VR_N_SIDES; s++)
    {
      for (guint32 r = 0; r < self->sides[s].n_solids; r++)
        if (views[s].poor[r])
          add_near (self, &views[s], r, more);
      add_by_runs (self, &views[s], &views[1 - s], more);
    }
  for (guint s = 0; s < VR_N_SIDES; s++)
    view_clear (&views[s]);
  if (more->len == 0)
    return;
  qsort (more->data, more->len, sizeof (guint64), compare_packed);
  merge_pairs (self, more);
}
