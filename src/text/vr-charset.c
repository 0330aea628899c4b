/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodings other than UTF-8: those of one byte by tables of our own, others by ICU, or by iconv
 * where ICU has none. */
#include "vr-charset.h"

#include "vr-charset-labels.h"
#include "vr-charset-tables.h"
#include "vr-utf8.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <string.h>

#define CHUNK_CHARS 8192
/* No character of a table of ours takes more in UTF-8. */
#define PAGE_CHARACTER_BYTES 3

/* What ICU calls what the names stand for in practice, as WHATWG's Encoding standard has it: the
 * supersets. */
static const struct
{
  const char *name;
  const char *icu_name;
} icu_names[] = {
  { "Shift_JIS", "windows-31j" }, { "EUC-KR", "windows-949" }, { "GBK", "gb18030" },
  { "Big5", "Big5-HKSCS" },       { "HZ-GB-2312", "HZ" },
};

static void
count_and_replace (const void *context, UConverterToUnicodeArgs *args, const char *units,
                   int32_t n_units, UConverterCallbackReason reason, UErrorCode *status)
{
  static const UChar replacement[] = { 0xFFFD };

  if (reason > UCNV_IRREGULAR)
    return;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars (args, replacement, 1, 0, status);
  ++*(guint *)context;
}

static void
put_utf16 (const UChar *units, gsize n_units, GString *text, guint *n_replaced)
{
  gsize n_before = text->len;
  char *p;

  /* No unit takes more than three bytes. */
  g_string_set_size (text, n_before + 3 * n_units);
  p = text->str + n_before;
  for (gsize i = 0; i < n_units; i++)
    {
      guint32 c = units[i];

      if (U16_IS_LEAD (c) && i + 1 < n_units && U16_IS_TRAIL (units[i + 1]))
        {
          c = U16_GET_SUPPLEMENTARY (c, units[i + 1]);
          i++;
        }
      else if (U16_IS_SURROGATE (c)) /* UTF-7 can spell them */
        {
          c = 0xFFFD;
          ++*n_replaced;
        }
      p += vr_utf8_put (c, p);
    }
  g_string_truncate (text, p - text->str);
}

static void
convert_by_icu (UConverter *converter, const guint8 *data, gsize n_bytes, GString *text,
                guint *n_replaced)
{
  const char *source = (const char *)data, *end = source + n_bytes;
  UErrorCode status = U_ZERO_ERROR;
  UChar units[CHUNK_CHARS + 1];

  ucnv_setToUCallBack (converter, count_and_replace, n_replaced, NULL, NULL, &status);
  do
    {
      UChar *target = units;

      status = U_ZERO_ERROR;
      ucnv_toUnicode (converter, &target, units + CHUNK_CHARS, &source, end, NULL, TRUE, &status);
      /* A pair that the chunk's end has cut is asked for once more. */
      if (status == U_BUFFER_OVERFLOW_ERROR && target > units && U16_IS_LEAD (target[-1]))
        {
          status = U_ZERO_ERROR;
          ucnv_toUnicode (converter, &target, units + CHUNK_CHARS + 1, &source, end, NULL, TRUE,
                          &status);
        }
      put_utf16 (units, target - units, text, n_replaced);
    }
  while (status == U_BUFFER_OVERFLOW_ERROR);
}

static void
convert_by_iconv (GIConv converter, const guint8 *data, gsize n_bytes, GString *text,
                  guint *n_replaced)
{
  char *source = (char *)data;
  gsize n_left = n_bytes;

  while (n_left > 0)
    {
      char bytes[CHUNK_CHARS], *target = bytes;
      gsize room = sizeof bytes;
      gboolean stuck =
          g_iconv (converter, &source, &n_left, &target, &room) == (gsize)-1 && room > 8;

      g_string_append_len (text, bytes, target - bytes);
      if (stuck && n_left > 0)
        {
          g_string_append_len (text, VR_UTF8_REPLACEMENT, VR_UTF8_REPLACEMENT_BYTES);
          ++*n_replaced;
          source++;
          n_left--;
        }
    }
}

static const VrCodepage *
find_codepage (const char *name)
{
  for (guint i = 0; i < vr_n_codepages; i++)
    if (g_str_equal (vr_codepages[i].name, name))
      return &vr_codepages[i];
  return NULL;
}

gunichar
vr_charset_read_western (guint8 byte)
{
  return byte < 0x80 ? byte
                     : vr_codepage_characters[find_codepage ("windows-1252")->high[byte - 0x80]].c;
}

static void
convert_by_page (const VrCodepage *page, const guint8 *data, gsize n_bytes, GString *text,
                 guint *n_replaced)
{
  char bytes[CHUNK_CHARS * PAGE_CHARACTER_BYTES];

  for (gsize at = 0; at < n_bytes; at += CHUNK_CHARS)
    {
      const guint8 *p = data + at, *end = p + MIN (n_bytes - at, CHUNK_CHARS);
      char *out = bytes;

      for (; p < end; p++)
        if (*p < 0x80)
          *out++ = (char)*p;
        else
          {
            guint32 c = vr_codepage_characters[page->high[*p - 0x80]].c;

            *n_replaced += c == 0xFFFD;
            out += vr_utf8_put (c, out);
          }
      g_string_append_len (text, bytes, out - bytes);
    }
}

/* Returns the encoding's usual name, %NULL where ICU has none such. */
static const char *
try_icu (const char *charset, const guint8 *data, gsize n_bytes, GString *text, guint *n_replaced)
{
  UErrorCode status = U_ZERO_ERROR;
  const char *icu_name = charset, *usual_name;
  UConverter *converter;

  for (gsize i = 0; i < G_N_ELEMENTS (icu_names); i++)
    if (g_str_equal (charset, icu_names[i].name))
      icu_name = icu_names[i].icu_name;
  converter = ucnv_open (icu_name, &status);
  if (U_FAILURE (status))
    return NULL;
  convert_by_icu (converter, data, n_bytes, text, n_replaced);
  ucnv_close (converter);
  if (icu_name != charset)
    return charset;
  usual_name = ucnv_getStandardName (icu_name, "MIME", &status);
  if (usual_name == NULL)
    usual_name = ucnv_getStandardName (icu_name, "IANA", &status);
  return usual_name != NULL ? usual_name : charset;
}

const char *
vr_charset_convert (const char *charset, const guint8 *data, gsize n_bytes, GString *text,
                    guint *n_replaced)
{
  const char *name = vr_charset_by_label (charset, strlen (charset)), *usual_name;
  const VrCodepage *page = name != NULL ? find_codepage (name) : NULL;
  GIConv iconv;

  if (page != NULL)
    {
      convert_by_page (page, data, n_bytes, text, n_replaced);
      return page->name;
    }
  name = name != NULL ? name : charset;
  usual_name = try_icu (name, data, n_bytes, text, n_replaced);
  if (usual_name != NULL)
    return g_intern_string (usual_name);
  iconv = g_iconv_open ("UTF-8", name);
  if (iconv == (GIConv)-1)
    return NULL;
  convert_by_iconv (iconv, data, n_bytes, text, n_replaced);
  g_iconv_close (iconv);
  return g_intern_string (name);
}

static inline guint32
unit_at (const guint8 *p, guint n_bytes, gboolean big_endian)
{
  guint32 unit = 0;

  for (guint i = 0; i < n_bytes; i++)
    unit |= (guint32)p[i] << 8 * (big_endian ? n_bytes - 1 - i : i);
  return unit;
}

static inline void
put_or_replace (guint32 c, GString *text, guint *n_replaced)
{
  char bytes[4];

  if (c > 0x10FFFF || (c & 0xFFFFF800) == 0xD800)
    {
      c = 0xFFFD;
      ++*n_replaced;
    }
  g_string_append_len (text, bytes, vr_utf8_put (c, bytes));
}

void
vr_charset_convert_utf16 (const guint8 *data, gsize n_bytes, gboolean big_endian, GString *text,
                          guint *n_replaced)
{
  gsize i = 0;

  while (i + 1 < n_bytes)
    {
      guint32 c = unit_at (data + i, 2, big_endian);

      i += 2;
      if (U16_IS_LEAD (c) && i + 1 < n_bytes)
        {
          guint32 trail = unit_at (data + i, 2, big_endian);

          if (U16_IS_TRAIL (trail))
            {
              c = U16_GET_SUPPLEMENTARY (c, trail);
              i += 2;
            }
        }
      put_or_replace (c, text, n_replaced);
    }
  if (i < n_bytes)
    put_or_replace (G_MAXUINT32, text, n_replaced);
}

void
vr_charset_convert_utf32 (const guint8 *data, gsize n_bytes, gboolean big_endian, GString *text,
                          guint *n_replaced)
{
  gsize i = 0;

  for (; i + 3 < n_bytes; i += 4)
    put_or_replace (unit_at (data + i, 4, big_endian), text, n_replaced);
  if (i < n_bytes)
    put_or_replace (G_MAXUINT32, text, n_replaced);
}
