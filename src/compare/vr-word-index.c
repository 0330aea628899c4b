/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words two paragraphs share, and how rare each is: what a pairing shows for itself. */
#include "vr-word-index.h"

#include "vr-inline.h"

#include <math.h>

struct _VrWordIndex
{
  VrComparison *comparison;
  VrInterner *interner;
  VrTokens *tokens[VR_N_SIDES];
  guint32 *n_paragraphs;     /* by word: how many have it */
  float *weights;            /* by word */
  float *totals[VR_N_SIDES]; /* by paragraph: what its words weigh, each once */
  guint32 *noted;            /* by word: the last question that noted it */
  guint32 *met;              /* by word: the last look at a paragraph that met it */
  guint32 question;
  guint32 look;
};

/* The tokens of a paragraph, and where they begin among all of its side. */
typedef struct
{
  const guint32 *ids;
  guint32 first;
  guint32 n;
} Words;

static Words
get_words (const VrWordIndex *self, VrSide side, guint32 index)
{
  const VrTokens *tokens = self->tokens[side];
  guint32 number = vr_tokens_peek_numbers (tokens)[index];
  guint32 first = vr_tokens_peek_firsts (tokens)[number];

  return (Words){ vr_tokens_peek_ids (tokens) + first, first,
                  vr_tokens_peek_firsts (tokens)[number + 1] - first };
}

static guint
count_paragraphs (const VrWordIndex *self, VrSide side)
{
  return vr_article_get_n_paragraphs (vr_comparison_get_article (self->comparison, side));
}

static VrTokens *
make_tokens (const VrWordIndex *self, VrSide side)
{
  VrArticle *article = vr_comparison_get_article (self->comparison, side);
  guint n = vr_article_get_n_paragraphs (article);
  g_autofree VrSlice *slices = g_new (VrSlice, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    slices[i] = vr_article_get_paragraph_text (article, i);

  return vr_tokens_new (slices, n, VR_QUIET_DEFAULT | VR_QUIET_CASE, VR_UNIT_WORD,
                        vr_article_get_language (article), self->interner);
}

/* Whether a word was not met yet since the last look began. */
static gboolean
meet (VrWordIndex *self, guint32 id)
{
  gboolean is_new = self->met[id] != self->look;

  self->met[id] = self->look;

  return is_new;
}

static void
count_words (VrWordIndex *self, VrSide side)
{
  guint n = count_paragraphs (self, side);

  for (guint i = 0; i < n; i++)
    {
      Words words = get_words (self, side, i);

      self->look++;
      for (guint32 k = 0; k < words.n; k++)
        self->n_paragraphs[words.ids[k]] += meet (self, words.ids[k]);
    }
}

/* As the aligner weighs its terms. */
static void
weigh_words (VrWordIndex *self, const GArray *stop_words)
{
  guint32 n_ids = vr_interner_get_n_ids (self->interner);
  guint n = count_paragraphs (self, VR_SIDE_OLD) + count_paragraphs (self, VR_SIDE_NEW);

  for (guint32 id = 0; id < n_ids; id++)
    if (!vr_token_is_punctuation (vr_interner_peek (self->interner, id)))
      self->weights[id] = MAX (logf (((float)n + 1) / ((float)self->n_paragraphs[id] + 0.5f)), 0);
  for (guint i = 0; i < stop_words->len; i++)
    self->weights[g_array_index (stop_words, guint32, i)] = 0;
}

static void
add_up_words (VrWordIndex *self, VrSide side)
{
  guint n = count_paragraphs (self, side);

  self->totals[side] = g_new0 (float, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      Words words = get_words (self, side, i);

      self->look++;
      for (guint32 k = 0; k < words.n; k++)
        if (meet (self, words.ids[k]))
          self->totals[side][i] += self->weights[words.ids[k]];
    }
}

VrWordIndex *
vr_word_index_new (VrComparison *comparison)
{
  VrWordIndex *self = g_atomic_rc_box_new0 (VrWordIndex);
  g_autoptr (GArray) stop_words = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 n_ids;

  self->comparison = vr_comparison_ref (comparison);
  self->interner = vr_interner_new ();
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      self->tokens[side] = make_tokens (self, side);
      vr_stop_words_put (vr_article_get_language (vr_comparison_get_article (comparison, side)),
                         self->interner, stop_words);
    }
  n_ids = vr_interner_get_n_ids (self->interner);
  self->n_paragraphs = g_new0 (guint32, MAX (n_ids, 1));
  self->weights = g_new0 (float, MAX (n_ids, 1));
  self->noted = g_new0 (guint32, MAX (n_ids, 1));
  self->met = g_new0 (guint32, MAX (n_ids, 1));
  for (guint side = 0; side < VR_N_SIDES; side++)
    count_words (self, side);
  weigh_words (self, stop_words);
  for (guint side = 0; side < VR_N_SIDES; side++)
    add_up_words (self, side);

  return self;
}

VrWordIndex *
vr_word_index_ref (VrWordIndex *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_index (gpointer data)
{
  VrWordIndex *self = data;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      vr_tokens_unref (self->tokens[side]);
      g_free (self->totals[side]);
    }
  vr_interner_free (self->interner);
  g_free (self->n_paragraphs);
  g_free (self->weights);
  g_free (self->noted);
  g_free (self->met);
  vr_comparison_unref (self->comparison);
}

void
vr_word_index_unref (VrWordIndex *self)
{
  g_atomic_rc_box_release_full (self, clear_index);
}

VrComparison *
vr_word_index_get_comparison (const VrWordIndex *self)
{
  return self->comparison;
}

/* Notes the words of a paragraph. */
static void
note_words (VrWordIndex *self, VrSide side, guint32 index)
{
  Words words = get_words (self, side, index);

  for (guint32 i = 0; i < words.n; i++)
    self->noted[words.ids[i]] = self->question;
}

static float
compare_with_noted (VrWordIndex *self, VrSide side, guint32 index, float noted)
{
  Words words = get_words (self, side, index);
  float both = noted + self->totals[side][index];
  float shared = 0;

  self->look++;
  for (guint32 i = 0; i < words.n; i++)
    if (self->noted[words.ids[i]] == self->question && meet (self, words.ids[i]))
      shared += self->weights[words.ids[i]];

  return both > 0 ? MIN (2 * shared / both, 1) : 0;
}

float
vr_word_index_get_likeness (VrWordIndex *self, guint32 old_index, guint32 new_index)
{
  g_return_val_if_fail (self != NULL, 0);

  self->question++;
  note_words (self, VR_SIDE_OLD, old_index);

  return compare_with_noted (self, VR_SIDE_NEW, new_index, self->totals[VR_SIDE_OLD][old_index]);
}

void
vr_word_index_measure (VrWordIndex *self, VrSide side, guint32 index, float *likeness)
{
  guint n;

  g_return_if_fail (self != NULL);

  n = count_paragraphs (self, 1 - side);
  self->question++;
  note_words (self, side, index);
  for (guint i = 0; i < n; i++)
    likeness[i] = compare_with_noted (self, 1 - side, i, self->totals[side][index]);
}

/* A word found on both sides, while the rarest are looked for. */
typedef struct
{
  VrSharedWord word;
  float weight;
} Found;

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *one = a, *other = b;

  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;

  /* As they stand in the text. */
  return one->word.text.text < other->word.text.text ? -1 : 1;
}

static void
find_in_paragraph (VrWordIndex *self, guint32 index, GArray *found)
{
  VrArticle *article = vr_comparison_get_article (self->comparison, VR_SIDE_NEW);
  const VrTokens *tokens = self->tokens[VR_SIDE_NEW];
  VrSlice text = vr_article_get_paragraph_text (article, index);
  Words words = get_words (self, VR_SIDE_NEW, index);

  for (guint32 i = 0; i < words.n; i++)
    {
      guint32 id = words.ids[i];
      guint32 from = vr_tokens_peek_starts (tokens)[words.first + i];
      Found one = { .weight = self->weights[id] };

      if (one.weight <= 0 || self->noted[id] != self->question || !meet (self, id))
        continue;
      one.word.text = (VrSlice){ text.text + from,
                                 vr_tokens_get_end (tokens, text, index, words.first + i) - from };
      one.word.n_paragraphs = self->n_paragraphs[id];
      g_array_append_val (found, one);
    }
}

GArray *
vr_word_index_find_shared (VrWordIndex *self, const VrRow *row, guint max)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (VrSharedWord));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  g_return_val_if_fail (self != NULL, words);

  self->question++;
  self->look++;
  for (guint32 i = 0; i < row->n_old; i++)
    note_words (self, VR_SIDE_OLD, row->old_paragraphs[i]);
  for (guint32 i = 0; i < row->n_new; i++)
    find_in_paragraph (self, row->new_paragraphs[i], found);
  g_array_sort (found, compare_found);
  for (guint i = 0; i < MIN (found->len, max); i++)
    g_array_append_val (words, g_array_index (found, Found, i).word);

  return words;
}
