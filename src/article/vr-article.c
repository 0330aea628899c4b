/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article: a text cut into paragraphs, with what is known about it. */
#include "vr-article.h"

#include "vr-language.h"

#include <glib/gi18n-lib.h>

/* A headline is no longer than this: some 15 words, twice what newspapers set. */
#define TITLE_CHARS 120

/* "Skip to main content" has four words, and hardly a headline has fewer than five.  A menu that is
 * longer than this hides it. */
#define TITLE_WORDS 5
#define TITLE_PARAGRAPHS 20

struct _VrArticle
{
  VrText *text;             /* NULL for an article made from units */
  VrParagraphs *paragraphs; /* NULL for an article made from units */
  VrParagraph *units;       /* only for an article made from units */
  char *unit_bytes;
  guint n_paragraphs;
  const char *language;
  char *title;
};

/* Whether the full stop at @p belongs to initials, as in "D.C." and "U.S." */
static gboolean
ends_initials (const char *text, const char *p)
{
  return p - text >= 3 && p[-2] == '.' && g_ascii_isalpha (p[-1]);
}

static gboolean
ends_like_a_sentence (const char *text, const char *end)
{
  const char *p = g_utf8_prev_char (end);

  while (p > text && g_unichar_ispunct (g_utf8_get_char (p))
         && g_utf8_strchr ("\"')]”’»“", -1, g_utf8_get_char (p)) != NULL)
    p = g_utf8_prev_char (p);
  if (*p == '.')
    return !ends_initials (text, p);
  return g_utf8_strchr (":;,。؟।۔", -1, g_utf8_get_char (p)) != NULL;
}

static gboolean
reads_like_a_headline (const VrParagraph *paragraph)
{
  const char *end = paragraph->text + paragraph->n_bytes;
  gboolean has_letter = FALSE;

  /* No character has more than four bytes. */
  if (paragraph->n_bytes == 0 || paragraph->n_bytes > TITLE_CHARS * 4
      || g_utf8_strlen (paragraph->text, paragraph->n_bytes) > TITLE_CHARS)
    return FALSE;
  for (const char *p = paragraph->text; p < end && !has_letter; p = g_utf8_next_char (p))
    has_letter = g_unichar_isalpha (g_utf8_get_char (p));
  return has_letter && !ends_like_a_sentence (paragraph->text, end);
}

/* A menu entry or a section's name has fewer words; a script without spaces has none. */
static gboolean
says_enough (const VrParagraph *paragraph)
{
  const char *end = paragraph->text + paragraph->n_bytes;
  guint n_spaces = 0, n_wide = 0;

  for (const char *p = paragraph->text; p < end; p = g_utf8_next_char (p))
    {
      n_spaces += g_unichar_isspace (g_utf8_get_char (p)) != FALSE;
      n_wide += g_unichar_iswide (g_utf8_get_char (p)) != FALSE;
    }
  return n_spaces + 1 + n_wide / 2 >= TITLE_WORDS;
}

static gboolean
is_listed (const VrParagraph *paragraph)
{
  return g_utf8_strchr ("•‣◦▪–—-*·", -1, g_utf8_get_char (paragraph->text)) != NULL;
}

/* The first line that says enough among those above the text; a page's copy opens with its menu. */
static const VrParagraph *
find_headline (const VrArticle *self)
{
  const VrParagraph *paragraphs = vr_article_peek_paragraphs (self);
  const VrParagraph *found = NULL;

  for (guint i = 0; i < MIN (self->n_paragraphs, TITLE_PARAGRAPHS); i++)
    {
      if (!reads_like_a_headline (&paragraphs[i]))
        break;
      if (found == NULL)
        found = &paragraphs[i];
      if (says_enough (&paragraphs[i]) && !is_listed (&paragraphs[i]))
        return &paragraphs[i];
    }
  return found;
}

static char *
find_title (const VrArticle *self)
{
  const VrParagraph *headline = find_headline (self);
  const char *name;

  if (headline != NULL)
    return g_strndup (headline->text, headline->n_bytes);
  if (self->text == NULL)
    return g_strdup ("");
  name = vr_text_get_name (self->text);
  return g_str_equal (name, "-") ? g_strdup (_ ("standard input"))
                                 : g_filename_display_basename (name);
}

VrArticle *
vr_article_new (VrText *text, VrParagraphMode mode, const char *language)
{
  VrArticle *self = g_atomic_rc_box_new0 (VrArticle);
  VrSlice sample;

  self->text = vr_text_ref (text);
  self->paragraphs = vr_paragraphs_new (text, mode);
  self->n_paragraphs = vr_paragraphs_get_n (self->paragraphs);
  sample.text = vr_text_peek (text, &sample.n_bytes);
  self->language = language != NULL ? g_intern_string (language) : vr_language_detect (sample);
  self->title = find_title (self);
  return self;
}

VrArticle *
vr_article_new_from_units (const char *const *units, guint n_units, const char *language)
{
  VrArticle *self = g_atomic_rc_box_new0 (VrArticle);
  g_autoptr (GString) all = g_string_new (NULL);

  self->units = g_new0 (VrParagraph, n_units);
  self->n_paragraphs = n_units;
  for (guint i = 0; i < n_units; i++)
    {
      VrParagraph *unit = &self->units[i];

      unit->from = all->len;
      g_string_append (all, units[i]);
      unit->to = all->len;
      unit->n_bytes = unit->to - unit->from;
      unit->first_line = unit->last_line = i + 1;
      g_string_append_c (all, '\n');
    }
  self->language = language != NULL ? g_intern_string (language)
                                    : vr_language_detect ((VrSlice){ all->str, all->len });
  self->unit_bytes = g_string_free (g_steal_pointer (&all), FALSE);
  for (guint i = 0; i < n_units; i++)
    self->units[i].text = self->unit_bytes + self->units[i].from;
  self->title = find_title (self);
  return self;
}

VrArticle *
vr_article_ref (VrArticle *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  VrArticle *self = data;

  g_clear_pointer (&self->text, vr_text_unref);
  g_clear_pointer (&self->paragraphs, vr_paragraphs_unref);
  g_free (self->units);
  g_free (self->unit_bytes);
  g_free (self->title);
}

void
vr_article_unref (VrArticle *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

VrText *
vr_article_get_text (const VrArticle *self)
{
  return self->text;
}

guint
vr_article_get_n_paragraphs (const VrArticle *self)
{
  return self->n_paragraphs;
}

const VrParagraph *
vr_article_peek_paragraphs (const VrArticle *self)
{
  return self->paragraphs != NULL ? vr_paragraphs_peek (self->paragraphs) : self->units;
}

VrParagraphMode
vr_article_get_paragraph_mode (const VrArticle *self)
{
  return self->paragraphs != NULL ? vr_paragraphs_get_mode (self->paragraphs) : VR_PARAGRAPHS_LINE;
}

const char *
vr_article_get_language (const VrArticle *self)
{
  return self->language;
}

const char *
vr_article_get_title (const VrArticle *self)
{
  return self->title;
}
