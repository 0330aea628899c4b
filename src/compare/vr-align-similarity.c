/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much two units share: words, letters, order.  One row of candidates at a time. */
#include "vr-align-similarity.h"

#include "vr-align-order.h"

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
} Spread;

static void
measure_words (const VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES], VrAlignPair *pair,
               Spread *spread)
{
  const VrAlignVectors *rows = &vectors[0], *columns = &vectors[1];
  LeftWords left[VR_N_SIDES] = { 0 };
  double dot = 0, shared = 0;
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
  pair->contained[0] = (float)shared / masses[0];
  pair->contained[1] = (float)shared / masses[1];
  pair->letters = (2 * (float)shared + alike[0] + alike[1]) / (masses[0] + masses[1]);
  pair->similarity = (pair->cosine + pair->letters) / 2;
}

gboolean
vr_align_measure (VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES], GError **error)
{
  Spread spread = { g_new0 (float, self->n_terms + 1), g_new0 (guint32, self->n_terms + 1), 0 };
  VrAlignOrder *order = vr_align_order_new (self);
  gboolean done = TRUE;
  guint32 r, k, p;

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
  g_free (spread.weights);
  g_free (spread.marks);
  return done;
}
