/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of words that say nothing else: mended characters. */
#include "vr-pattern.h"
#include "vr-slips.h"

#include <string.h>

#define REPLACEMENT 0xFFFD

/* What HTML calls the characters that prose has; others are numbers there. */
static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "&amp;", "&" },      { "&quot;", "\"" },  { "&apos;", "'" },   { "&lt;", "<" },
  { "&gt;", ">" },       { "&nbsp;", " " },   { "&ldquo;", "\"" }, { "&rdquo;", "\"" },
  { "&lsquo;", "'" },    { "&rsquo;", "'" },  { "&ndash;", "-" },  { "&mdash;", "-" },
  { "&hellip;", "..." }, { "&eacute;", "é" }, { "&egrave;", "è" }, { "&agrave;", "à" },
  { "&ccedil;", "ç" },   { "&ecirc;", "ê" },  { "&auml;", "ä" },   { "&ouml;", "ö" },
  { "&uuml;", "ü" },     { "&Auml;", "Ä" },   { "&Ouml;", "Ö" },   { "&Uuml;", "Ü" },
  { "&szlig;", "ß" },    { "&ntilde;", "ñ" }, { "&aacute;", "á" }, { "&iacute;", "í" },
  { "&oacute;", "ó" },   { "&uacute;", "ú" }, { "&euro;", "€" },   { "&pound;", "£" },
  { "&copy;", "©" },     { "&shy;", "" },
};

/* Appends the character of "&#233;" or "&#xE9;" at @p.  Returns: what is behind, or NULL */
static const char *
append_numbered (const char *p, GString *plain)
{
  gboolean is_hex = p[2] == 'x' || p[2] == 'X';
  char *end = NULL;
  guint64 point = g_ascii_strtoull (p + 2 + is_hex, &end, is_hex ? 16 : 10);

  if (*end != ';' || point == 0 || point > 0x10FFFF || !g_unichar_validate ((gunichar)point))
    return NULL;
  g_string_append_unichar (plain, (gunichar)point);

  return end + 1;
}

static const char *
append_entity (const char *p, GString *plain)
{
  if (g_str_has_prefix (p, "&#"))
    return append_numbered (p, plain);
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (p, entities[i].name))
      {
        g_string_append (plain, entities[i].text);
        return p + strlen (entities[i].name);
      }

  return NULL;
}

static char *
dup_without_entities (const char *text)
{
  GString *plain = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *behind = *text == '&' ? append_entity (text, plain) : NULL;

      if (behind == NULL)
        g_string_append_c (plain, *text++);
      else
        text = behind;
    }

  return g_string_free (plain, FALSE);
}

/* UTF-8 that was read as a single-byte encoding, read again; NULL where it was not. */
static char *
dup_decoded (const char *text, const char *encoding)
{
  gsize n_bytes;
  g_autofree char *bytes =
      g_str_is_ascii (text) ? NULL : g_convert (text, -1, encoding, "UTF-8", NULL, &n_bytes, NULL);

  return bytes != NULL && !g_str_equal (bytes, text)
                 && g_utf8_validate (bytes, (gssize)n_bytes, NULL)
             ? g_steal_pointer (&bytes)
             : NULL;
}

/* As it was meant, in one case. */
static char *
dup_mended (const char *text)
{
  g_autofree char *plain = dup_without_entities (text);
  g_autofree char *decoded = dup_decoded (plain, "WINDOWS-1252");

  if (decoded == NULL)
    decoded = dup_decoded (plain, "ISO-8859-1");

  return decoded != NULL ? vr_pattern_fold ((VrSlice){ decoded, strlen (decoded) })
                         : vr_pattern_fold ((VrSlice){ plain, strlen (plain) });
}

/* What an encoding may have had no place for. */
static gboolean
may_be_lost (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return (c >= 0x80
          && (g_unichar_isalpha (c) || type == G_UNICODE_INITIAL_PUNCTUATION
              || type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_DASH_PUNCTUATION
              || type == G_UNICODE_CURRENCY_SYMBOL))
         || c == '\'' || c == '"';
}

/* Whether @broken, with a replacement or question mark for each character lost, is @whole.  A
 * question mark that nothing follows is one. */
static gboolean
is_whole_of (const char *broken, const char *whole)
{
  gboolean has_lost = FALSE;

  while (*broken != '\0' && *whole != '\0')
    {
      gunichar a = g_utf8_get_char (broken);
      gunichar b = g_utf8_get_char (whole);
      const char *next = g_utf8_next_char (broken);

      if (a != b)
        {
          gboolean is_mark = a == '?' && (b >= 0x80 || g_unichar_isalpha (g_utf8_get_char (next)));

          if ((a != REPLACEMENT && !is_mark) || !may_be_lost (b))
            return FALSE;
          has_lost = TRUE;
          /* Each byte of a character may have become one of them. */
          while (g_utf8_get_char (next) == a && g_utf8_get_char (g_utf8_next_char (whole)) != a)
            next = g_utf8_next_char (next);
        }
      broken = next;
      whole = g_utf8_next_char (whole);
    }

  return has_lost && *broken == '\0' && *whole == '\0';
}

static gboolean
may_be_broken (const char *text)
{
  return !g_str_is_ascii (text) || strpbrk (text, "&?") != NULL;
}

gboolean
vr_slips_is_repair (VrSlice old_text, VrSlice new_text)
{
  g_autofree char *old_own = g_strndup (old_text.text, old_text.n_bytes);
  g_autofree char *new_own = g_strndup (new_text.text, new_text.n_bytes);
  g_autofree char *old_mended = NULL;
  g_autofree char *new_mended = NULL;

  if (!may_be_broken (old_own) && !may_be_broken (new_own))
    return FALSE;
  if (is_whole_of (old_own, new_own) || is_whole_of (new_own, old_own))
    return TRUE;
  if (vr_slips_is_wordless (old_text) && vr_slips_is_wordless (new_text))
    return FALSE;
  old_mended = dup_mended (old_own);
  new_mended = dup_mended (new_own);

  return g_str_equal (old_mended, new_mended);
}
