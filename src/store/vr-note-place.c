/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentence that a note is about. */
#include "vr-note.h"

#include "vr-error.h"
#include "vr-pattern.h"
#include "vr-sentences.h"

#include <glib/gi18n-lib.h>

/* What is found so far. */
typedef struct
{
  VrSentences *sentences;
  GArray *ends; /* guint32 */
  guint n_places;
  guint paragraph;
  VrSlice words;
} Finding;

/* Widens @match to whole sentences, which end at @ends. */
static VrSpan
widen (VrSpan match, const GArray *ends)
{
  VrSpan whole = { 0, 0 };

  for (guint i = 0; i < ends->len && whole.to < match.to; i++)
    {
      whole.to = g_array_index (ends, guint32, i);
      if (whole.to <= match.from)
        whole.from = whole.to;
    }

  return whole;
}

static void
look_through (Finding *self, const VrPattern *pattern, guint index, VrSlice text)
{
  VrSpan match, whole = { 0, 0 };

  for (gsize from = 0; vr_pattern_find (pattern, text, from, &match); from = match.to)
    {
      if (match.from < whole.to)
        continue;
      if (self->n_places == 0 || self->paragraph != index + 1)
        vr_sentences_cut (self->sentences, text, self->ends);
      whole = widen (match, self->ends);
      self->n_places++;
      self->paragraph = index + 1;
      self->words = (VrSlice){ text.text + whole.from, whole.to - whole.from };
    }
}

static char *
fail_place (const char *words, guint n_places, GError **error)
{
  if (n_places == 0)
    g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                 _ ("“%s” stands in no paragraph of this version; “variorum show” prints them."),
                 words);
  else
    g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                 ngettext ("“%s” stands in %u sentence of this version; give more of its words.",
                           "“%s” stands in %u sentences of this version; give more of the words of "
                           "one.",
                           n_places),
                 words, n_places);

  return NULL;
}

char *
vr_note_find_place (const VrArticle *article, const char *words, guint *paragraph, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autoptr (VrPattern) pattern = vr_pattern_new (valid);
  g_autoptr (VrSentences) sentences = vr_sentences_new (vr_article_get_language (article));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  Finding finding = { .sentences = sentences, .ends = ends };
  guint n = vr_article_get_n_paragraphs (article);

  for (guint i = 0; pattern != NULL && i < n; i++)
    look_through (&finding, pattern, i, vr_article_get_paragraph_text (article, i));
  if (finding.n_places != 1)
    return fail_place (valid, finding.n_places, error);
  *paragraph = finding.paragraph;

  return g_strstrip (g_strndup (finding.words.text, finding.words.n_bytes));
}
