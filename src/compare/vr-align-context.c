/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pair's surroundings say: place, neighbours, rivals.
 *
 * The first pass measures them by similarity, the second by the first pass's chances.  A firm pair
 * has the value 1, units that are no candidates have 0.
 */
#include "vr-align-context.h"

#include "vr-align-chain.h"

#include <math.h>
#include <string.h>

/* A distance from the expected place counts up to this many units. */
#define FAR_UNITS 10.0f

/* A pair that is the best of its row and column is an anchor from this value on. */
#define MIN_ANCHOR_SIMILARITY 0.3f
#define MIN_ANCHOR_CHANCE 0.5f

/* What pairs in a text are like, before any was seen: so many of this similarity. */
#define TYPICAL_PAIRS 4
#define TYPICAL_SIMILARITY 0.6

#define FIXED_POINT 1000000
#define MAX_LOGIT 9.0f

/* The best and the second best value of a row or column. */
typedef struct
{
  float best;
  float second;
} Top;

typedef struct
{
  const VrAlign *align;
  gboolean by_chance;
  guint32 n[VR_N_SIDES];
  Top *tops[VR_N_SIDES];
  float *expected[VR_N_SIDES]; /* by rank: the place on the other side */
  gint32 *box_from;            /* by row: the nearest anchors' columns before and after it */
  gint32 *box_to;
  guint32 *anchors[VR_N_SIDES]; /* by rank: the partner of an anchor, in order or moved */
  guint32 *befores[VR_N_SIDES]; /* by rank: the nearest anchor before it, or VR_ALIGN_NONE */
  guint32 *afters[VR_N_SIDES];
  float covered[VR_N_SIDES]; /* share of units whose best value makes an anchor */
  float typical;             /* mean similarity of the best pairs that are not firm */
} Context;

static float
value_of (const Context *self, const VrAlignPair *pair)
{
  return self->by_chance ? pair->chance : pair->similarity;
}

static guint32
firm_rank (const VrAlign *align, guint s, guint32 rank)
{
  guint32 partner = align->sides[s].partners[align->sides[s].solids[rank]];

  return partner == VR_ALIGN_NONE ? VR_ALIGN_NONE : align->sides[1 - s].ranks[partner];
}

/* The value of any two solid units; 0 outside of the texts. */
static float
value_at (const Context *self, gint64 row, gint64 column)
{
  const VrAlign *align = self->align;
  guint32 from, to;

  if (row < 0 || column < 0 || row >= self->n[0] || column >= self->n[1])
    return 0;
  from = align->row_firsts[row];
  to = align->row_firsts[row + 1];
  if (from == to)
    return firm_rank (align, 0, (guint32)row) == (guint32)column ? 1 : 0;
  while (to - from > 1)
    {
      guint32 middle = from + (to - from) / 2;

      if (g_array_index (align->pairs, VrAlignPair, middle).column <= (guint32)column)
        from = middle;
      else
        to = middle;
    }
  if (g_array_index (align->pairs, VrAlignPair, from).column != (guint32)column)
    return 0;
  return value_of (self, &g_array_index (align->pairs, VrAlignPair, from));
}

static void
top_add (Top *top, float value)
{
  if (value > top->best)
    {
      top->second = top->best;
      top->best = value;
    }
  else if (value > top->second)
    top->second = value;
}

/* The best value of a row or column but for this one. */
static float
rival (Top top, float value)
{
  return value >= top.best ? top.second : top.best;
}

static GArray *
list_anchors (const Context *self)
{
  const VrAlign *align = self->align;
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (VrChainPair));
  float least = self->by_chance ? MIN_ANCHOR_CHANCE : MIN_ANCHOR_SIMILARITY;
  guint32 r, p;

  for (r = 0; r < self->n[0]; r++)
    {
      guint32 firm = firm_rank (align, 0, r);

      if (firm != VR_ALIGN_NONE)
        {
          VrChainPair anchor = { r, firm, FIXED_POINT, FALSE };

          g_array_append_val (anchors, anchor);
          continue;
        }
      for (p = align->row_firsts[r]; p < align->row_firsts[r + 1]; p++)
        {
          const VrAlignPair *pair = &g_array_index (align->pairs, VrAlignPair, p);
          float value = value_of (self, pair);

          if (value >= least && value >= self->tops[0][r].best
              && value >= self->tops[1][pair->column].best)
            {
              VrChainPair anchor = { r, pair->column, (guint64)(value * FIXED_POINT), FALSE };

              g_array_append_val (anchors, anchor);
              break;
            }
        }
    }
  vr_chain_select (anchors, self->n[1]);
  return anchors;
}

/* Between two anchors a place on one side maps to one on the other by a straight line. */
static void
interpolate (Context *self, VrChainPair from, VrChainPair to)
{
  gint64 r0 = (gint32)from.row, c0 = (gint32)from.column, r1 = (gint32)to.row,
         c1 = (gint32)to.column, i;

  for (i = r0 + 1; i < r1; i++)
    {
      self->expected[0][i] =
          (float)((double)c0 + (double)((i - r0) * (c1 - c0)) / (double)(r1 - r0));
      self->box_from[i] = (gint32)c0;
      self->box_to[i] = (gint32)c1;
    }
  for (i = c0 + 1; i < c1; i++)
    self->expected[1][i] = (float)((double)r0 + (double)((i - c0) * (r1 - r0)) / (double)(c1 - c0));
}

/* The nearest anchors around each unit, those that moved included. */
static void
set_neighbours (Context *self, const GArray *anchors)
{
  guint s, i;
  guint32 r, last;

  for (s = 0; s < VR_N_SIDES; s++)
    {
      self->anchors[s] = g_new (guint32, self->n[s] + 1);
      self->befores[s] = g_new (guint32, self->n[s] + 1);
      self->afters[s] = g_new (guint32, self->n[s] + 1);
      memset (self->anchors[s], 0xff, (self->n[s] + 1) * sizeof (guint32));
    }
  for (i = 0; i < anchors->len; i++)
    {
      const VrChainPair *anchor = &g_array_index (anchors, VrChainPair, i);

      self->anchors[0][anchor->row] = anchor->column;
      self->anchors[1][anchor->column] = anchor->row;
    }
  for (s = 0; s < VR_N_SIDES; s++)
    {
      for (r = 0, last = VR_ALIGN_NONE; r < self->n[s]; r++)
        {
          self->befores[s][r] = last;
          last = self->anchors[s][r] != VR_ALIGN_NONE ? r : last;
        }
      for (r = self->n[s], last = VR_ALIGN_NONE; r-- > 0;)
        {
          self->afters[s][r] = last;
          last = self->anchors[s][r] != VR_ALIGN_NONE ? r : last;
        }
    }
}

/* How far @other is from where the nearest anchors of @rank put it, block moves followed. */
static float
local_distance (const Context *self, guint s, guint32 rank, guint32 other)
{
  guint32 before = self->befores[s][rank], after = self->afters[s][rank];
  gint64 best = G_MAXINT32, place;

  /* The texts' beginnings and ends are anchors too. */
  place = before == VR_ALIGN_NONE ? (gint64)rank
                                  : (gint64)self->anchors[s][before] + rank - before;
  best = MIN (best, ABS (place - (gint64)other));
  place = after == VR_ALIGN_NONE ? (gint64)self->n[1 - s] - (self->n[s] - rank)
                                 : (gint64)self->anchors[s][after] + rank - after;
  best = MIN (best, ABS (place - (gint64)other));
  return (float)best;
}

static void
set_expected (Context *self)
{
  g_autoptr (GArray) anchors = list_anchors (self);
  VrChainPair from = { G_MAXUINT32, G_MAXUINT32, 0, FALSE }; /* -1, -1 */
  VrChainPair end = { self->n[0], self->n[1], 0, TRUE };
  guint i;

  set_neighbours (self, anchors);
  for (i = 0; i <= anchors->len; i++)
    {
      VrChainPair to = i < anchors->len ? g_array_index (anchors, VrChainPair, i) : end;
      gint32 before = (gint32)from.column;

      if (!to.chosen)
        continue;
      interpolate (self, from, to);
      if (i < anchors->len)
        {
          guint next = i + 1;

          self->expected[0][to.row] = (float)to.column;
          self->expected[1][to.column] = (float)to.row;
          while (next < anchors->len && !g_array_index (anchors, VrChainPair, next).chosen)
            next++;
          self->box_from[to.row] = before;
          self->box_to[to.row] = next < anchors->len
                                     ? (gint32)g_array_index (anchors, VrChainPair, next).column
                                     : (gint32)self->n[1];
        }
      from = to;
    }
}

/* How much of both texts is paired at all, and how alike pairs are in these texts. */
static void
set_document (Context *self)
{
  guint s, n_pairs = 0;
  guint32 r, p;
  double sum = 0;

  for (s = 0; s < VR_N_SIDES; s++)
    {
      guint32 n_covered = 0;

      for (r = 0; r < self->n[s]; r++)
        n_covered += self->tops[s][r].best >= MIN_ANCHOR_CHANCE;
      self->covered[s] = (float)n_covered / (float)MAX (self->n[s], 1);
    }
  for (p = 0; p < self->align->pairs->len; p++)
    {
      const VrAlignPair *pair = &g_array_index (self->align->pairs, VrAlignPair, p);

      if (value_of (self, pair) >= MIN_ANCHOR_CHANCE)
        {
          sum += floor (pair->similarity * FIXED_POINT);
          n_pairs++;
        }
    }
  self->typical = (float)((sum / FIXED_POINT + TYPICAL_PAIRS * TYPICAL_SIMILARITY)
                          / (n_pairs + TYPICAL_PAIRS));
}

static void
context_init (Context *self, const VrAlign *align, gboolean by_chance)
{
  guint s;
  guint32 p, r;

  self->align = align;
  self->by_chance = by_chance;
  for (s = 0; s < VR_N_SIDES; s++)
    {
      self->n[s] = align->sides[s].n_solids;
      self->tops[s] = g_new0 (Top, self->n[s] + 1);
      self->expected[s] = g_new0 (float, self->n[s] + 1);
      for (r = 0; r < self->n[s]; r++)
        if (firm_rank (align, s, r) != VR_ALIGN_NONE)
          self->tops[s][r].best = 1;
    }
  self->box_from = g_new0 (gint32, self->n[0] + 1);
  self->box_to = g_new0 (gint32, self->n[0] + 1);
  for (p = 0; p < align->pairs->len; p++)
    {
      const VrAlignPair *pair = &g_array_index (align->pairs, VrAlignPair, p);

      top_add (&self->tops[0][pair->row], value_of (self, pair));
      top_add (&self->tops[1][pair->column], value_of (self, pair));
    }
  set_expected (self);
  set_document (self);
}

static void
context_clear (Context *self)
{
  guint s;

  for (s = 0; s < VR_N_SIDES; s++)
    {
      g_free (self->tops[s]);
      g_free (self->expected[s]);
      g_free (self->anchors[s]);
      g_free (self->befores[s]);
      g_free (self->afters[s]);
    }
  g_free (self->box_from);
  g_free (self->box_to);
}

static float
distance (const Context *self, const VrAlignPair *pair)
{
  float by_row = fabsf ((float)pair->column - self->expected[0][pair->row]);
  float by_column = fabsf ((float)pair->row - self->expected[1][pair->column]);

  return MIN (by_row, by_column);
}

static float
distance_by_block (const Context *self, const VrAlignPair *pair)
{
  return MIN (local_distance (self, 0, pair->row, pair->column),
              local_distance (self, 1, pair->column, pair->row));
}

static float
max3 (float a, float b, float c)
{
  return MAX (a, MAX (b, c));
}

static void
set_first_features (const Context *self, const VrAlignPair *pair, float *x)
{
  const VrAlignSide *rows = &self->align->sides[0], *columns = &self->align->sides[1];
  gint64 i = pair->row, j = pair->column;
  float s = pair->similarity, far = distance (self, pair);
  float local = distance_by_block (self, pair);
  float row_rival = rival (self->tops[0][i], s), column_rival = rival (self->tops[1][j], s);
  float row_share = s / (MAX (row_rival, s) + 1e-9f),
        column_share = s / (MAX (column_rival, s) + 1e-9f);
  float beside_row = MAX (value_at (self, i - 1, j), value_at (self, i + 1, j));
  float beside_column = MAX (value_at (self, i, j - 1), value_at (self, i, j + 1));
  guint32 n_row = rows->n_words[rows->solids[i]], n_column = columns->n_words[columns->solids[j]];

  x[VR_FEATURE_COSINE] = pair->cosine;
  x[VR_FEATURE_LETTERS] = pair->letters;
  x[VR_FEATURE_CONTAINED_MOST] = MAX (pair->contained[0], pair->contained[1]);
  x[VR_FEATURE_CONTAINED_LEAST] = MIN (pair->contained[0], pair->contained[1]);
  x[VR_FEATURE_GAIN_MOST] = MAX (pair->gain[0], pair->gain[1]);
  x[VR_FEATURE_GAIN_LEAST] = MIN (pair->gain[0], pair->gain[1]);
  x[VR_FEATURE_ORDER] = pair->order;
  x[VR_FEATURE_START] = pair->start;
  x[VR_FEATURE_END] = pair->end;
  x[VR_FEATURE_SHARED_LETTERS] = pair->shared_letters;
  x[VR_FEATURE_DISTANCE] = MIN (far, FAR_UNITS) / FAR_UNITS;
  x[VR_FEATURE_NEAR] = far < 1.01f;
  x[VR_FEATURE_LOCAL_DISTANCE] = MIN (local, FAR_UNITS) / FAR_UNITS;
  x[VR_FEATURE_LOCAL_NEAR] = local < 1.01f;
  x[VR_FEATURE_MARGIN_MOST] = s - MIN (row_rival, column_rival);
  x[VR_FEATURE_MARGIN_LEAST] = s - MAX (row_rival, column_rival);
  x[VR_FEATURE_SHARE_MOST] = MAX (row_share, column_share);
  x[VR_FEATURE_SHARE_LEAST] = MIN (row_share, column_share);
  x[VR_FEATURE_BEFORE] = max3 (value_at (self, i - 1, j - 1), 0.7f * value_at (self, i - 1, j),
                               0.7f * value_at (self, i, j - 1));
  x[VR_FEATURE_AFTER] = max3 (value_at (self, i + 1, j + 1), 0.7f * value_at (self, i + 1, j),
                              0.7f * value_at (self, i, j + 1));
  x[VR_FEATURE_AROUND] = (max3 (value_at (self, i - 2, j - 2), value_at (self, i - 2, j - 1),
                                value_at (self, i - 1, j - 2))
                          + max3 (value_at (self, i + 2, j + 2), value_at (self, i + 2, j + 1),
                                  value_at (self, i + 1, j + 2)))
                         / 2;
  x[VR_FEATURE_BESIDE_MOST] = MAX (beside_row, beside_column);
  x[VR_FEATURE_BESIDE_LEAST] = MIN (beside_row, beside_column);
  x[VR_FEATURE_LENGTH_RATIO] = fabsf (logf ((float)n_row / (float)n_column));
  x[VR_FEATURE_SHORT] = (float)MIN (MIN (n_row, n_column), 20) / 20;
}

static void
set_second_features (const Context *self, const VrAlignPair *pair, float *x)
{
  gint64 i = pair->row, j = pair->column;
  float letters = CLAMP (self->align->word_letters, 4.0f, 6.5f) - 4.8f;
  float p = pair->chance, far = distance (self, pair);
  float local = distance_by_block (self, pair);
  float row_rival = rival (self->tops[0][i], p), column_rival = rival (self->tops[1][j], p);
  float beside_row = MAX (value_at (self, i - 1, j), value_at (self, i + 1, j));
  float beside_column = MAX (value_at (self, i, j - 1), value_at (self, i, j + 1));
  /* A rival next to the pair may be the other half of a split. */
  float far_row = row_rival > beside_column ? row_rival : 0;
  float far_column = column_rival > beside_row ? column_rival : 0;
  float before = value_at (self, i - 1, j - 1), after = value_at (self, i + 1, j + 1);

  x[VR_FEATURE_FIRST_PASS] = CLAMP (pair->logit, -MAX_LOGIT, MAX_LOGIT);
  x[VR_FEATURE_SURE_DISTANCE] = MIN (far, FAR_UNITS) / FAR_UNITS;
  x[VR_FEATURE_SURE_NEAR] = far < 1.01f;
  x[VR_FEATURE_SURE_LOCAL_DISTANCE] = MIN (local, FAR_UNITS) / FAR_UNITS;
  x[VR_FEATURE_SURE_LOCAL_NEAR] = local < 1.01f;
  x[VR_FEATURE_INSIDE] = j >= self->box_from[i] && j <= self->box_to[i];
  x[VR_FEATURE_RIVAL_MOST] = MAX (row_rival, column_rival);
  x[VR_FEATURE_RIVAL_LEAST] = MIN (row_rival, column_rival);
  x[VR_FEATURE_LEAD_MOST] = p - MIN (row_rival, column_rival);
  x[VR_FEATURE_LEAD_LEAST] = p - MAX (row_rival, column_rival);
  x[VR_FEATURE_FAR_RIVAL_MOST] = MAX (far_row, far_column);
  x[VR_FEATURE_FAR_RIVAL_LEAST] = MIN (far_row, far_column);
  x[VR_FEATURE_PAIRED_BEFORE] = before;
  x[VR_FEATURE_PAIRED_AFTER] = after;
  x[VR_FEATURE_PAIRED_NEAR_BEFORE] =
      max3 (before, value_at (self, i - 2, j - 1), value_at (self, i - 1, j - 2));
  x[VR_FEATURE_PAIRED_NEAR_AFTER] =
      max3 (after, value_at (self, i + 2, j + 1), value_at (self, i + 1, j + 2));
  x[VR_FEATURE_PAIRED_BESIDE_MOST] = MAX (beside_row, beside_column);
  x[VR_FEATURE_PAIRED_BESIDE_LEAST] = MIN (beside_row, beside_column);
  x[VR_FEATURE_WORD_LETTERS] = letters;
  x[VR_FEATURE_RIVAL_LETTERS] = letters * x[VR_FEATURE_RIVAL_MOST];
  x[VR_FEATURE_BESIDE_LETTERS] = letters * x[VR_FEATURE_PAIRED_BESIDE_MOST];
  x[VR_FEATURE_LENGTH_LETTERS] = letters * x[VR_FEATURE_LENGTH_RATIO];
  x[VR_FEATURE_LEFT_MOST] = MAX (pair->left[0], pair->left[1]);
  x[VR_FEATURE_LEFT_LEAST] = MIN (pair->left[0], pair->left[1]);
}

static float
blend_of (const VrAlign *self, const VrAlignPair *pair)
{
  const VrAlignSide *rows = &self->sides[0], *columns = &self->sides[1];

  return vr_align_get_length_blend (rows->n_words[rows->solids[pair->row]],
                                    columns->n_words[columns->solids[pair->column]]);
}

extern const VrAlignVectors *VV; const VrAlignVectors *VV;
gboolean
vr_align_judge (VrAlign *self, const VrAlignModel *model, VrAlignWatch watch, gpointer watch_data,
                GError **error)
{
  guint pass;
  guint32 p;

  self->features = g_new (float, (gsize)self->pairs->len *VR_N_FEATURES + 1);
  for (pass = 0; pass < 2; pass++)
    {
      guint n_features = pass == 0 ? VR_N_FIRST_FEATURES : VR_N_FEATURES;
      Context context = { 0 };

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (pass == 1) { void vr_align_measure_left (VrAlign *, const VrAlignVectors *); vr_align_measure_left (self, VV); }
      context_init (&context, self, pass == 1);
      for (p = 0; p < self->pairs->len; p++)
        {
          const VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, p);
          float *x = self->features + (gsize)p * VR_N_FEATURES;

          if (pass == 0)
            set_first_features (&context, pair, x);
          else
            set_second_features (&context, pair, x);
        }
      context_clear (&context);
      for (p = 0; p < self->pairs->len; p++)
        {
          VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, p);
          const float *x = self->features + (gsize)p * VR_N_FEATURES;
          float blend = blend_of (self, pair);

          if (watch != NULL)
            watch (self, pass, p, x, blend, watch_data);
          pair->logit = vr_align_pass_score (&model->passes[pass], x, n_features, blend, NULL);
          pair->chance = 1 / (1 + expf (-pair->logit));
        }
    }
  return TRUE;
}

void
vr_align_explain (const VrAlign *self, const VrAlignModel *model, const VrAlignPair *pair,
                  float terms[VR_ALIGN_N_TERMS])
{
  const VrAlignPass *second = &model->passes[1];
  gsize position = (gsize)(pair - &g_array_index (self->pairs, VrAlignPair, 0));
  const float *x = self->features + position * VR_N_FEATURES;
  float blend = blend_of (self, pair), first_terms[VR_ALIGN_N_TERMS] = { 0 }, passed_on;
  guint t, f = VR_FEATURE_FIRST_PASS;

  memset (terms, 0, VR_ALIGN_N_TERMS * sizeof (float));
  vr_align_pass_score (second, x, VR_N_FEATURES, blend, terms);
  vr_align_pass_score (&model->passes[0], x, VR_N_FIRST_FEATURES, blend, first_terms);
  passed_on = second->weights[0][f] + blend * (second->weights[1][f] - second->weights[0][f]);
  for (t = 0; t < VR_ALIGN_N_TERMS; t++)
    terms[t] += first_terms[t] * passed_on / second->scales[f];
}
