/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which version brought each sentence of a text, and which changed it last. */
#include "vr-history-blame.h"

#include "vr-sentence-lives.h"
#include "vr-word-search.h"

#include <glib/gi18n-lib.h>

#define NOT_YET 0

struct _VrHistoryBlame
{
  VrArticle *article;
  GArray *versions; /* VrVersionText, up to the one asked about */
  VrBlamedSentence *sentences;
  guint n_sentences;
};

/* A walk through the history, oldest version first. */
typedef struct
{
  VrArchive *archive;
  const GArray *versions;
  char *language; /* of the text asked about: all are cut alike */
  VrSentenceCuts *cuts;
  VrWordSearch *search; /* for the sentences asked about */
  GArray *brought;      /* guint, by row of the search: the first version that has it, or NOT_YET */
  guint number;         /* of the version being read */
  GArray *is_searched;  /* guint8, by number of a paragraph's cut */
  GArray *origins;      /* guint, by number of a sentence: its earliest origin so far, or NOT_YET */
  VrSentenceLives *lives; /* of the last version that was read */
} Walk;

static void
walk_clear (Walk *self)
{
  g_free (self->language);
  g_clear_pointer (&self->cuts, vr_sentence_cuts_free);
  g_clear_pointer (&self->search, vr_word_search_free);
  g_clear_pointer (&self->brought, g_array_unref);
  g_clear_pointer (&self->is_searched, g_array_unref);
  g_clear_pointer (&self->origins, g_array_unref);
  g_clear_pointer (&self->lives, vr_sentence_lives_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static VrArticle *
read_article (VrArchive *archive, const VrVersionText *version, const char *language,
              GError **error)
{
  g_autoptr (GBytes) bytes = vr_version_text_read (archive, version->text, error);
  g_autoptr (VrText) text =
      bytes != NULL ? vr_text_new_from_bytes (bytes, "UTF-8", version->id, error) : NULL;

  return text != NULL ? vr_article_new (text, VR_PARAGRAPHS_LINE, language) : NULL;
}

/* A sentence without a word, of marks that cannot be seen, has no row. */
static guint
count_words (const VrParagraphCut *cut, guint sentence)
{
  return cut->first_words[sentence + 1] - cut->first_words[sentence];
}

static void
prepare_search (Walk *self, VrArticle *article)
{
  guint n = vr_article_get_n_paragraphs (article);
  guint n_rows = 0;

  for (guint i = 0; i < n; i++)
    {
      const VrParagraphCut *cut =
          vr_sentence_cuts_get (self->cuts, vr_article_get_paragraph_text (article, i));

      for (guint k = 0; k < cut->n_sentences; k++)
        if (count_words (cut, k) > 0)
          {
            guint row = vr_word_search_add (self->search, cut->words + cut->first_words[k],
                                            count_words (cut, k));

            n_rows = MAX (n_rows, row + 1);
          }
    }
  vr_word_search_prepare (self->search);
  g_array_set_size (self->brought, n_rows);
}

static void
note_row (guint row, gpointer data)
{
  Walk *self = data;
  guint *brought = &g_array_index (self->brought, guint, row);

  if (*brought == NOT_YET)
    *brought = self->number;
}

/* The first version that has a paragraph is the one that counts. */
static void
search_version (Walk *self)
{
  guint n = vr_article_get_n_paragraphs (self->lives->article);

  g_array_set_size (self->is_searched, vr_sentence_cuts_get_n (self->cuts));
  for (guint i = 0; i < n; i++)
    {
      const VrParagraphCut *cut = self->lives->cuts[i];
      guint8 *is_searched = &g_array_index (self->is_searched, guint8, cut->number);

      if (*is_searched)
        continue;
      *is_searched = TRUE;
      vr_word_search_run (self->search, cut->words, cut->first_words[cut->n_sentences], note_row,
                          self);
    }
}

/* A sentence that was cut and comes back goes back to where it did before. */
static void
join_origins (Walk *self)
{
  guint n = vr_article_get_n_paragraphs (self->lives->article);

  for (guint i = 0; i < n; i++)
    {
      const VrParagraphCut *cut = self->lives->cuts[i];

      for (guint k = 0; k < cut->n_sentences; k++)
        {
          VrSentenceLife *life = &self->lives->lives[self->lives->firsts[i] + k];
          guint *origin;

          if (self->origins->len <= cut->sentences[k])
            g_array_set_size (self->origins, cut->sentences[k] + 1);
          origin = &g_array_index (self->origins, guint, cut->sentences[k]);
          if (*origin == NOT_YET || life->origin < *origin)
            *origin = life->origin;
          life->origin = *origin;
        }
    }
}

static gboolean
read_version (Walk *self, const VrVersionText *version, GCancellable *cancellable, GError **error)
{
  VrArticle *article = read_article (self->archive, version, self->language, error);
  g_autoptr (VrSentenceLives) before = g_steal_pointer (&self->lives);

  if (article == NULL)
    return FALSE;
  self->lives = vr_sentence_lives_new (article, self->cuts, self->number);
  search_version (self);

  if (before != NULL && !vr_sentence_lives_carry (self->lives, before, cancellable, error))
    return FALSE;
  join_origins (self);

  return TRUE;
}

static gboolean
read_versions (Walk *self, const VrProgress *progress, GCancellable *cancellable, GError **error)
{
  const GArray *versions = self->versions;

  for (guint i = 0; i < versions->len; i++)
    {
      const VrVersionText *version = &g_array_index (versions, VrVersionText, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      self->number = i + 1;
      if ((i == 0 || !g_str_equal (version[-1].text, version->text))
          && !read_version (self, version, cancellable, error))
        return FALSE;
      if (progress != NULL && progress->func != NULL)
        progress->func ((double)(i + 1) / versions->len, progress->user_data);
    }

  return TRUE;
}

static guint32
find_text_end (VrSlice paragraph, guint32 from, guint32 to)
{
  while (to > from)
    {
      const char *last = g_utf8_prev_char (paragraph.text + to);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      to = (guint32)(last - paragraph.text);
    }

  return to;
}

static void
blame_paragraph (const Walk *walk, guint paragraph, VrBlamedSentence *sentences)
{
  const VrSentenceLives *lives = walk->lives;
  const VrParagraphCut *cut = lives->cuts[paragraph];
  VrSlice text = vr_article_get_paragraph_text (lives->article, paragraph);
  guint32 from = 0;

  for (guint i = 0; i < cut->n_sentences; i++)
    {
      const VrSentenceLife *life = &lives->lives[lives->firsts[paragraph] + i];
      guint brought = life->changed;

      if (count_words (cut, i) > 0)
        brought = g_array_index (walk->brought, guint,
                                 vr_word_search_add (walk->search, cut->words + cut->first_words[i],
                                                     count_words (cut, i)));
      sentences[i] = (VrBlamedSentence){
        .paragraph = paragraph,
        .span = { from, find_text_end (text, from, cut->ends[i]) },
        .brought = MIN (brought, life->changed),
        .changed = life->changed,
        .origin = MIN (MIN (brought, life->changed), life->origin),
      };
      from = cut->ends[i];
    }
}

static void
fill (VrHistoryBlame *self, const Walk *walk)
{
  const VrSentenceLives *lives = walk->lives;
  guint n = vr_article_get_n_paragraphs (lives->article);

  self->article = vr_article_ref (lives->article);
  self->n_sentences = vr_sentence_lives_get_n (lives);
  self->sentences = g_new (VrBlamedSentence, self->n_sentences);
  for (guint i = 0; i < n; i++)
    blame_paragraph (walk, i, self->sentences + lives->firsts[i]);
}

/* The versions of @name up to @id: by number, which another person's history may have a part in. */
static GArray *
list_versions (VrArchive *archive, const char *name, const char *id, GCancellable *cancellable,
               GError **error)
{
  g_autofree char *last = vr_version_find_last (archive, name, error);
  gboolean is_rest;
  g_autoptr (GArray) versions =
      last != NULL ? vr_version_text_list (archive, last, NULL, &is_rest, cancellable, error)
                   : NULL;

  if (versions == NULL)
    return NULL;
  for (guint i = 0; i < versions->len; i++)
    if (g_str_equal (g_array_index (versions, VrVersionText, i).id, id))
      {
        g_array_set_size (versions, i + 1);
        return g_steal_pointer (&versions);
      }
  g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
               _ ("“%s” has no version “%.7s”; “variorum log” lists them."), name, id);

  return NULL;
}

static gboolean
blame (VrHistoryBlame *self, VrArchive *archive, const VrProgress *progress,
       GCancellable *cancellable, GError **error)
{
  const VrVersionText *last =
      &g_array_index (self->versions, VrVersionText, self->versions->len - 1);
  g_autoptr (VrArticle) article = read_article (archive, last, NULL, error);
  g_auto (Walk) walk = { .archive = archive, .versions = self->versions };

  if (article == NULL)
    return FALSE;
  walk.language = g_strdup (vr_article_get_language (article));
  walk.cuts = vr_sentence_cuts_new (walk.language);
  walk.search = vr_word_search_new ();
  walk.brought = g_array_new (FALSE, TRUE, sizeof (guint));
  walk.origins = g_array_new (FALSE, TRUE, sizeof (guint));
  walk.is_searched = g_array_new (FALSE, TRUE, sizeof (guint8));
  prepare_search (&walk, article);
  if (!read_versions (&walk, progress, cancellable, error))
    return FALSE;
  fill (self, &walk);

  return TRUE;
}

static void
clear (gpointer data)
{
  VrHistoryBlame *self = data;

  g_clear_pointer (&self->article, vr_article_unref);
  g_clear_pointer (&self->versions, g_array_unref);
  g_free (self->sentences);
}

VrHistoryBlame *
vr_history_blame_new (VrArchive *archive, const char *name, const char *id,
                      const VrProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (VrHistoryBlame) self = g_atomic_rc_box_new0 (VrHistoryBlame);

  self->versions = list_versions (archive, name, id, cancellable, error);
  if (self->versions == NULL || !blame (self, archive, progress, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

VrHistoryBlame *
vr_history_blame_ref (VrHistoryBlame *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
vr_history_blame_unref (VrHistoryBlame *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

VrArticle *
vr_history_blame_get_article (const VrHistoryBlame *self)
{
  return self->article;
}

guint
vr_history_blame_get_n_versions (const VrHistoryBlame *self)
{
  return self->versions->len;
}

const VrVersionText *
vr_history_blame_peek_version (const VrHistoryBlame *self, guint number)
{
  return &g_array_index (self->versions, VrVersionText, number - 1);
}

const VrBlamedSentence *
vr_history_blame_peek_sentences (const VrHistoryBlame *self, guint *n)
{
  *n = self->n_sentences;

  return self->sentences;
}
