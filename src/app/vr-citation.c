/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change said in a sentence that can be pasted into a mail: what stood, what stands, where. */
#include "vr-citation.h"

#include <glib/gi18n-lib.h>

/* Every double quotation mark of Latin, Greek and Cyrillic scripts; those of East Asia are brackets
 * that nest as they are. */
static gboolean
is_double_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0x201f || c == 0xab
         || c == 0xbb;
}

/* Behind white space, an opening bracket, a dash or another opening quotation mark one opens. */
static gboolean
can_open_behind (gunichar before)
{
  GUnicodeType type = before != 0 ? g_unichar_type (before) : G_UNICODE_SPACE_SEPARATOR;

  return g_unichar_isspace (before) || type == G_UNICODE_SPACE_SEPARATOR
         || type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION
         || type == G_UNICODE_DASH_PUNCTUATION || before == 0x2026;
}

char *
vr_citation_nest_quotes (const char *text)
{
  /* Translators: the marks of a quotation inside a quotation. */
  const char *opening = C_ ("inner quotation mark, opening", "‘");
  const char *closing = C_ ("inner quotation mark, closing", "’");
  GString *nested = g_string_sized_new (strlen (text));
  gunichar before = 0;
  guint depth = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      const char *next = g_utf8_next_char (at);
      gboolean is_apart = *next == '\0' || g_unichar_isspace (g_utf8_get_char (next));

      /* French marks stand apart on both sides. */
      if (is_double_quote (c) && can_open_behind (before) && !(is_apart && depth > 0))
        {
          g_string_append (nested, opening);
          depth++;
          /* Another mark right behind it opens too. */
          c = 0x201c;
        }
      /* A straight one behind a digit, with nothing to close, is a sign for inches. */
      else if (is_double_quote (c) && (depth > 0 || c != '"' || !g_unichar_isdigit (before)))
        {
          g_string_append (nested, closing);
          depth -= depth > 0;
        }
      else
        {
          g_string_append_unichar (nested, c);
        }
      before = c;
    }

  return g_string_free (nested, FALSE);
}

static char *
even_out (const char *words)
{
  g_autofree char *one_line = NULL;
  GString *even;

  if (words == NULL)
    return NULL;
  even = g_string_new (NULL);
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && c != 0x2028 && c != 0x2029)
        g_string_append_unichar (even, c);
      else if (even->len > 0 && even->str[even->len - 1] != ' ')
        g_string_append_c (even, ' ');
    }
  one_line = g_strchomp (g_string_free (even, FALSE));

  return vr_citation_nest_quotes (one_line);
}

static char *
dup_source (const VrCitation *self)
{
  const char *old_title = self->titles[VR_SIDE_OLD];
  const char *new_title = self->titles[VR_SIDE_NEW];

  if (g_str_equal (old_title, new_title))
    return g_strdup (new_title);

  /* Translators: the titles of the old and of the new article. */
  return g_strdup_printf (_ ("%s; %s"), old_title, new_title);
}

static char *
cite_one (const VrCitation *self, const char *words, const char *source, const char *date)
{
  /* Translators: words from an article, its title, and a date. */
  if (self->words[VR_SIDE_OLD] == NULL)
    return g_strdup_printf (_ ("Added: “%s” (%s; compared %s)"), words, source, date);
  if (self->words[VR_SIDE_NEW] == NULL)
    return g_strdup_printf (_ ("Removed: “%s” (%s; compared %s)"), words, source, date);
  if (self->is_moved)
    return g_strdup_printf (_ ("Moved: “%s” (%s; compared %s)"), words, source, date);

  return g_strdup_printf (_ ("Unchanged: “%s” (%s; compared %s)"), words, source, date);
}

char *
vr_citation_format (const VrCitation *self, GDateTime *date)
{
  /* Translators: a date in a sentence, as g_date_time_format() takes it: 22 November 2026. */
  g_autofree char *day = g_date_time_format (date, C_ ("citation date", "%-d %B %Y"));
  g_autofree char *source = dup_source (self);
  g_autofree char *old_words = even_out (self->words[VR_SIDE_OLD]);
  g_autofree char *new_words = even_out (self->words[VR_SIDE_NEW]);

  g_return_val_if_fail (old_words != NULL || new_words != NULL, NULL);

  if (old_words == NULL || new_words == NULL || g_str_equal (old_words, new_words))
    return cite_one (self, new_words != NULL ? new_words : old_words, source, day);

  /* Translators: words of the old article, those of the new one, titles and a date. */
  return g_strdup_printf (self->is_moved ? _ ("Moved: “%s” → “%s” (%s; compared %s)")
                                         : _ ("“%s” → “%s” (%s; compared %s)"),
                          old_words, new_words, source, day);
}
