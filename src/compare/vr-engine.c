/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the stages of a comparison share: both sides' tokens, and what is known of each word. */
#include "vr-critical-private.h"
#include "vr-engine.h"
#include "vr-inline.h"
#include "vr-word-list.h"

#include <string.h>

/* By the paragraphs' bytes: the side that comes first leads. */
static int
compare_articles (VrArticle *a, VrArticle *b)
{
  guint n_left = vr_article_get_n_paragraphs (a), n_right = vr_article_get_n_paragraphs (b);

  for (guint i = 0; i < MIN (n_left, n_right); i++)
    {
      VrSlice left = vr_article_get_paragraph_text (a, i);
      VrSlice right = vr_article_get_paragraph_text (b, i);
      int order = memcmp (left.text, right.text, MIN (left.n_bytes, right.n_bytes));

      if (order != 0)
        return order;
      if (left.n_bytes != right.n_bytes)
        return left.n_bytes < right.n_bytes ? -1 : 1;
    }

  return (n_left > n_right) - (n_left < n_right);
}

static void
load_side (VrEngine *self, guint side, VrArticle *article)
{
  guint n = vr_article_get_n_paragraphs (article);
  g_autofree VrSlice *slices = g_new (VrSlice, MAX (n, 1));

  self->articles[side] = article;
  self->n_paragraphs[side] = n;
  vr_leads_find (self, side);
  for (guint i = 0; i < n; i++)
    {
      VrSlice text = vr_engine_get_text (self, side, i);
      guint32 lead = vr_engine_get_lead (self, side, i);

      slices[i] = (VrSlice){ text.text + lead, text.n_bytes - lead };
    }

  self->tokens[side] = vr_tokens_new (slices, n, self->options->quiet, VR_UNIT_WORD,
                                      vr_article_get_language (article), self->interner);
  self->ids[side] = vr_tokens_peek_ids (self->tokens[side]);
  self->starts[side] = vr_tokens_peek_starts (self->tokens[side]);
  self->numbers[side] = vr_tokens_peek_numbers (self->tokens[side]);
  self->firsts[side] = vr_tokens_peek_firsts (self->tokens[side]);
  self->sentences[side] = vr_sentences_new (vr_article_get_language (article));
}

/* How well a hunk may end behind a token, for the differ: at a sentence's end, a clause's, or
 * anywhere between words. */
static guint8
class_of (VrSlice key)
{
  static const char *const ends[] = { ".", "!", "?", "…", "。", "！", "？", "؟", "।" };
  static const char *const clauses[] = { ",", ";", ":", "—", "–", ")", "、", "，", "；", "：" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (vr_slice_is_equal (key, (VrSlice){ ends[i], strlen (ends[i]) }))
      return 255;
  for (guint i = 0; i < G_N_ELEMENTS (clauses); i++)
    if (vr_slice_is_equal (key, (VrSlice){ clauses[i], strlen (clauses[i]) }))
      return 128;

  return 0;
}

static void
add_traits (VrEngine *self, const GArray *ids, VrTrait trait)
{
  for (guint i = 0; i < ids->len; i++)
    self->traits[g_array_index (ids, guint32, i)] |= trait;
}

static void
describe_ids (VrEngine *self)
{
  g_autoptr (GArray) stop_words = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) denials = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint32));
  const VrNegations *negations[VR_N_SIDES];

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      const char *language = vr_article_get_language (self->articles[side]);

      vr_stop_words_put (language, self->interner, stop_words);
      negations[side] = vr_negations_find (language);
      if (negations[side] == NULL)
        continue;
      vr_word_list_put (negations[side]->words, TRUE, self->interner, denials);
      vr_word_list_put (negations[side]->parts, TRUE, self->interner, parts);
    }
  self->separator =
      vr_interner_put (self->interner, VR_PARAGRAPH_SEPARATOR, strlen (VR_PARAGRAPH_SEPARATOR));

  self->n_ids = vr_interner_get_n_ids (self->interner);
  self->traits = g_new0 (guint8, self->n_ids);
  self->classes = g_new0 (guint8, self->n_ids);
  self->counts = g_new0 (guint32, self->n_ids);
  for (guint32 id = 0; id < self->n_ids; id++)
    {
      VrSlice key = vr_interner_peek (self->interner, id);

      if (vr_token_is_punctuation (key))
        {
          self->traits[id] = VR_TRAIT_PUNCTUATION;
          self->classes[id] = class_of (key);
        }
    }
  add_traits (self, stop_words, VR_TRAIT_STOP_WORD);
  add_traits (self, denials, VR_TRAIT_NEGATION);
  add_traits (self, parts, VR_TRAIT_NEGATION_PART);
  self->traits[self->separator] = VR_TRAIT_PUNCTUATION;
  self->classes[self->separator] = 255;
  vr_critical_describe_ids (self, negations);
}

void
vr_engine_init (VrEngine *self, VrArticle *old_article, VrArticle *new_article,
                const VrOptions *options, const VrOverrides *overrides, GCancellable *cancellable)
{
  int order = compare_articles (old_article, new_article);

  *self = (VrEngine){ .options = options, .cancellable = cancellable };
  if (order == 0 && overrides != NULL)
    order = vr_overrides_compare_with_mirror (overrides);
  self->swapped = order > 0;
  self->interner = vr_interner_new ();
  self->differ = vr_differ_new ();
  load_side (self, 0, self->swapped ? new_article : old_article);
  load_side (self, 1, self->swapped ? old_article : new_article);
  describe_ids (self);
  vr_furniture_find (self, overrides);
}

void
vr_engine_clear (VrEngine *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_clear_pointer (&self->tokens[side], vr_tokens_unref);
      g_clear_pointer (&self->sentences[side], vr_sentences_free);
      g_free (self->roles[side]);
      g_free (self->leads[side]);
    }
  g_clear_pointer (&self->interner, vr_interner_free);
  g_clear_pointer (&self->differ, vr_differ_free);
  g_free (self->traits);
  g_free (self->classes);
  g_free (self->counts);
}
