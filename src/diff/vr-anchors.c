/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places runs of tokens that start from rare n-grams and searches only between them. */
#include "vr-diff-private.h"

#include <string.h>

/*
 * An n-gram of four ids is nearly always unique in prose, where single words are not.  Grams that
 * stand once on each side are grown to runs as long as they go; the heaviest chain of runs that
 * ascends on both sides is kept, and the boxes between its runs are solved on their own.  Long
 * inputs sample: only grams whose hash ends in some zero bits count, so that both sides choose
 * the same ones.
 */

#define GRAM 4

/* Below this many tokens the whole is solved exactly in less time than anchors take. */
#define MIN_TOKENS 1024

/* Up to this many tokens every gram counts, above only one in 2^SAMPLE_BITS; on w3, one in 8 takes
   a third longer and is no better, one in 32 is no faster (bench-engine). */
#define SAMPLE_FROM 16384
#define SAMPLE_BITS 4

/* Unrelated prose shares some rare grams too.  A run that has so many times its length unanchored
   on both hands is of that kind. */
#define MAX_GAP_PER_TOKEN 8

#define NONE G_MAXUINT32
#define TWICE (G_MAXUINT32 - 1)

/* A gram of the old side and where it stands; @new_at may also be NONE. */
typedef struct
{
  guint32 key; /* a hash, 0 where the table is free; once the runs are known, the gram's run */
  guint32 old_at;
  guint32 new_at;
} Gram;

typedef struct
{
  guint32 old_from;
  guint32 new_from;
  guint32 n;
  guint32 rank; /* among the runs, in the order of the new side */
} Run;

/* Runs that follow each other at once on both sides: a chain takes them all or none. */
typedef struct
{
  guint32 first;  /* run */
  guint32 before; /* the block before it in the heaviest chain that ends with it, or NONE */
  guint64 weight; /* of that chain, in tokens */
} Block;

/* The heaviest chain seen among a range of ranks (a node of a Fenwick tree). */
typedef struct
{
  guint64 weight;
  guint32 block;
} Heaviest;

typedef struct
{
  VrDiffer *differ;
  const guint32 *old_ids;
  const guint32 *new_ids;
  VrBox box;
  guint32 sample_mask;

  Gram *grams; /* open addressing */
  guint32 gram_mask;
  guint32 *old_order; /* the grams as first met on each side, as places in the table */
  guint32 *new_order;
  guint32 n_old_order;
  guint32 n_new_order;

  Run *runs; /* in the order of the old side */
  guint32 n_runs;
} Anchors;

/* Decided by the first two ids only, which is cheaper than the hash of all. */
static inline gboolean
is_sampled (const guint32 *ids, guint32 sample_mask)
{
  guint32 mixed = ids[0] * 0x9e3779b1u + ids[1] * 0x85ebca77u;

  return (mixed >> 24 & sample_mask) == 0;
}

static inline guint32
hash_gram (const guint32 *ids)
{
  guint64 mixed = 0;

  for (int i = 0; i < GRAM; i++)
    mixed = (mixed ^ ids[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  mixed ^= mixed >> 32;
  return MAX ((guint32)mixed, 1);
}

/* The place of the gram in the table, or the free one where it belongs. */
static inline guint32
find_gram (const Anchors *self, guint32 hash)
{
  guint32 place = hash & self->gram_mask;

  while (self->grams[place].key != 0 && self->grams[place].key != hash)
    place = (place + 1) & self->gram_mask;
  return place;
}

/* Two grams of one hash pass for one that stands twice, or are told apart when a run is grown. */
static gboolean
put_old_grams (Anchors *self)
{
  const guint32 *ids = self->old_ids;
  guint32 max_grams = self->gram_mask / 4 * 3;

  for (guint32 i = self->box.old_from; i + GRAM <= self->box.old_to; i++)
    if (is_sampled (ids + i, self->sample_mask))
      {
        guint32 hash = hash_gram (ids + i), place = find_gram (self, hash);
        Gram *gram = &self->grams[place];

        if (gram->key == hash)
          gram->old_at = TWICE;
        else if (self->n_old_order < max_grams)
          {
            *gram = (Gram){ hash, i, NONE };
            self->old_order[self->n_old_order++] = place;
          }
      }
  return vr_differ_spend (self->differ, self->box.old_to - self->box.old_from);
}

static gboolean
find_new_grams (Anchors *self)
{
  const guint32 *ids = self->new_ids;

  for (guint32 j = self->box.new_from; j + GRAM <= self->box.new_to; j++)
    if (is_sampled (ids + j, self->sample_mask))
      {
        guint32 place = find_gram (self, hash_gram (ids + j));
        Gram *gram = &self->grams[place];

        if (gram->key == 0)
          continue;
        if (gram->new_at == NONE)
          {
            gram->new_at = j;
            self->new_order[self->n_new_order++] = place;
          }
        else
          gram->new_at = TWICE;
      }
  return vr_differ_spend (self->differ, self->box.new_to - self->box.new_from);
}

static gboolean
make_table (Anchors *self)
{
  VrDiffer *differ = self->differ;
  guint32 n_old = self->box.old_to - self->box.old_from, n_places = 64;
  guint32 n_wanted = n_old;

  if (n_old > SAMPLE_FROM)
    {
      self->sample_mask = (1 << SAMPLE_BITS) - 1;
      n_wanted = MAX (n_old >> SAMPLE_BITS, SAMPLE_FROM);
    }
  /* Should an input have more grams than its sample promises, the table takes the first ones. */
  while (n_places / 2 < n_wanted)
    n_places *= 2;
  self->gram_mask = n_places - 1;
  self->grams = VR_BUFFER_NEED (&differ->grams, Gram, n_places);
  memset (self->grams, 0, n_places * sizeof (Gram));
  self->old_order = VR_BUFFER_NEED (&differ->gram_order[VR_SIDE_OLD], guint32, n_places);
  self->new_order = VR_BUFFER_NEED (&differ->gram_order[VR_SIDE_NEW], guint32, n_places);
  return put_old_grams (self) && find_new_grams (self);
}

/* Grows the gram to the longest run it is in; an empty one if its two places differ. */
static Run
grow_run (const Anchors *self, const Gram *gram)
{
  const guint32 *old_ids = self->old_ids, *new_ids = self->new_ids;
  const VrBox *box = &self->box;
  guint32 i = gram->old_at, j = gram->new_at, n = 0;
  guint32 max_back = MIN (i - box->old_from, j - box->new_from), back = 0;

  while (i + n < box->old_to && j + n < box->new_to && old_ids[i + n] == new_ids[j + n])
    n++;
  if (n < GRAM)
    return (Run){ 0 };
  while (back < max_back && old_ids[i - back - 1] == new_ids[j - back - 1])
    back++;
  return (Run){ i - back, j - back, n + back, NONE };
}

static gboolean
is_in_run (const Run *run, const Gram *gram)
{
  return gram->old_at - run->old_from == gram->new_at - run->new_from
         && gram->old_at < run->old_from + run->n;
}

static void
grow_runs (Anchors *self)
{
  self->runs = VR_BUFFER_NEED (&self->differ->runs, Run, self->n_new_order);
  for (guint32 g = 0; g < self->n_old_order; g++)
    {
      Gram *gram = &self->grams[self->old_order[g]];
      gboolean unique = gram->old_at < TWICE && gram->new_at < TWICE;

      if (unique && (self->n_runs == 0 || !is_in_run (&self->runs[self->n_runs - 1], gram)))
        {
          Run run = grow_run (self, gram);

          unique = run.n > 0;
          if (unique)
            self->runs[self->n_runs++] = run;
        }
      gram->key = unique ? self->n_runs - 1 : NONE;
    }
}

static void
rank_runs (Anchors *self)
{
  guint32 rank = 0;

  for (guint32 g = 0; g < self->n_new_order; g++)
    {
      guint32 run = self->grams[self->new_order[g]].key;

      if (run != NONE && self->runs[run].rank == NONE)
        self->runs[run].rank = rank++;
    }
}

static Heaviest
get_heaviest_below (const Heaviest *tree, guint32 rank)
{
  Heaviest best = { 0, NONE };

  for (; rank > 0; rank &= rank - 1)
    if (tree[rank].weight > best.weight)
      best = tree[rank];
  return best;
}

static void
put_heaviest (Heaviest *tree, guint32 n, guint32 rank, Heaviest chain)
{
  for (rank++; rank <= n; rank += rank & -rank)
    if (tree[rank].weight < chain.weight)
      tree[rank] = chain;
}

static guint32
make_blocks (const Anchors *self, Block *blocks)
{
  guint32 n_blocks = 0;

  for (guint32 r = 0; r < self->n_runs; r++)
    {
      if (r == 0 || self->runs[r].rank != self->runs[r - 1].rank + 1)
        blocks[n_blocks++] = (Block){ r, NONE, 0 };
      blocks[n_blocks - 1].weight += self->runs[r].n;
    }
  return n_blocks;
}

/* Finds, for each block, the heaviest chain that ends with it.  Returns the last one's block. */
static guint32
chain_blocks (const Anchors *self, Block *blocks, guint32 n_blocks)
{
  Heaviest *tree = VR_BUFFER_NEED (&self->differ->tree, Heaviest, self->n_runs + 1);

  memset (tree, 0, (self->n_runs + 1) * sizeof *tree);
  for (guint32 b = 0; b < n_blocks; b++)
    {
      guint32 rank = self->runs[blocks[b].first].rank;
      Heaviest before = get_heaviest_below (tree, rank);

      blocks[b].before = before.block;
      blocks[b].weight += before.weight;
      put_heaviest (tree, self->n_runs, rank, (Heaviest){ blocks[b].weight, b });
    }
  return get_heaviest_below (tree, self->n_runs).block;
}

/* Keeps the runs of the heaviest chain that ascends on both sides. */
static void
keep_heaviest_chain (Anchors *self)
{
  Block *blocks = VR_BUFFER_NEED (&self->differ->blocks, Block, self->n_runs + 1);
  guint32 n_blocks = make_blocks (self, blocks), n_kept = self->n_runs;
  guint32 end = self->n_runs, b = n_blocks - 1;
  guint32 last;

  if (n_blocks < 2)
    return;
  /* From the end on, so that what is kept can gather at the end of the array. */
  last = chain_blocks (self, blocks, n_blocks);
  for (; b != NONE; end = blocks[b--].first)
    if (b == last)
      {
        guint32 n = end - blocks[b].first;

        n_kept -= n;
        memmove (&self->runs[n_kept], &self->runs[blocks[b].first], n * sizeof (Run));
        last = blocks[b].before;
      }
  self->runs += n_kept;
  self->n_runs -= n_kept;
}

/* Cuts off @run what the part of the box that is done already covers. */
static void
cut_run (Run *run, guint32 old_done, guint32 new_done)
{
  guint32 n_cut = 0;

  if (run->old_from < old_done)
    n_cut = old_done - run->old_from;
  if (run->new_from < new_done)
    n_cut = MAX (n_cut, new_done - run->new_from);
  n_cut = MIN (n_cut, run->n);
  run->old_from += n_cut;
  run->new_from += n_cut;
  run->n -= n_cut;
}

/* The end of the stretch of runs that starts with @first: no gap in it is large for its length. */
static guint32
find_stretch_end (const Anchors *self, guint32 first, guint32 *weight)
{
  guint32 last = first;

  *weight = self->runs[first].n;
  for (; last + 1 < self->n_runs; last++)
    {
      const Run *run = &self->runs[last], *next = run + 1;
      gint64 old_gap = (gint64)next->old_from - run->old_from - run->n;
      gint64 new_gap = (gint64)next->new_from - run->new_from - run->n;

      if (MAX (old_gap, new_gap) > MAX_GAP_PER_TOKEN * (gint64)MIN (run->n, next->n))
        break;
      *weight += next->n;
    }
  return last + 1;
}

/*
 * Whether a stretch of @weight tokens looks like chance: too light for what lies unanchored on
 * both hands of it.  @around ends where the next stretch starts, and starts where the last kept
 * one ends.  Dropping a true one costs time, not quality, as long as its box is solved exactly.
 */
static gboolean
is_chance (const VrBox *around, const VrBox *stretch, guint32 weight)
{
  guint32 before = MAX (stretch->old_from - around->old_from, stretch->new_from - around->new_from);
  guint32 behind = MAX (around->old_to - stretch->old_to, around->new_to - stretch->new_to);

  return MIN (before, behind) > MAX_GAP_PER_TOKEN * (guint64)weight;
}

/* Solves the boxes before each of the runs up to @end; @done is where to go on. */
static gboolean
solve_before_runs (const Anchors *self, guint32 first, guint32 end, VrBox *done)
{
  for (guint32 r = first; r < end; r++)
    {
      Run run = self->runs[r];

      cut_run (&run, done->old_from, done->new_from);
      if (run.n == 0)
        continue;
      done->old_to = run.old_from;
      done->new_to = run.new_from;
      if (!vr_solve (self->differ, *done))
        return FALSE;
      done->old_from = run.old_from + run.n;
      done->new_from = run.new_from + run.n;
    }
  return TRUE;
}

/* Solves the boxes between the runs, taking the runs stretch by stretch. */
static gboolean
solve_between (const Anchors *self)
{
  VrBox rest = self->box;

  for (guint32 first = 0, end; first < self->n_runs; first = end)
    {
      guint32 weight;
      VrBox stretch, around = rest;

      end = find_stretch_end (self, first, &weight);
      stretch = (VrBox){ MAX (self->runs[first].old_from, rest.old_from),
                         self->runs[end - 1].old_from + self->runs[end - 1].n,
                         MAX (self->runs[first].new_from, rest.new_from),
                         self->runs[end - 1].new_from + self->runs[end - 1].n };
      if (end < self->n_runs)
        {
          around.old_to = MAX (self->runs[end].old_from, stretch.old_to);
          around.new_to = MAX (self->runs[end].new_from, stretch.new_to);
        }
      if (!is_chance (&around, &stretch, weight) && !solve_before_runs (self, first, end, &rest))
        return FALSE;
      rest.old_to = self->box.old_to;
      rest.new_to = self->box.new_to;
    }
  return vr_solve (self->differ, rest);
}

gboolean
vr_anchors_run (VrDiffer *differ, VrBox box)
{
  Anchors self = { .differ = differ,
                   .old_ids = differ->ids[VR_SIDE_OLD],
                   .new_ids = differ->ids[VR_SIDE_NEW] };

  vr_box_trim (&box, self.old_ids, self.new_ids);
  self.box = box;
  if (MIN (box.old_to - box.old_from, box.new_to - box.new_from) < MIN_TOKENS)
    return vr_solve (differ, box);
  if (!make_table (&self))
    return FALSE;
  grow_runs (&self);
  rank_runs (&self);
  keep_heaviest_chain (&self);
  return solve_between (&self);
}
