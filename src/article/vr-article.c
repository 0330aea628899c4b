/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article: a text cut into paragraphs, with what is known about it. */
#include "vr-article.h"

#include "vr-language.h"
#include "vr-roles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A headline is no longer than this: some 15 words, twice what newspapers set. */
#define TITLE_CHARS 120

/* "Skip to main content" has four words, and hardly a headline has fewer than five.  A menu that is
 * longer than this hides it. */
#define TITLE_WORDS 5
#define TITLE_PARAGRAPHS 20

/* The longest tag without private parts, by RFC 5646. */
#define MAX_LANGUAGE 35

struct _VrArticle
{
  VrText *text; /* NULL for an article made from units */
  VrParagraphs *paragraphs;
  VrImported *imported;   /* NULL for plain text */
  gboolean is_whole;      /* what the import took for furniture is text */
  guint8 *roles;          /* VrRole of each paragraph of plain text; NULL where all are body */
  const char **reasons;   /* of each; interned */
  char *told[VR_N_FACTS]; /* what the roles of plain text tell */
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
reads_like_a_headline (VrSlice paragraph)
{
  const char *end = paragraph.text + paragraph.n_bytes;
  gboolean has_letter = FALSE;

  /* No character has more than four bytes. */
  if (paragraph.n_bytes == 0 || paragraph.n_bytes > TITLE_CHARS * 4
      || g_utf8_strlen (paragraph.text, paragraph.n_bytes) > TITLE_CHARS)
    return FALSE;
  for (const char *p = paragraph.text; p < end && !has_letter; p = g_utf8_next_char (p))
    has_letter = g_unichar_isalpha (g_utf8_get_char (p));
  return has_letter && !ends_like_a_sentence (paragraph.text, end);
}

/* A menu entry or a section's name has fewer words; a script without spaces has none. */
static gboolean
says_enough (VrSlice paragraph)
{
  const char *end = paragraph.text + paragraph.n_bytes;
  guint n_spaces = 0, n_wide = 0;

  for (const char *p = paragraph.text; p < end; p = g_utf8_next_char (p))
    {
      n_spaces += g_unichar_isspace (g_utf8_get_char (p)) != FALSE;
      n_wide += g_unichar_iswide (g_utf8_get_char (p)) != FALSE;
    }
  return n_spaces + 1 + n_wide / 2 >= TITLE_WORDS;
}

static gboolean
is_listed (VrSlice paragraph)
{
  return g_utf8_strchr ("•‣◦▪–—-*·", -1, g_utf8_get_char (paragraph.text)) != NULL;
}

/* The first line that says enough among those above the text; a page's copy opens with its menu.
 * NULL if nothing is above it. */
static VrSlice
find_headline (const VrArticle *self)
{
  VrSlice found = { NULL, 0 };

  for (guint i = 0; i < MIN (vr_article_get_n_paragraphs (self), TITLE_PARAGRAPHS); i++)
    {
      VrSlice paragraph = vr_article_get_paragraph_text (self, i);

      if (vr_role_is_furniture (vr_article_get_role (self, i)))
        continue;
      if (!reads_like_a_headline (paragraph))
        break;
      if (says_enough (paragraph) && !is_listed (paragraph))
        return paragraph;
      if (found.text == NULL)
        found = paragraph;
    }
  return found;
}

static char *
find_title (const VrArticle *self)
{
  VrSlice headline;
  const char *name, *told = vr_article_get_fact (self, VR_FACT_HEADLINE);

  if (told != NULL)
    return g_strdup (told);
  headline = find_headline (self);
  if (headline.text != NULL)
    return g_strndup (headline.text, headline.n_bytes);
  if (self->text == NULL)
    return g_strdup ("");
  name = vr_text_get_name (self->text);
  return g_str_equal (name, "-") ? g_strdup (_ ("standard input"))
                                 : g_filename_display_basename (name);
}

/* Takes @paragraphs over. */
static VrArticle *
new_from_paragraphs (VrParagraphs *paragraphs, VrText *text, VrImported *imported,
                     const char *language)
{
  VrArticle *self = g_atomic_rc_box_new0 (VrArticle);

  self->text = text != NULL ? vr_text_ref (text) : NULL;
  self->imported = imported != NULL ? vr_imported_ref (imported) : NULL;
  self->paragraphs = paragraphs;
  self->language = language != NULL ? g_intern_string (language)
                                    : vr_language_detect (vr_paragraphs_get_source (paragraphs));
  self->title = find_title (self);
  return self;
}

/* The headline, the standfirst and the byline of a plain text are its first paragraphs of that
 * role. */
static void
take_fact (VrArticle *self, guint index, VrFact fact)
{
  VrSlice text = vr_article_get_paragraph_text (self, index);

  if (self->told[fact] == NULL)
    self->told[fact] = g_strndup (text.text, text.n_bytes);
}

static void
judge_roles (VrArticle *self)
{
  guint n = vr_article_get_n_paragraphs (self);
  g_autofree guint8 *roles = g_new0 (guint8, n + 1);
  g_autofree const char **reasons = g_new0 (const char *, n + 1);

  if (!vr_roles_judge (self->paragraphs, self->language, roles, reasons))
    return;
  self->roles = g_steal_pointer (&roles);
  self->reasons = g_steal_pointer (&reasons);
  for (guint i = 0; i < n; i++)
    if (self->roles[i] == VR_ROLE_HEADLINE)
      take_fact (self, i, VR_FACT_HEADLINE);
    else if (self->roles[i] == VR_ROLE_DEK)
      take_fact (self, i, VR_FACT_DEK);
    else if (self->roles[i] == VR_ROLE_BYLINE)
      take_fact (self, i, VR_FACT_BYLINE);
  if (self->told[VR_FACT_HEADLINE] != NULL)
    {
      g_free (self->title);
      self->title = g_strdup (self->told[VR_FACT_HEADLINE]);
    }
}

VrArticle *
vr_article_new_verbatim (VrText *text, VrParagraphMode mode, const char *language)
{
  return new_from_paragraphs (vr_paragraphs_new (text, mode), text, NULL, language);
}

VrArticle *
vr_article_new (VrText *text, VrParagraphMode mode, const char *language)
{
  VrArticle *self = vr_article_new_verbatim (text, mode, language);

  judge_roles (self);
  return self;
}

VrArticle *
vr_article_new_from_units (const char *const *units, guint n_units, const char *language)
{
  return new_from_paragraphs (vr_paragraphs_new_from_units (units, n_units), NULL, NULL, language);
}

/* A source may say anything, and what an article says of its language is kept for ever. */
static gboolean
is_language (const char *told)
{
  return told != NULL && strlen (told) <= MAX_LANGUAGE
         && strspn (told, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-") == strlen (told);
}

VrArticle *
vr_article_new_imported (VrText *text, VrImported *imported, const char *language)
{
  const char *told = vr_imported_get_fact (imported, VR_FACT_LANGUAGE);
  VrParagraphs *paragraphs = vr_paragraphs_new (text, VR_PARAGRAPHS_LINE);

  g_return_val_if_fail (vr_paragraphs_get_n (paragraphs) == vr_imported_get_n_paragraphs (imported),
                        NULL);
  if (language == NULL && is_language (told))
    language = told;
  return new_from_paragraphs (paragraphs, text, imported, language);
}

VrArticle *
vr_article_new_imported_verbatim (VrText *text, VrImported *imported, const char *language)
{
  VrArticle *self = vr_article_new_imported (text, imported, language);

  self->is_whole = TRUE;
  return self;
}

VrArticle *
vr_article_with_language (const VrArticle *self, const char *language)
{
  return new_from_paragraphs (vr_paragraphs_ref (self->paragraphs), self->text, self->imported,
                              language);
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
  g_clear_pointer (&self->imported, vr_imported_unref);
  g_free (self->roles);
  g_free (self->reasons);
  for (guint i = 0; i < VR_N_FACTS; i++)
    g_free (self->told[i]);
  vr_paragraphs_unref (self->paragraphs);
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
  return vr_paragraphs_get_n (self->paragraphs);
}

VrParagraph
vr_article_get_paragraph (const VrArticle *self, guint index)
{
  return vr_paragraphs_get (self->paragraphs, index);
}

VrSlice
vr_article_get_paragraph_text (const VrArticle *self, guint index)
{
  return vr_paragraphs_get_text (self->paragraphs, index);
}

VrParagraphMode
vr_article_get_paragraph_mode (const VrArticle *self)
{
  return vr_paragraphs_get_mode (self->paragraphs);
}

const char *
vr_article_get_language (const VrArticle *self)
{
  return self->language;
}

static gboolean
is_put_back (const VrArticle *self, guint index)
{
  return self->is_whole
         && vr_role_is_furniture (vr_imported_get_paragraph (self->imported, index).role);
}

VrRole
vr_article_get_role (const VrArticle *self, guint index)
{
  if (is_put_back (self, index))
    return VR_ROLE_BODY;
  if (self->imported != NULL)
    return vr_imported_get_paragraph (self->imported, index).role;
  return self->roles != NULL ? self->roles[index] : VR_ROLE_BODY;
}

const char *
vr_article_get_role_reason (const VrArticle *self, guint index)
{
  if (is_put_back (self, index))
    return NULL;
  if (self->imported != NULL)
    return vr_imported_get_paragraph (self->imported, index).reason;
  return self->reasons != NULL ? self->reasons[index] : NULL;
}

guint
vr_article_get_source_line (const VrArticle *self, guint index)
{
  return self->imported != NULL ? vr_imported_get_paragraph (self->imported, index).line
                                : vr_article_get_paragraph (self, index).first_line;
}

guint
vr_article_find_line (const VrArticle *self, guint32 at, VrLineCursor *cursor)
{
  guint n = vr_article_get_n_paragraphs (self);
  const char *text = vr_text_peek (vr_article_get_text (self), NULL);
  VrParagraph found;

  while (cursor->paragraph + 1 < n
         && vr_article_get_paragraph (self, cursor->paragraph + 1).from <= at)
    cursor->paragraph++;
  if (vr_article_get_imported (self) != NULL)
    return vr_article_get_source_line (self, cursor->paragraph);
  found = vr_article_get_paragraph (self, cursor->paragraph);
  if (cursor->line == 0 || cursor->at < found.from)
    {
      cursor->line = vr_article_get_source_line (self, cursor->paragraph);
      cursor->at = found.from;
    }
  for (; cursor->at < at; cursor->at++)
    cursor->line +=
        text[cursor->at] == '\n' || (text[cursor->at] == '\r' && text[cursor->at + 1] != '\n');

  return cursor->line;
}

gboolean
vr_article_has_furniture (const VrArticle *self)
{
  if (self->imported == NULL && self->roles == NULL)
    return FALSE;
  for (guint i = 0; i < vr_article_get_n_paragraphs (self); i++)
    if (vr_role_is_furniture (vr_article_get_role (self, i)))
      return TRUE;
  return FALSE;
}

VrImported *
vr_article_get_imported (const VrArticle *self)
{
  return self->imported;
}

const char *
vr_article_get_fact (const VrArticle *self, VrFact fact)
{
  g_return_val_if_fail (fact < VR_N_FACTS, NULL);

  return self->imported != NULL ? vr_imported_get_fact (self->imported, fact) : self->told[fact];
}

const char *
vr_article_get_title (const VrArticle *self)
{
  return self->title;
}
