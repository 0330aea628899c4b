/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which pairs of open units are worth a closer look: an inverted index over their words.
 *
 * For each open unit of side 0 the shared weight with every unit of side 1 is summed up over the
 * words they share, rarest words first, within a budget that grows with the text only; the best few
 * are kept.  In short texts the budget covers every word.
 */
#include "vr-align-candidates.h"

#include <math.h>
#include <string.h>

/* Partners kept for a unit; a paragraph split into more parts than this keeps those that lie
 * nearly whole inside it besides. */
#define MAX_PARTNERS 8
#define MAX_CONTAINED 24
#define MIN_CONTAINED 0.5f

/* A candidate's cosine is at least this, and this share of its row's best one where there are few
 * units (looking at 15 % instead of 35 % is worth .0005 to .0015 of F1 on the development sets). */
#define MIN_COSINE 0.03f
#define MIN_OF_BEST_OF_FEW 0.15f

/* In a long text, where the index is cut to rare words, it is this share. */
#define MIN_OF_BEST 0.35f

/* A best one over this is hardly ever wrong, and its rivals must come closer to be looked at. */
#define SURE_COSINE 0.6f
#define MIN_OF_SURE 0.75f

/* Where the index is cut to rare words, the cosine of this many hits is taken over all words. */
#define N_MEASURED 3

/* Additions to the shared weights: at least MIN_WORK, and WORK_PER_ENTRY for each different word
 * of a unit. */
#define MIN_WORK 1000000
#define WORK_PER_ENTRY 4

/* The words of one unit as entries from @first on; returns where they end. */
static guint32
make_entries (const VrAlign *self, guint s, guint32 unit, guint32 *places, VrAlignEntry *entries,
              guint32 first)
{
  const VrAlignSide *side = &self->sides[s];
  guint32 k, end = vr_align_end (side, unit), n = first;

  for (k = vr_align_first (side, unit); k < end; k++)
    {
      guint32 term = side->terms[k];

      if (self->terms[term].weight <= 0)
        continue;
      if (places[term] != VR_ALIGN_NONE && places[term] >= first)
        entries[places[term]].weight += 1;
      else
        {
          places[term] = n;
          entries[n++] = (VrAlignEntry){ term, 1 };
        }
    }
  return n;
}

static guint32
count_open_tokens (const VrAlignSide *side)
{
  guint32 i, n = 0;

  for (i = 0; i < side->n_units; i++)
    if (side->open[i])
      n += vr_align_n_tokens (side, i);
  return n;
}

static void
make_vectors (const VrAlign *self, guint s, VrAlignVectors *vectors)
{
  const VrAlignSide *side = &self->sides[s];
  g_autofree guint32 *places = g_new (guint32, self->n_terms + 1);
  VrAlignEntry *entries = g_new (VrAlignEntry, count_open_tokens (side) + 1);
  guint32 r, k, n = 0;

  memset (places, 0xff, (self->n_terms + 1) * sizeof (guint32));
  vectors->firsts = g_new (guint32, side->n_solids + 1);
  vectors->norms = g_new0 (float, side->n_solids + 1);
  vectors->masses = g_new0 (float, side->n_solids + 1);
  for (r = 0; r < side->n_solids; r++)
    {
      guint32 first = n;
      double square = 0, mass = 0;

      vectors->firsts[r] = first;
      if (side->open[vr_align_solid (side, r)])
        n = make_entries (self, s, vr_align_solid (side, r), places, entries, first);
      for (k = first; k < n; k++)
        {
          float weight = self->terms[entries[k].term].weight;

          entries[k].weight =
              entries[k].weight > 1 ? (1 + logf (entries[k].weight)) * weight : weight;
          square += (double)entries[k].weight * entries[k].weight;
          mass += weight;
        }
      vectors->norms[r] = (float)sqrt (square);
      vectors->masses[r] = (float)mass;
    }
  vectors->firsts[side->n_solids] = n;
  vectors->n_entries = n;
  vectors->entries = g_renew (VrAlignEntry, entries, n + 1);
}

/* How many units of the side hold each term. */
static guint32 *
count_entries (const VrAlign *self, const VrAlignVectors *vectors)
{
  guint32 *counts = g_new0 (guint32, self->n_terms + 1);
  guint32 k;

  for (k = 0; k < vectors->n_entries; k++)
    counts[vectors->entries[k].term]++;
  return counts;
}

/* The largest product of counts that a term may have: the budget is spent on rare words first. */
static guint64
find_cutoff (const VrAlign *self, const guint32 *old_counts, const guint32 *new_counts,
             guint64 budget)
{
  guint64 work[64] = { 0 }, sum = 0;
  guint32 i;
  int bits;

  for (i = 0; i < self->n_terms; i++)
    {
      guint64 product = (guint64)old_counts[i] * new_counts[i];

      if (product > 0)
        work[g_bit_storage ((gulong)product)] += product;
    }
  for (bits = 0; bits < 64; bits++)
    {
      sum += work[bits];
      if (sum > budget)
        break;
    }
  return bits >= 63 ? G_MAXUINT64 : ((guint64)1 << MAX (bits - 1, 0)) - 1;
}

/* For each term the units of side 1 with it. */
typedef struct
{
  guint32 *firsts;
  VrAlignEntry *postings;
} Index;

static void
make_index (const VrAlign *self, const VrAlignVectors *vectors, const guint32 *counts,
            const guint32 *other_counts, guint64 cutoff, Index *index)
{
  const VrAlignSide *side = &self->sides[1];
  g_autofree guint32 *ends = NULL;
  guint32 i, r, k, n = 0;

  index->firsts = g_new (guint32, self->n_terms + 1);
  ends = g_new (guint32, self->n_terms + 1);
  for (i = 0; i < self->n_terms; i++)
    {
      guint64 product = (guint64)counts[i] * other_counts[i];

      index->firsts[i] = ends[i] = n;
      if (product > 0 && product <= cutoff)
        n += counts[i];
    }
  index->firsts[self->n_terms] = n;
  index->postings = g_new (VrAlignEntry, n + 1);
  for (r = 0; r < side->n_solids; r++)
    for (k = vectors->firsts[r]; k < vectors->firsts[r + 1]; k++)
      {
        VrAlignEntry entry = vectors->entries[k];

        if (ends[entry.term] < index->firsts[entry.term + 1])
          index->postings[ends[entry.term]++] = (VrAlignEntry){ r, entry.weight };
      }
}

typedef struct
{
  guint32 column;
  float cosine;
  float contained;
} Hit;

static int
compare_hits (const void *a, const void *b)
{
  const Hit *one = a, *other = b;

  if (one->cosine != other->cosine)
    return one->cosine > other->cosine ? -1 : 1;
  return one->column < other->column ? -1 : one->column > other->column;
}

/* Sums the shared weights of row @r with all columns that share an indexed word.  No column is a
 * hit twice, so that there is room for all of them beforehand, and none is appended by a call. */
static void
collect_hits (const VrAlign *self, guint32 r, const VrAlignVectors *vectors, const Index *index,
              float *sums, GArray *hits)
{
  const VrAlignVectors *rows = &vectors[0], *columns = &vectors[1];
  Hit *all;
  guint32 k, p;
  guint i, n = 0;

  g_array_set_size (hits, self->sides[1].n_solids);
  all = (Hit *)hits->data;
  for (k = rows->firsts[r]; k < rows->firsts[r + 1]; k++)
    {
      VrAlignEntry entry = rows->entries[k];

      for (p = index->firsts[entry.term]; p < index->firsts[entry.term + 1]; p++)
        {
          VrAlignEntry posting = index->postings[p];
          float weight = entry.weight * posting.weight;

          if (weight <= 0)
            continue; /* a sum that stays 0 would make a second hit of its column */
          if (sums[posting.term] == 0)
            all[n++] = (Hit){ posting.term, 0, 0 };
          sums[posting.term] += weight;
        }
    }
  g_array_set_size (hits, n);
  for (i = 0; i < n; i++)
    {
      Hit *hit = &all[i];
      float a = rows->norms[r], b = columns->norms[hit->column], sum = sums[hit->column];

      hit->cosine = sum / (a * b);
      hit->contained = sum / (MIN (a, b) * MIN (a, b));
      sums[hit->column] = 0;
    }
}

static int
compare_columns (const void *a, const void *b)
{
  const VrAlignPair *one = a, *other = b;

  return one->column < other->column ? -1 : one->column > other->column;
}

/* Drops what is not worth sorting; in a long text nearly all hits share a common word or two. */
static void
drop_weak (GArray *hits, gboolean few_units)
{
  Hit *all = (Hit *)hits->data;
  float least, best = 0;
  guint i, n_kept = 0;

  for (i = 0; i < hits->len; i++)
    best = MAX (best, all[i].cosine);
  if (few_units)
    least = MIN_OF_BEST_OF_FEW * best;
  else
    least = (best >= SURE_COSINE ? MIN_OF_SURE : MIN_OF_BEST) * best;
  least = MAX (MIN_COSINE, least);
  for (i = 0; i < hits->len; i++)
    if (all[i].cosine >= least || all[i].contained >= MIN_CONTAINED)
      all[n_kept++] = all[i];
  g_array_set_size (hits, n_kept);
}

/* The cosine of the best hits over all words, where the index had the rare ones only. */
static void
measure_best (guint32 r, const VrAlignVectors *vectors, float *spread, GArray *hits)
{
  const VrAlignVectors *rows = &vectors[0], *columns = &vectors[1];
  guint32 k;
  guint i;

  for (k = rows->firsts[r]; k < rows->firsts[r + 1]; k++)
    spread[rows->entries[k].term] = rows->entries[k].weight;
  for (i = 0; i < MIN (hits->len, N_MEASURED); i++)
    {
      Hit *hit = &g_array_index (hits, Hit, i);
      float sum = 0;

      for (k = columns->firsts[hit->column]; k < columns->firsts[hit->column + 1]; k++)
        sum += columns->entries[k].weight * spread[columns->entries[k].term];
      hit->cosine = sum / (rows->norms[r] * columns->norms[hit->column]);
    }
  for (k = rows->firsts[r]; k < rows->firsts[r + 1]; k++)
    spread[rows->entries[k].term] = 0;
}

/* Appends the best of @hits as pairs of row @r. */
static void
keep_best (VrAlign *self, guint32 r, const VrAlignVectors *vectors, float *spread, GArray *hits)
{
  guint32 unit = vr_align_solid (&self->sides[0], r);
  guint i, n_kept = 0, first = self->pairs->len;

  if (hits->len == 0)
    return;
  drop_weak (hits, spread == NULL);
  qsort (hits->data, hits->len, sizeof (Hit), compare_hits);
  if (spread != NULL)
    measure_best (r, vectors, spread, hits);
  for (i = 0; i < hits->len && n_kept < MAX_CONTAINED; i++)
    {
      Hit hit = g_array_index (hits, Hit, i);
      VrAlignPair pair = { .row = r, .column = hit.column, .cosine = hit.cosine };

      if (n_kept >= MAX_PARTNERS && hit.contained < MIN_CONTAINED)
        continue;
      if (vr_align_is_forbidden (self, unit, vr_align_solid (&self->sides[1], hit.column)))
        continue;
      g_array_append_val (self->pairs, pair);
      n_kept++;
    }
  if (self->pairs->len - first > 1)
    qsort (&g_array_index (self->pairs, VrAlignPair, first), self->pairs->len - first,
           sizeof (VrAlignPair), compare_columns);
}

/* Where each row's and each column's pairs stand in the list. */
static void
index_pairs (VrAlign *self)
{
  guint32 n_rows = self->sides[0].n_solids, n_columns = self->sides[1].n_solids, p, i;

  self->row_firsts = g_new0 (guint32, n_rows + 2);
  self->column_firsts = g_new0 (guint32, n_columns + 2);
  self->column_pairs = g_new (guint32, self->pairs->len + 1);
  for (p = 0; p < self->pairs->len; p++)
    {
      const VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, p);

      self->row_firsts[pair->row + 1]++;
      self->column_firsts[pair->column + 2]++;
    }
  for (i = 0; i < n_rows; i++)
    self->row_firsts[i + 1] += self->row_firsts[i];
  for (i = 0; i <= n_columns; i++)
    self->column_firsts[i + 1] += self->column_firsts[i];
  /* Each column's first moves on to the next one's while it is filled. */
  for (p = 0; p < self->pairs->len; p++)
    {
      guint32 column = g_array_index (self->pairs, VrAlignPair, p).column;

      self->column_pairs[self->column_firsts[column + 1]++] = p;
    }
}

gboolean
vr_align_find_candidates (VrAlign *self, VrAlignVectors vectors[VR_N_SIDES], GError **error)
{
  g_autofree guint32 *old_counts = NULL, *new_counts = NULL;
  g_autofree float *spread = NULL;
  g_autofree float *sums = g_new0 (float, self->sides[1].n_solids + 1);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  Index index;
  guint64 budget, cutoff;
  guint32 r;
  gboolean done = TRUE;

  make_vectors (self, 0, &vectors[0]);
  make_vectors (self, 1, &vectors[1]);
  old_counts = count_entries (self, &vectors[0]);
  new_counts = count_entries (self, &vectors[1]);
  budget = MAX (MIN_WORK, WORK_PER_ENTRY * (guint64)(vectors[0].n_entries + vectors[1].n_entries));
  cutoff = find_cutoff (self, old_counts, new_counts, budget);
  if (cutoff != G_MAXUINT64)
    spread = g_new0 (float, self->n_terms + 1);
  make_index (self, &vectors[1], new_counts, old_counts, cutoff, &index);
  for (r = 0; done && r < self->sides[0].n_solids; r++)
    {
      if (vectors[0].firsts[r] == vectors[0].firsts[r + 1])
        continue;
      collect_hits (self, r, vectors, &index, sums, hits);
      keep_best (self, r, vectors, spread, hits);
      if (r % 1024 == 0)
        done = !g_cancellable_set_error_if_cancelled (self->cancellable, error);
    }
  g_free (index.firsts);
  g_free (index.postings);
  if (cutoff != G_MAXUINT64)
    vr_align_add_nearby (self);
  index_pairs (self);
  return done;
}

void
vr_align_vectors_clear (VrAlignVectors *vectors)
{
  g_clear_pointer (&vectors->entries, g_free);
  g_clear_pointer (&vectors->firsts, g_free);
  g_clear_pointer (&vectors->norms, g_free);
  g_clear_pointer (&vectors->masses, g_free);
}
