/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for every decoded text and its paragraphs, for tests and fuzz targets. */
#include "check-text.h"

#include <string.h>

/* Unicode's White_Space, written down a second time on purpose. */
static gboolean
is_space (gunichar c)
{
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680
         || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F
         || c == 0x3000;
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

void
check_text (const VrText *text)
{
  gsize n_bytes, n_replaced = 0;
  const char *bytes = vr_text_peek (text, &n_bytes);

  g_assert_cmpint (bytes[n_bytes], ==, '\0');
  g_assert_cmpuint (strlen (bytes), ==, n_bytes);
  g_assert_true (g_utf8_validate (bytes, n_bytes, NULL));
  for (const char *p = bytes; *p != '\0'; p = g_utf8_next_char (p))
    n_replaced += g_utf8_get_char (p) == 0xFFFD;
  g_assert_cmpuint (vr_text_get_n_replaced (text), <=, n_replaced);
  g_assert_cmpuint (strlen (vr_text_get_sha256 (text)), ==, 64);
}

static char *
without_space (const char *text, gsize n_bytes)
{
  GString *kept = g_string_sized_new (n_bytes);

  for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char (p))
    if (!is_space (g_utf8_get_char (p)))
      g_string_append_len (kept, p, g_utf8_next_char (p) - p);
  return g_string_free (kept, FALSE);
}

/* Counts the line ends in a stretch of the text; CR LF is one. */
static guint
count_line_ends (const char *from, const char *to)
{
  guint n = 0;

  for (const char *p = from; p < to; p = g_utf8_next_char (p))
    n += is_line_end (g_utf8_get_char (p)) && !(*p == '\r' && p[1] == '\n');
  return n;
}

static void
check_paragraph (const VrParagraph *paragraph, const char *bytes)
{
  const char *text = paragraph->text, *end = text + paragraph->n_bytes;
  g_autofree char *kept = without_space (text, paragraph->n_bytes);
  g_autofree char *source =
      without_space (bytes + paragraph->from, paragraph->to - paragraph->from);

  g_assert_cmpuint (paragraph->n_bytes, >, 0);
  g_assert_true (g_utf8_validate (text, paragraph->n_bytes, NULL));
  g_assert_cmpstr (kept, ==, source);
  g_assert_false (is_space (g_utf8_get_char (text)));
  g_assert_false (is_space (g_utf8_get_char (g_utf8_prev_char (end))));
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    g_assert_false (is_line_end (g_utf8_get_char (p)));
  if (paragraph->first_line == paragraph->last_line)
    g_assert_true (text == bytes + paragraph->from);
}

void
check_paragraphs (VrText *text, VrParagraphs *paragraphs)
{
  gsize n_bytes;
  const char *bytes = vr_text_peek (text, &n_bytes);
  guint32 at = 0, line = 1;

  g_assert_cmpint (vr_paragraphs_get_mode (paragraphs), !=, VR_PARAGRAPHS_AUTO);
  for (guint i = 0; i <= vr_paragraphs_get_n (paragraphs); i++)
    {
      gboolean is_end = i == vr_paragraphs_get_n (paragraphs);
      VrParagraph paragraph = { .from = n_bytes };
      g_autofree char *between = NULL;

      if (!is_end)
        paragraph = vr_paragraphs_get (paragraphs, i);
      g_assert_cmpuint (paragraph.from, >=, at);
      between = without_space (bytes + at, paragraph.from - at);
      g_assert_cmpstr (between, ==, "");
      if (is_end)
        break;
      line += count_line_ends (bytes + at, bytes + paragraph.from);
      g_assert_cmpuint (paragraph.first_line, ==, line);
      line += count_line_ends (bytes + paragraph.from, bytes + paragraph.to);
      g_assert_cmpuint (paragraph.last_line, ==, line);
      check_paragraph (&paragraph, bytes);
      at = paragraph.to;
    }
}
