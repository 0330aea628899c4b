/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much two units share: words, letters, order.  One row of candidates at a time. */
#include "vr-align-similarity.h"

#include "vr-align-order.h"

#include <math.h>

/* Words that found no equal are compared by their letters, the weightiest of either side first:
 * this many, and only with at least this Dice coefficient of their letter runs. */
#define MAX_LEFT_WORDS 16
#define MIN_LETTERS 0.4f

/* A partner of this chance is expected to stay one. */
#define LIKELY 0.5f

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

/* Set bits.  Additions and shifts only, which a compiler does for several words at once; of a
 * built-in it makes a call on plain x86-64. */
static inline guint64
count_bits (guint64 bits)
{
  bits -= (bits >> 1) & 0x5555555555555555u;
  bits = (bits & 0x3333333333333333u) + ((bits >> 2) & 0x3333333333333333u);
  bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu;
  bits += bits >> 8;
  bits += bits >> 16;
  bits += bits >> 32;
  return bits & 0x7f;
}

/* The letter runs of left-over words, with how many there are. */
typedef struct
{
  guint64 sets[MAX_LEFT_WORDS];
  gint32 sizes[MAX_LEFT_WORDS];
} LetterSets;

static void
letter_sets_init (LetterSets *sets, const VrAlign *self, const LeftWords *left)
{
  for (guint i = 0; i < left->n_words; i++)
    {
      sets->sets[i] = self->terms[left->words[i].term].letters;
      sets->sizes[i] = MAX ((gint32)count_bits (sets->sets[i]), 1); /* they divide */
    }
}

/* Dice's coefficients of the letter runs of one word, @set with @size of them, and @n others. */
static void
compare_letters (guint64 set, gint32 size, const LetterSets *others, guint n, float *dices)
{
  guint64 shared[MAX_LEFT_WORDS];

  for (guint j = 0; j < n; j++)
    shared[j] = count_bits (set & others->sets[j]);
  for (guint j = 0; j < n; j++)
    dices[j] = 2.0f * (float)(gint32)shared[j] / (float)(size + others->sizes[j]);
}

/* On either side the weight of the words that have a look-alike on the other. */
static void
measure_alike (const VrAlign *self, const LeftWords left[VR_N_SIDES], float alike[VR_N_SIDES])
{
  LetterSets sets[VR_N_SIDES];
  float best[MAX_LEFT_WORDS] = { 0 }, dices[MAX_LEFT_WORDS];
  guint n = left[0].n_words, m = left[1].n_words;

  alike[0] = alike[1] = 0;
  if (n == 0 || m == 0)
    return;
  letter_sets_init (&sets[0], self, &left[0]);
  letter_sets_init (&sets[1], self, &left[1]);
  for (guint i = 0; i < n; i++)
    {
      float most = 0;

      compare_letters (sets[0].sets[i], sets[0].sizes[i], &sets[1], m, dices);
      for (guint j = 0; j < m; j++)
        {
          best[j] = MAX (best[j], dices[j]);
          most = MAX (most, dices[j]);
        }
      if (most >= MIN_LETTERS)
        alike[0] += most * left[0].words[i].weight;
    }
  for (guint j = 0; j < m; j++)
    if (best[j] >= MIN_LETTERS)
      alike[1] += best[j] * left[1].words[j].weight;
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
          shared_letters +=
              (double)self->terms[entry.term].n_letters * self->terms[entry.term].weight;
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
  measure_alike (self, left, alike);
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

/* One unit and its pairs: positions from @from up to @to, in @positions where that is not NULL. */
typedef struct
{
  guint s;
  guint32 rank;
  const guint32 *positions;
  guint32 from;
  guint32 to;
} Unit;

#define SEVERAL (VR_ALIGN_NONE - 1)

static guint32
position_of (const Unit *unit, guint32 k)
{
  return unit->positions != NULL ? unit->positions[k] : k;
}

/* Notes for each word of the unit which likely partner has it: none, one, or several. */
static void
note_partners (const VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES], const Unit *unit,
               Spread *spread, guint32 *partners)
{
  const VrAlignVectors *own = &vectors[unit->s], *others = &vectors[1 - unit->s];
  guint32 k, e;

  spread->mark++;
  for (e = own->firsts[unit->rank]; e < own->firsts[unit->rank + 1]; e++)
    {
      spread->marks[own->entries[e].term] = spread->mark;
      partners[own->entries[e].term] = VR_ALIGN_NONE;
    }
  for (k = unit->from; k < unit->to; k++)
    {
      guint32 p = position_of (unit, k), other;
      const VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, p);

      if (pair->chance < LIKELY)
        continue;
      other = unit->s == 0 ? pair->column : pair->row;
      for (e = others->firsts[other]; e < others->firsts[other + 1]; e++)
        {
          guint32 term = others->entries[e].term;

          if (spread->marks[term] == spread->mark)
            partners[term] = partners[term] == VR_ALIGN_NONE ? p : SEVERAL;
        }
    }
}

static void
measure_left_of (VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES], const Unit *unit,
                 Spread *spread, guint32 *partners)
{
  const VrAlignVectors *others = &vectors[1 - unit->s];
  guint32 k, e;

  if (unit->to - unit->from > 1)
    note_partners (self, vectors, unit, spread, partners);
  for (k = unit->from; k < unit->to; k++)
    {
      guint32 p = position_of (unit, k), other;
      VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, p);
      double sum = 0;

      pair->left[unit->s] = pair->contained[unit->s];
      if (unit->to - unit->from == 1)
        continue;
      other = unit->s == 0 ? pair->column : pair->row;
      for (e = others->firsts[other]; e < others->firsts[other + 1]; e++)
        {
          guint32 term = others->entries[e].term;

          if (spread->marks[term] == spread->mark
              && (partners[term] == VR_ALIGN_NONE || partners[term] == p))
            sum += self->terms[term].weight;
        }
      pair->left[unit->s] = (float)sum / vectors[unit->s].masses[unit->rank];
    }
}

void
vr_align_measure_left (VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES])
{
  g_autofree guint32 *partners = g_new (guint32, self->n_terms + 1);
  Spread spread;
  guint s;
  guint32 r;

  spread_init (&spread, self);
  for (s = 0; s < VR_N_SIDES; s++)
    {
      const guint32 *firsts = s == 0 ? self->row_firsts : self->column_firsts;

      for (r = 0; r < self->sides[s].n_solids; r++)
        {
          Unit unit = { s, r, s == 0 ? NULL : self->column_pairs, firsts[r], firsts[r + 1] };

          measure_left_of (self, vectors, &unit, &spread, partners);
        }
    }
  spread_clear (&spread);
}
