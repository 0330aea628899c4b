/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much two units share: words, letters, order.  One row of candidates at a time. */
#include "vr-align-similarity.h"

#include "vr-align-order.h"

#include <math.h>
#include <string.h>

/* Words that found no equal are compared by their letters, the weightiest of either side first:
 * this many, and only with at least this Dice coefficient of their letter runs. */
#define MAX_LEFT_WORDS 24
#define MIN_LETTERS 0.4f

typedef struct
{
  guint32 term;
  float weight;
} LeftWord;

typedef struct
{
  LeftWord words[MAX_LEFT_WORDS];
  guint n_words;
} LeftWords;

/* Keeps the weightiest words; of equally weighty ones the earlier. */
static void
left_words_add (LeftWords *left, guint32 term, float weight)
{
  guint i = left->n_words;

  if (i == MAX_LEFT_WORDS && left->words[i - 1].weight >= weight)
    return;
  if (i < MAX_LEFT_WORDS)
    left->n_words++;
  else
    i--;
  for (; i > 0 && left->words[i - 1].weight < weight; i--)
    left->words[i] = left->words[i - 1];
  left->words[i] = (LeftWord){ term, weight };
}

static float
letters_dice (guint64 a, guint64 b)
{
  return 2.0f * (float)__builtin_popcountll (a & b)
         / (float)(__builtin_popcountll (a) + __builtin_popcountll (b));
}

/* The weight of the words of @from that have a look-alike in @to. */
static float
alike_weight (const VrAlign *self, const LeftWords *from, const LeftWords *to)
{
  float sum = 0;
  guint i, j;

  for (i = 0; i < from->n_words; i++)
    {
      float best = 0;

      for (j = 0; j < to->n_words; j++)
        best = MAX (best, letters_dice (self->terms[from->words[i].term].letters,
                                        self->terms[to->words[j].term].letters));
      if (best >= MIN_LETTERS)
        sum += best * from->words[i].weight;
    }
  return sum;
}

/* The row's vector, spread over all terms, and which of its words the other unit has. */
typedef struct
{
  float *weights; /* by term, 0 where the row lacks it */
  guint32 *marks; /* by term: number of the pair that has it */
  guint32 mark;
  float top_weight; /* of a word that stands in one unit only */
} Spread;

static void
spread_init (Spread *spread, const VrAlign *align)
{
  float n_units = (float)(align->sides[0].n_solids + align->sides[1].n_solids);

  spread->weights = g_new0 (float, align->n_terms + 1);
  spread->marks = g_new0 (guint32, align->n_terms + 1);
  spread->mark = 0;
  spread->top_weight = logf ((n_units + 1) / 1.5f);
}

static void
spread_clear (Spread *spread)
{
  g_free (spread->weights);
  g_free (spread->marks);
}

static void
measure_words (const VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES], VrAlignPair *pair,
               Spread *spread)
{
  const VrAlignVectors *rows = &vectors[0], *columns = &vectors[1];
  LeftWords left[VR_N_SIDES] = { 0 };
  double dot = 0, shared = 0, shared_letters = 0;
  float masses[VR_N_SIDES] = { rows->masses[pair->row], columns->masses[pair->column] };
  float alike[VR_N_SIDES];
  guint32 k;

  spread->mark++;
  for (k = columns->firsts[pair->column]; k < columns->firsts[pair->column + 1]; k++)
    {
      VrAlignEntry entry = columns->entries[k];

      if (spread->weights[entry.term] > 0)
        {
          dot += (double)entry.weight * spread->weights[entry.term];
          shared += self->terms[entry.term].weight;
          shared_letters
            += (double)self->terms[entry.term].n_letters * self->terms[entry.term].weight;
          spread->marks[entry.term] = spread->mark;
        }
      else
        left_words_add (&left[1], entry.term, self->terms[entry.term].weight);
    }
  for (k = rows->firsts[pair->row]; k < rows->firsts[pair->row + 1]; k++)
    {
      guint32 term = rows->entries[k].term;

      if (spread->marks[term] != spread->mark)
        left_words_add (&left[0], term, self->terms[term].weight);
    }
  alike[0] = alike_weight (self, &left[0], &left[1]);
  alike[1] = alike_weight (self, &left[1], &left[0]);
  pair->cosine = (float)dot / (rows->norms[pair->row] * columns->norms[pair->column]);
  pair->shared_letters = log1pf ((float)shared_letters / spread->top_weight);
  pair->contained[0] = (float)shared / masses[0];
  pair->contained[1] = (float)shared / masses[1];
  pair->letters = (2 * (float)shared + alike[0] + alike[1]) / (masses[0] + masses[1]);
  pair->similarity = (pair->cosine + pair->letters) / 2;
}

gboolean
vr_align_measure (VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES], GError **error)
{
  Spread spread;
  VrAlignOrder *order = vr_align_order_new (self);
  gboolean done = TRUE;
  guint32 r, k, p;

  spread_init (&spread, self);
  for (r = 0; done && r < self->sides[0].n_solids; r++)
    {
      if (self->row_firsts[r] == self->row_firsts[r + 1])
        continue;
      for (k = vectors[0].firsts[r]; k < vectors[0].firsts[r + 1]; k++)
        spread.weights[vectors[0].entries[k].term] = vectors[0].entries[k].weight;
      vr_align_order_set_row (order, r);
      for (p = self->row_firsts[r]; p < self->row_firsts[r + 1]; p++)
        {
          VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, p);

          measure_words (self, vectors, pair, &spread);
          vr_align_order_measure (order, pair);
        }
      for (k = vectors[0].firsts[r]; k < vectors[0].firsts[r + 1]; k++)
        spread.weights[vectors[0].entries[k].term] = 0;
      if (r % 1024 == 0)
        done = !g_cancellable_set_error_if_cancelled (self->cancellable, error);
    }
  vr_align_order_free (order);
  spread_clear (&spread);
  return done;
}

/* The best partner of a unit by similarity: its pair's position. */
static guint32
find_best (const VrAlign *self, const guint32 *positions, guint32 from, guint32 to)
{
  guint32 best = VR_ALIGN_NONE, k;
  float most = -1;

  for (k = from; k < to; k++)
    {
      guint32 p = positions != NULL ? positions[k] : k;
      float similarity = g_array_index (self->pairs, VrAlignPair, p).similarity;

      if (similarity > most)
        {
          most = similarity;
          best = p;
        }
    }
  return best;
}

/* The weight of the words of a unit's vector that are marked @mark; they get @next_mark. */
static double
marked_weight (const VrAlign *self, const VrAlignVectors *vectors, guint32 rank, Spread *spread,
               guint32 mark, guint32 next_mark)
{
  double sum = 0;
  guint32 e;

  for (e = vectors->firsts[rank]; e < vectors->firsts[rank + 1]; e++)
    {
      guint32 term = vectors->entries[e].term;

      if (spread->marks[term] == mark)
        {
          sum += self->terms[term].weight;
          spread->marks[term] = next_mark;
        }
    }
  return sum;
}

/* For the unit @rank of side @s: what each partner covers of it that its best partner does not;
 * for the best one, all it covers. */
static void
measure_gains_of (VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES], guint s, guint32 rank,
                  const guint32 *positions, guint32 from, guint32 to, Spread *spread)
{
  guint32 best = find_best (self, positions, from, to), k, e;
  guint32 own_mark = ++spread->mark, covered_mark = ++spread->mark;
  VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, best);

  for (e = vectors[s].firsts[rank]; e < vectors[s].firsts[rank + 1]; e++)
    spread->marks[vectors[s].entries[e].term] = own_mark;
  pair->gain[s] = (float)marked_weight (self, &vectors[1 - s], s == 0 ? pair->column : pair->row,
                                        spread, own_mark, covered_mark)
                  / vectors[s].masses[rank];
  for (k = from; k < to; k++)
    {
      guint32 position = positions != NULL ? positions[k] : k;

      if (position == best)
        continue;
      pair = &g_array_index (self->pairs, VrAlignPair, position);
      pair->gain[s] = (float)marked_weight (self, &vectors[1 - s],
                                            s == 0 ? pair->column : pair->row, spread, own_mark,
                                            own_mark)
                      / vectors[s].masses[rank];
    }
}

gboolean
vr_align_measure_gains (VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES], GError **error)
{
  Spread spread;
  guint32 r;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  spread_init (&spread, self);
  for (r = 0; r < self->sides[0].n_solids; r++)
    if (self->row_firsts[r] < self->row_firsts[r + 1])
      measure_gains_of (self, vectors, 0, r, NULL, self->row_firsts[r], self->row_firsts[r + 1],
                        &spread);
  for (r = 0; r < self->sides[1].n_solids; r++)
    if (self->column_firsts[r] < self->column_firsts[r + 1])
      measure_gains_of (self, vectors, 1, r, self->column_pairs, self->column_firsts[r],
                        self->column_firsts[r + 1], &spread);
  spread_clear (&spread);
  return TRUE;
}

void vr_align_measure_left (VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES]);
void
vr_align_measure_left (VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES])
{
  Spread spread;
  guint32 r, k, e, q;
  guint s;

  spread_init (&spread, self);
  for (s = 0; s < 2; s++)
    for (r = 0; r < self->sides[s].n_solids; r++)
      {
        guint32 from = s == 0 ? self->row_firsts[r] : self->column_firsts[r];
        guint32 to = s == 0 ? self->row_firsts[r + 1] : self->column_firsts[r + 1];
        for (k = from; k < to; k++)
          {
            VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, s == 0 ? k : self->column_pairs[k]);
            guint32 own = ++spread.mark, cov = ++spread.mark;
            for (e = vectors[s].firsts[r]; e < vectors[s].firsts[r + 1]; e++)
              spread.marks[vectors[s].entries[e].term] = own;
            for (q = from; q < to; q++)
              {
                VrAlignPair *other = &g_array_index (self->pairs, VrAlignPair, s == 0 ? q : self->column_pairs[q]);
                if (other != pair && other->chance >= 0.5f)
                  marked_weight (self, &vectors[1 - s], s == 0 ? other->column : other->row, &spread, own, cov);
              }
            pair->left[s] = (float)marked_weight (self, &vectors[1 - s], s == 0 ? pair->column : pair->row, &spread, own, own) / vectors[s].masses[r];
          }
      }
  spread_clear (&spread);
}
