/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 with a few bytes in it that are none, as pasted and joined files have them. */
#include "vr-stray-bytes.h"

#include "vr-charset.h"
#include "vr-utf8.h"

/* Where stray bytes are at most half as many as characters of two bytes and more, the text is
 * taken for damaged UTF-8: in other encodings few byte pairs look like UTF-8 by chance. */
#define CHARACTERS_A_STRAY_BYTE 2
/* So many more stray bytes than characters end the search. */
#define HOPELESS_STRAY_BYTES 1000

gboolean
vr_stray_bytes_are_few (const guint8 *data, gsize n_bytes)
{
  gsize at = 0, n_stray = 0, n_characters = 0;

  while (at < n_bytes && n_stray < n_characters + HOPELESS_STRAY_BYTES)
    {
      gsize n = vr_utf8_valid_prefix (data + at, n_bytes - at);

      for (gsize i = at; i < at + n; i++)
        n_characters += data[i] >= 0xC2;
      at += n;
      if (at < n_bytes)
        {
          n_stray++;
          at += vr_utf8_bad_length (data + at, n_bytes - at);
        }
    }
  return n_characters >= n_stray * CHARACTERS_A_STRAY_BYTE || (n_stray == 1 && n_characters > 0);
}

static inline gboolean
is_latin_letter (gunichar c)
{
  return c < 0x250 && g_unichar_isalpha (c);
}

/* The character that ends at @end, 0 where there is none. */
static gunichar
get_character_before (const GString *text, gsize start)
{
  const char *end = text->str + text->len;

  return text->len > start ? g_utf8_get_char (g_utf8_prev_char (end)) : 0;
}

static gunichar
get_character_behind (const guint8 *p, const guint8 *end)
{
  gunichar c = p < end ? g_utf8_get_char_validated ((const char *)p, end - p) : 0;

  return c >= 0x110000 ? 0xFFFD : c;
}

/* A letter belongs to a word of Latin letters, a capital to its start or among capitals; signs
 * stand at no letter. */
static gboolean
reads_well (gunichar c, gunichar before, gunichar behind)
{
  if (before == 0xFFFD || behind == 0xFFFD || c < 0xA0)
    return FALSE;
  if (c >= 0x2013 && c <= 0x2026)
    return TRUE;
  if (!g_unichar_isalpha (c))
    return c == 0xA0 || c == 0xAB || c == 0xBB
           || (!g_unichar_isalpha (before) && !g_unichar_isalpha (behind));
  if (g_unichar_isupper (c))
    return is_latin_letter (behind) && (!g_unichar_isalpha (before) || g_unichar_isupper (before));
  return is_latin_letter (before) || is_latin_letter (behind);
}

void
vr_stray_bytes_convert (const guint8 *data, gsize n_bytes, GString *text, guint *n_replaced,
                        GArray *strays)
{
  const guint8 *end = data + n_bytes;
  gsize start = text->len;

  while (data < end)
    {
      gsize n = vr_utf8_valid_prefix (data, end - data);
      gunichar c;

      g_string_append_len (text, (const char *)data, n);
      data += n;
      if (data == end)
        break;
      n = vr_utf8_bad_length (data, end - data);
      c = vr_charset_read_western (*data);
      if (strays != NULL && n == 1
          && reads_well (c, get_character_before (text, start),
                         get_character_behind (data + 1, end)))
        {
          VrStrayByte stray = { text->len, *data };

          g_array_append_val (strays, stray);
          g_string_append_unichar (text, c);
        }
      else
        {
          g_string_append_len (text, VR_UTF8_REPLACEMENT, VR_UTF8_REPLACEMENT_BYTES);
          ++*n_replaced;
        }
      data += n;
    }
}
