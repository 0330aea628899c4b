/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paragraphs of a whole history, each different one cut into sentences once. */
#include "vr-sentence-cuts.h"

#include "vr-sentences.h"
#include "vr-tokens.h"

struct _VrSentenceCuts
{
  char *language;
  VrSentences *cutter;
  GArray *ends;
  VrInterner *texts;
  VrInterner *words;
  VrInterner *sentences; /* by the numbers of its words */
  GPtrArray *cuts;       /* VrParagraphCut, by the text's number */
};

static void
free_cut (gpointer data)
{
  VrParagraphCut *cut = data;

  g_free (cut->ends);
  g_free (cut->sentences);
  g_free (cut->words);
  g_free (cut->first_words);
  g_free (cut);
}

VrSentenceCuts *
vr_sentence_cuts_new (const char *language)
{
  VrSentenceCuts *self = g_new0 (VrSentenceCuts, 1);

  self->language = g_strdup (language);
  self->cutter = vr_sentences_new (language);
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->texts = vr_interner_new ();
  self->words = vr_interner_new ();
  self->sentences = vr_interner_new ();
  self->cuts = g_ptr_array_new_with_free_func (free_cut);

  return self;
}

void
vr_sentence_cuts_free (VrSentenceCuts *self)
{
  g_free (self->language);
  vr_sentences_free (self->cutter);
  g_array_unref (self->ends);
  vr_interner_free (self->texts);
  vr_interner_free (self->words);
  vr_interner_free (self->sentences);
  g_ptr_array_unref (self->cuts);
  g_free (self);
}

/* A word belongs to the sentence that it begins in. */
static void
number_sentences (VrSentenceCuts *self, VrParagraphCut *cut, const guint32 *starts, guint32 n_words)
{
  guint32 word = 0;

  for (guint i = 0; i < cut->n_sentences; i++)
    {
      guint32 first = word;

      while (word < n_words && starts[word] < cut->ends[i])
        word++;
      cut->first_words[i] = first;
      cut->sentences[i] =
          vr_interner_put (self->sentences, (const char *)(const void *)(cut->words + first),
                           (word - first) * sizeof (guint32));
    }
  cut->first_words[cut->n_sentences] = n_words;
}

static VrParagraphCut *
make_cut (VrSentenceCuts *self, VrSlice paragraph)
{
  g_autoptr (VrTokens) tokens =
      vr_tokens_new (&paragraph, 1, VR_QUIET_DEFAULT, VR_UNIT_WORD, self->language, self->words);
  guint32 n_words = vr_tokens_get_n (tokens);
  VrParagraphCut *cut = g_new0 (VrParagraphCut, 1);

  vr_sentences_cut (self->cutter, paragraph, self->ends);
  cut->number = self->cuts->len;
  cut->n_sentences = self->ends->len;
  cut->ends = g_memdup2 (self->ends->data, self->ends->len * sizeof (guint32));
  cut->sentences = g_new (guint32, cut->n_sentences);
  cut->words = g_memdup2 (vr_tokens_peek_ids (tokens), n_words * sizeof (guint32));
  cut->first_words = g_new (guint32, cut->n_sentences + 1);
  number_sentences (self, cut, vr_tokens_peek_starts (tokens), n_words);

  return cut;
}

const VrParagraphCut *
vr_sentence_cuts_get (VrSentenceCuts *self, VrSlice paragraph)
{
  guint32 number = vr_interner_put (self->texts, paragraph.text, paragraph.n_bytes);

  if (number == self->cuts->len)
    g_ptr_array_add (self->cuts, make_cut (self, paragraph));

  return g_ptr_array_index (self->cuts, number);
}

guint
vr_sentence_cuts_get_n (const VrSentenceCuts *self)
{
  return self->cuts->len;
}
