/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of one version of a history, each with its life so far. */
#include "vr-sentence-lives.h"

#include "vr-compare.h"

#define NO_SENTENCE G_MAXUINT

/* Sentences of two versions being paired. */
typedef struct
{
  VrSentenceLives *self;
  const VrSentenceLives *before;
  guint *earlier;   /* by sentence: what it was in the version before, or NO_SENTENCE */
  guint8 *is_taken; /* by sentence of the version before */
  guint8 *edited;   /* by sentence: whether it was in other words */
  GArray *edits;    /* Edit: what the comparison takes for earlier wordings */
} Pairing;

typedef struct
{
  guint before;
  guint now;
} Edit;

VrSentenceLives *
vr_sentence_lives_new (VrArticle *article, VrSentenceCuts *cuts, guint number)
{
  VrSentenceLives *self = g_new0 (VrSentenceLives, 1);
  guint n = vr_article_get_n_paragraphs (article);

  self->article = article;
  self->cuts = g_new (const VrParagraphCut *, n);
  self->firsts = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->cuts[i] = vr_sentence_cuts_get (cuts, vr_article_get_paragraph_text (article, i));
      self->firsts[i + 1] = self->firsts[i] + self->cuts[i]->n_sentences;
    }
  self->lives = g_new (VrSentenceLife, self->firsts[n]);
  for (guint i = 0; i < self->firsts[n]; i++)
    self->lives[i] = (VrSentenceLife){ number, number };

  return self;
}

void
vr_sentence_lives_free (VrSentenceLives *self)
{
  vr_article_unref (self->article);
  g_free (self->cuts);
  g_free (self->firsts);
  g_free (self->lives);
  g_free (self);
}

guint
vr_sentence_lives_get_n (const VrSentenceLives *self)
{
  return self->firsts[vr_article_get_n_paragraphs (self->article)];
}

/* The sentence at byte @at of a paragraph. */
static guint
find_sentence (const VrSentenceLives *self, guint paragraph, guint32 at)
{
  const VrParagraphCut *cut = self->cuts[paragraph];
  guint from = 0;
  guint to = cut->n_sentences;

  while (from + 1 < to)
    {
      guint middle = (from + to) / 2;

      if (cut->ends[middle - 1] <= at)
        from = middle;
      else
        to = middle;
    }

  return self->firsts[paragraph] + from;
}

static gboolean
try_pair (Pairing *self, guint before, guint now)
{
  if (self->is_taken[before] || self->earlier[now] != NO_SENTENCE)
    return FALSE;
  self->earlier[now] = before;
  self->is_taken[before] = TRUE;

  return TRUE;
}

/* A paragraph that is the same, word by word. */
static void
pair_same (Pairing *self, guint before, guint now)
{
  const VrParagraphCut *old_cut = self->before->cuts[before];
  const VrParagraphCut *new_cut = self->self->cuts[now];

  for (guint i = 0; i < MIN (old_cut->n_sentences, new_cut->n_sentences); i++)
    if (old_cut->sentences[i] == new_cut->sentences[i])
      try_pair (self, self->before->firsts[before] + i, self->self->firsts[now] + i);
}

static guint32
get_number (const VrSentenceLives *self, guint paragraph, guint sentence)
{
  return self->cuts[paragraph]->sentences[sentence - self->firsts[paragraph]];
}

/* The sentences that the comparison itself pairs. */
static void
pair_listed (Pairing *self, const VrRow *row)
{
  for (guint i = 0; i < row->n_sentences; i++)
    {
      const VrSentence *sentence = &row->sentences[i];
      Edit edit;

      if (sentence->old_paragraph == VR_NO_PARAGRAPH || sentence->new_paragraph == VR_NO_PARAGRAPH)
        continue;
      edit.before = find_sentence (self->before, sentence->old_paragraph, sentence->old_span.from);
      edit.now = find_sentence (self->self, sentence->new_paragraph, sentence->new_span.from);
      if (get_number (self->before, sentence->old_paragraph, edit.before)
          == get_number (self->self, sentence->new_paragraph, edit.now))
        try_pair (self, edit.before, edit.now);
      else
        g_array_append_val (self->edits, edit);
    }
}

/* The sentences of some paragraphs that are not paired, as lists by their number. */
static GHashTable *
list_left (const Pairing *self, const guint32 *paragraphs, guint n_paragraphs)
{
  GHashTable *left =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)(void (*) (void))g_queue_free);

  for (guint i = 0; i < n_paragraphs; i++)
    {
      guint paragraph = paragraphs != NULL ? paragraphs[i] : i;
      guint first = self->before->firsts[paragraph];
      const VrParagraphCut *cut = self->before->cuts[paragraph];

      for (guint k = 0; k < cut->n_sentences; k++)
        {
          gpointer number = GUINT_TO_POINTER (cut->sentences[k]);
          GQueue *queue;

          if (self->is_taken[first + k])
            continue;
          queue = g_hash_table_lookup (left, number);
          if (queue == NULL)
            {
              queue = g_queue_new ();
              g_hash_table_insert (left, number, queue);
            }
          g_queue_push_tail (queue, GUINT_TO_POINTER (first + k));
        }
    }

  return left;
}

/* Pairs what is left of equal sentences, in order; NULL lists stand for all paragraphs. */
static void
pair_left (Pairing *self, const guint32 *before, guint n_before, const guint32 *now, guint n_now)
{
  g_autoptr (GHashTable) left = list_left (self, before, n_before);

  if (g_hash_table_size (left) == 0)
    return;
  for (guint i = 0; i < n_now; i++)
    {
      guint paragraph = now != NULL ? now[i] : i;
      guint first = self->self->firsts[paragraph];
      const VrParagraphCut *cut = self->self->cuts[paragraph];

      for (guint k = 0; k < cut->n_sentences; k++)
        {
          GQueue *queue;

          if (self->earlier[first + k] != NO_SENTENCE)
            continue;
          queue = g_hash_table_lookup (left, GUINT_TO_POINTER (cut->sentences[k]));
          if (queue != NULL && !g_queue_is_empty (queue))
            try_pair (self, GPOINTER_TO_UINT (g_queue_pop_head (queue)), first + k);
        }
    }
}

static void
pair_row (Pairing *self, const VrRow *row)
{
  if (row->n_sentences == 0)
    for (guint i = 0; i < MIN (row->n_old, row->n_new); i++)
      pair_same (self, row->old_paragraphs[i], row->new_paragraphs[i]);
  else
    {
      pair_listed (self, row);
      pair_left (self, row->old_paragraphs, row->n_old, row->new_paragraphs, row->n_new);
    }
}

/* Only behind all that is the same: a sentence that stands elsewhere is nobody's earlier wording.
 */
static void
pair_edits (Pairing *self)
{
  for (guint i = 0; i < self->edits->len; i++)
    {
      const Edit *edit = &g_array_index (self->edits, Edit, i);

      self->edited[edit->now] |= try_pair (self, edit->before, edit->now);
    }
}

static void
pair_all (Pairing *self, const VrComparison *comparison)
{
  guint n_rows = vr_comparison_get_n_rows (comparison);

  for (guint i = 0; i < n_rows; i++)
    {
      VrRow row = vr_comparison_get_row (comparison, i);

      pair_row (self, &row);
    }
  pair_left (self, NULL, vr_article_get_n_paragraphs (self->before->article), NULL,
             vr_article_get_n_paragraphs (self->self->article));
  pair_edits (self);
}

static void
inherit (const Pairing *self)
{
  guint n = vr_sentence_lives_get_n (self->self);

  for (guint i = 0; i < n; i++)
    if (self->earlier[i] != NO_SENTENCE)
      {
        const VrSentenceLife *earlier = &self->before->lives[self->earlier[i]];

        self->self->lives[i].origin = earlier->origin;
        if (!self->edited[i])
          self->self->lives[i].changed = earlier->changed;
      }
}

gboolean
vr_sentence_lives_carry (VrSentenceLives *self, const VrSentenceLives *before,
                         GCancellable *cancellable, GError **error)
{
  VrOptions options = VR_OPTIONS_INIT;
  g_autoptr (VrComparison) comparison =
      vr_compare (before->article, self->article, &options, NULL, NULL, cancellable, error);
  g_autofree guint *earlier = g_new (guint, vr_sentence_lives_get_n (self));
  g_autofree guint8 *edited = g_new0 (guint8, vr_sentence_lives_get_n (self));
  g_autofree guint8 *is_taken = g_new0 (guint8, vr_sentence_lives_get_n (before));
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  Pairing pairing = { self, before, earlier, is_taken, edited, edits };

  if (comparison == NULL)
    return FALSE;
  for (guint i = 0; i < vr_sentence_lives_get_n (self); i++)
    earlier[i] = NO_SENTENCE;
  pair_all (&pairing, comparison);
  inherit (&pairing);

  return TRUE;
}
