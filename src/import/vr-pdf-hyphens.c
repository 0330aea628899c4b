/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that are cut at a line's end. */
#include "vr-pdf-paragraphs.h"

#include <string.h>

#define SOFT_HYPHEN 0x00AD

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == SOFT_HYPHEN;
}

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || is_hyphen (c);
}

/* Where the word that ends at @end begins, which may have hyphens in it. */
static const char *
find_start (const char *text, const char *end)
{
  while (end > text)
    {
      const char *before = g_utf8_prev_char (end);

      if (!is_in_word (g_utf8_get_char (before)))
        break;
      end = before;
    }
  return end;
}

static const char *
find_end (const char *text)
{
  while (*text != '\0' && is_in_word (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

void
vr_pdf_hyphens_learn (GHashTable *words, const char *line)
{
  const char *p = strchr (line, ' ');

  while (p != NULL && *p != '\0')
    {
      const char *end;

      while (*p != '\0' && !is_in_word (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      end = find_end (p);
      if (*end != '\0' && end > p)
        g_hash_table_add (words, g_utf8_strdown (p, end - p));
      p = end;
    }
}

/* "Vor- und Nachteile": what the first word leaves out stands in the second. */
static gboolean
is_conjunction (const char *word, gsize n_bytes)
{
  static const char *const words[] = { "und", "oder", "bis", "sowie", "and", "or", "to",  "et",
                                       "ou",  "y",    "o",   "e",     "en",  "of", "och", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == n_bytes && memcmp (words[i], word, n_bytes) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_known (GHashTable *words, const char *first, gsize n_first, const char *second, gsize n_second)
{
  g_autofree char *word = g_strdup_printf ("%.*s%.*s", (int)n_first, first, (int)n_second, second);
  g_autofree char *folded = g_utf8_strdown (word, -1);

  return g_hash_table_contains (words, folded);
}

/* What the document writes elsewhere decides; else a small letter tells that the word goes on, if
 * it had no hyphen before. */
static gboolean
is_cut (GHashTable *words, const char *start, const char *hyphen, const char *next, gsize n_next)
{
  gsize n_first = (gsize)(hyphen - start);

  if (!g_unichar_islower (g_utf8_get_char (next)))
    return FALSE;
  if (is_known (words, start, n_first, next, n_next))
    return TRUE;
  if (is_known (words, start, (gsize)(g_utf8_next_char (hyphen) - start), next, n_next))
    return FALSE;
  return memchr (start, '-', n_first) == NULL && g_unichar_isalpha (g_utf8_get_char (start));
}

void
vr_pdf_hyphens_join (GHashTable *words, GString *text, const char *next)
{
  const char *end = text->str + text->len;
  const char *hyphen = text->len > 0 ? g_utf8_prev_char (end) : end;
  gsize n_next = (gsize)(find_end (next) - next);
  const char *start;

  if (hyphen == end || !is_hyphen (g_utf8_get_char (hyphen)))
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, next);
      return;
    }
  start = find_start (text->str, hyphen);
  if (start == hyphen || n_next == 0 || is_conjunction (next, n_next))
    g_string_append_c (text, ' ');
  else if (g_utf8_get_char (hyphen) == SOFT_HYPHEN || is_cut (words, start, hyphen, next, n_next))
    g_string_truncate (text, (gsize)(hyphen - text->str));
  g_string_append (text, next);
}
