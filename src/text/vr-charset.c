/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodings other than UTF-8: guessed by uchardet, converted by ICU, or by iconv where ICU has
 * none. */
#include "vr-charset.h"

#include "vr-utf8.h"

#include <uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#define CHUNK_CHARS 8192
/* uchardet is slow (some 50 MB/s) and sure long before this. */
#define GUESS_BYTES (64 * 1024)

/* What the names stand for in practice, as WHATWG's Encoding standard has it: the supersets. */
static const struct
{
  const char *name;
  const char *icu_name;
  const char *usual_name;
} supersets[] = {
  { "Shift_JIS", "windows-31j", "Shift_JIS" },
  { "EUC-KR", "windows-949", "EUC-KR" },
  { "UHC", "windows-949", "EUC-KR" },
  { "GB2312", "gb18030", "GB18030" },
  { "GBK", "gb18030", "GBK" },
  { "TIS-620", "windows-874", "windows-874" },
  { "ISO-8859-11", "windows-874", "windows-874" },
  { "MAC-CYRILLIC", "x-mac-cyrillic", "x-mac-cyrillic" },
  { "MAC-CENTRALEUROPE", "x-mac-centraleurroman", "x-mac-ce" },
};

const char *
vr_charset_guess (const guint8 *data, gsize n_bytes)
{
  uchardet_t detector = uchardet_new ();
  const char *charset = NULL;

  if (uchardet_handle_data (detector, (const char *)data, MIN (n_bytes, GUESS_BYTES)) == 0)
    {
      uchardet_data_end (detector);
      charset = g_intern_string (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);
  return charset == NULL || *charset == '\0' ? NULL : charset;
}

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

const char *
vr_charset_convert (const char *charset, const guint8 *data, gsize n_bytes, GString *text,
                    guint *n_replaced)
{
  UErrorCode status = U_ZERO_ERROR;
  const char *icu_name = charset, *usual_name = NULL;
  UConverter *converter;
  GIConv iconv;

  for (gsize i = 0; i < G_N_ELEMENTS (supersets); i++)
    if (ucnv_compareNames (charset, supersets[i].name) == 0)
      {
        icu_name = supersets[i].icu_name;
        usual_name = supersets[i].usual_name;
      }
  converter = ucnv_open (icu_name, &status);
  if (U_SUCCESS (status))
    {
      convert_by_icu (converter, data, n_bytes, text, n_replaced);
      if (usual_name == NULL)
        usual_name = ucnv_getStandardName (icu_name, "MIME", &status);
      if (usual_name == NULL)
        usual_name = ucnv_getStandardName (icu_name, "IANA", &status);
      ucnv_close (converter);
      return g_intern_string (usual_name != NULL ? usual_name : charset);
    }
  iconv = g_iconv_open ("UTF-8", charset);
  if (iconv == (GIConv)-1)
    return NULL;
  convert_by_iconv (iconv, data, n_bytes, text, n_replaced);
  g_iconv_close (iconv);
  return g_intern_string (charset);
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
