/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of any encoding to UTF-8 without NUL. */
#include "vr-decode.h"

#include "vr-charset-declared.h"
#include "vr-charset-escapes.h"
#include "vr-charset-guess.h"
#include "vr-charset-labels.h"
#include "vr-charset.h"
#include "vr-error.h"
#include "vr-not-text.h"
#include "vr-stray-bytes.h"
#include "vr-text.h"
#include "vr-utf8.h"
#include "vr-wide-units.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far into clean UTF-8 control characters are looked for; binary data shows them at once. */
#define CONTROLS_BYTES (64 * 1024)
/* A text read in an encoding that it is not in shows more U+FFFD than this. */
#define FEW_REPLACED 8
#define REPLACED_ONE_IN 20

typedef struct
{
  const guint8 *data;
  gsize n_bytes;
  const char *content_type;
  const char *name;
} Source;

typedef enum
{
  UNIT_UTF8,
  UNIT_UTF16LE,
  UNIT_UTF16BE,
  UNIT_UTF32LE,
  UNIT_UTF32BE,
  UNIT_GB18030,
  UNIT_OTHER,
} Unit;

static const char *const unit_names[] = { "UTF-8",    "UTF-16LE", "UTF-16BE",
                                          "UTF-32LE", "UTF-32BE", "GB18030" };

static gboolean
fail_as_no_text (const Source *source, GError **error)
{
  vr_not_text_set_error (error, source->data, source->n_bytes, source->name);

  return FALSE;
}

static gboolean
starts_with (const Source *source, const char *bytes, gsize n_bytes)
{
  return source->n_bytes >= n_bytes && memcmp (source->data, bytes, n_bytes) == 0;
}

/* Returns the bytes of the byte order mark, 0 if there is none. */
static gsize
find_bom (const Source *source, Unit *unit)
{
  static const struct
  {
    const char *bytes;
    gsize n_bytes;
    Unit unit;
  } boms[] = {
    { "\xEF\xBB\xBF", 3, UNIT_UTF8 },    { "\xFF\xFE\0\0", 4, UNIT_UTF32LE },
    { "\0\0\xFE\xFF", 4, UNIT_UTF32BE }, { "\xFF\xFE", 2, UNIT_UTF16LE },
    { "\xFE\xFF", 2, UNIT_UTF16BE },     { "\x84\x31\x95\x33", 4, UNIT_GB18030 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (boms); i++)
    {
      /* UTF-16 whose first character is U+0000 begins like UTF-32, but rarely has its length. */
      if (boms[i].unit == UNIT_UTF32LE && source->n_bytes % 4 != 0)
        continue;
      if (starts_with (source, boms[i].bytes, boms[i].n_bytes))
        {
          *unit = boms[i].unit;
          return boms[i].n_bytes;
        }
    }
  return 0;
}

static Unit
find_unit (const char *name)
{
  Unit unit = UNIT_UTF8;

  while (unit < UNIT_OTHER && !g_str_equal (unit_names[unit], name))
    unit++;
  return unit;
}

/* UTF-16 or UTF-32 without a mark. */
static gboolean
find_wide_unit (const Source *source, Unit *unit)
{
  const char *name = memchr (source->data, 0, source->n_bytes) != NULL
                         ? vr_wide_units_detect (source->data, source->n_bytes)
                         : NULL;

  if (name != NULL)
    *unit = find_unit (name);
  return name != NULL;
}

/* Puts U+FFFD where there are NULs; @text is valid UTF-8.  What stands behind them moves on. */
static void
replace_nuls (GString **text, guint *n_replaced, GArray *strays)
{
  guint next = 0;
  GString *clean;
  const char *p = (*text)->str, *end = p + (*text)->len;

  if (memchr (p, '\0', end - p) == NULL)
    return;
  clean = g_string_sized_new ((*text)->len + 64);
  while (p < end)
    {
      const char *nul = memchr (p, '\0', end - p);

      g_string_append_len (clean, p, (nul != NULL ? nul : end) - p);
      for (; strays != NULL && next < strays->len
             && (nul == NULL
                 || g_array_index (strays, VrStrayByte, next).offset < (gsize)(nul - (*text)->str));
           next++)
        g_array_index (strays, VrStrayByte, next).offset +=
            clean->len - ((nul != NULL ? nul : end) - (*text)->str);
      if (nul == NULL)
        break;
      g_string_append_len (clean, VR_UTF8_REPLACEMENT, VR_UTF8_REPLACEMENT_BYTES);
      ++*n_replaced;
      p = nul + 1;
    }
  g_string_free (*text, TRUE);
  *text = clean;
}

/* Takes @text over: the last checks that every converted text must pass. */
static gboolean
finish (const Source *source, GString *text, guint n_replaced, VrDecoded *decoded, GError **error)
{
  gsize n_controls;

  replace_nuls (&text, &n_replaced, decoded->strays);
  n_controls = vr_not_text_count_controls ((const guint8 *)text->str, text->len);
  if (text->len > VR_TEXT_MAX_BYTES)
    {
      g_string_free (text, TRUE);
      g_set_error (error, VR_ERROR, VR_ERROR_TOO_LARGE,
                   _ ("“%s” is over the limit of 1 GB; cut it into parts."), source->name);
      return FALSE;
    }
  if (vr_not_text_is_too_much (n_replaced + n_controls, text->len))
    {
      g_string_free (text, TRUE);
      return fail_as_no_text (source, error);
    }
  decoded->from = 0;
  decoded->n_bytes = text->len;
  decoded->n_replaced = n_replaced;
  decoded->text = g_string_free (text, FALSE);
  return TRUE;
}

/* Decodes from byte @from on in a Unicode encoding, or one named @charset. */
static gboolean
convert (const Source *source, gsize from, Unit unit, const char *charset, VrDecoded *decoded,
         GError **error)
{
  const guint8 *data = source->data + from;
  gsize n_bytes = source->n_bytes - from;
  guint n_replaced = 0;
  GString *text = g_string_sized_new (n_bytes + n_bytes / 8 + 16);

  decoded->encoding = unit < UNIT_OTHER ? unit_names[unit] : NULL;
  switch (unit)
    {
    case UNIT_UTF8:
      vr_stray_bytes_convert (data, n_bytes, text, &n_replaced, decoded->strays);
      break;
    case UNIT_UTF16LE:
    case UNIT_UTF16BE:
      vr_charset_convert_utf16 (data, n_bytes, unit == UNIT_UTF16BE, text, &n_replaced);
      break;
    case UNIT_UTF32LE:
    case UNIT_UTF32BE:
      vr_charset_convert_utf32 (data, n_bytes, unit == UNIT_UTF32BE, text, &n_replaced);
      break;
    default:
      decoded->encoding = vr_charset_convert (charset, data, n_bytes, text, &n_replaced);
      break;
    }
  if (decoded->encoding == NULL)
    {
      g_string_free (text, TRUE);
      g_set_error (error, VR_ERROR, VR_ERROR_ENCODING,
                   _ ("“%s” cannot be read as “%s”: no such encoding is known; use a name like "
                      "UTF-8 or windows-1252."),
                   source->name, charset);
      return FALSE;
    }
  return finish (source, text, n_replaced, decoded, error);
}

/* Takes the bytes from @from on, which are clean UTF-8, as they are. */
static gboolean
take_as_is (const Source *source, gsize from, VrDecoded *decoded, GError **error)
{
  gsize n_bytes = source->n_bytes - from, n_looked_at = MIN (n_bytes, CONTROLS_BYTES);

  if (vr_not_text_is_too_much (vr_not_text_count_controls (source->data + from, n_looked_at),
                               n_looked_at))
    return fail_as_no_text (source, error);
  decoded->encoding = unit_names[UNIT_UTF8];
  decoded->text = NULL;
  decoded->from = from;
  decoded->n_bytes = n_bytes;
  decoded->n_replaced = 0;
  return TRUE;
}

/* Reads from byte @from on as UTF-8. */
static gboolean
take_utf8 (const Source *source, gsize from, VrDecoded *decoded, GError **error)
{
  const guint8 *data = source->data + from;
  gsize n_bytes = source->n_bytes - from;

  if (memchr (data, 0, n_bytes) != NULL || vr_utf8_valid_prefix (data, n_bytes) < n_bytes)
    return convert (source, from, UNIT_UTF8, NULL, decoded, error);
  return take_as_is (source, from, decoded, error);
}

/* A name of a Unicode encoding in any spelling; @unit is what a mark or the zeros say so far. */
static Unit
unit_by_name (const char *encoding, Unit unit)
{
  const char *name = vr_charset_by_label (encoding, strlen (encoding));
  g_autoptr (GString) key = g_string_new (NULL);

  for (const char *p = encoding; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (key, g_ascii_tolower (*p));
  if (g_str_equal (key->str, "utf32") || g_str_equal (key->str, "ucs4"))
    return unit == UNIT_UTF32BE ? UNIT_UTF32BE : UNIT_UTF32LE;
  if (g_str_equal (key->str, "utf16") || g_str_equal (key->str, "ucs2"))
    return unit == UNIT_UTF16BE ? UNIT_UTF16BE : UNIT_UTF16LE;
  if (g_str_equal (key->str, "utf32le") || g_str_equal (key->str, "utf32be"))
    return g_str_has_suffix (key->str, "be") ? UNIT_UTF32BE : UNIT_UTF32LE;
  return name == NULL || g_str_equal (name, "GB18030") ? UNIT_OTHER : find_unit (name);
}

static gboolean
has_too_many_replaced (const VrDecoded *decoded)
{
  return decoded->n_replaced > FEW_REPLACED
         && decoded->n_replaced > decoded->n_bytes / REPLACED_ONE_IN;
}

static gboolean
decode_as_told (const Source *source, const char *encoding, VrDecoded *decoded, GError **error)
{
  Unit marked = UNIT_OTHER, unit;
  gsize n_bom = find_bom (source, &marked);

  decoded->decided_by = "option";
  if (n_bom == 0 && !find_wide_unit (source, &marked))
    marked = UNIT_OTHER;
  unit = unit_by_name (encoding, marked);
  if (unit != marked)
    n_bom = 0;
  if (unit == UNIT_UTF8)
    {
      if (!take_utf8 (source, n_bom, decoded, error))
        return FALSE;
    }
  else if (!convert (source, n_bom, unit, encoding, decoded, error))
    return FALSE;
  if (!has_too_many_replaced (decoded))
    return TRUE;
  g_clear_pointer (&decoded->text, g_free);
  g_set_error (error, VR_ERROR, VR_ERROR_ENCODING,
               _ ("“%s” is not in the encoding “%s”; leave the option out to have it found out."),
               source->name, encoding);
  return FALSE;
}

static void
forget (VrDecoded *decoded)
{
  g_clear_pointer (&decoded->text, g_free);
}

/* UTF-8 with a few stray bytes. */
static gboolean
decode_damaged (const Source *source, VrDecoded *decoded, GError **error)
{
  decoded->strays = g_array_new (FALSE, FALSE, sizeof (VrStrayByte));
  if (convert (source, 0, UNIT_UTF8, NULL, decoded, error))
    return TRUE;
  g_clear_pointer (&decoded->strays, g_array_unref);
  return FALSE;
}

/* Whether every byte is a character in @charset, which is then what it is read as. */
static gboolean
decode_cleanly (const Source *source, const char *charset, VrDecoded *decoded)
{
  if (!convert (source, 0, UNIT_OTHER, charset, decoded, NULL))
    return FALSE;
  if (decoded->n_replaced == 0)
    return TRUE;
  forget (decoded);
  return FALSE;
}

/* What the server said, and else what the document says. */
static gboolean
decode_as_declared (const Source *source, GArray *guesses, VrDecoded *decoded)
{
  const char *const charsets[] = { source->content_type != NULL
                                       ? vr_charset_from_content_type (source->content_type)
                                       : NULL,
                                   vr_charset_declared (source->data, source->n_bytes) };
  static const char *const decided_by[] = { "http", "declared" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      decoded->decided_by = decided_by[i];
      if (charsets[i] != NULL && !g_str_has_prefix (charsets[i], "UTF-")
          && !vr_charset_guess_refutes (guesses, charsets[i])
          && decode_cleanly (source, charsets[i], decoded))
        return TRUE;
    }
  return FALSE;
}

static gboolean
decode_by_statistics (const Source *source, GArray *guesses, VrDecoded *decoded, GError **error)
{
  const char *charset = vr_charset_guess_choose (guesses);

  decoded->decided_by = "statistics";
  if (charset != NULL && convert (source, 0, UNIT_OTHER, charset, decoded, NULL))
    {
      if (!has_too_many_replaced (decoded))
        return TRUE;
      forget (decoded);
    }
  /* What nobody knows is most often Western, and there every byte has a meaning. */
  decoded->decided_by = "default";
  return convert (source, 0, UNIT_OTHER, "windows-1252", decoded, error);
}

static gboolean
decode_7_bit (const Source *source, VrDecoded *decoded, GError **error)
{
  const char *charset = vr_charset_find_escapes (source->data, source->n_bytes);

  decoded->decided_by = "statistics";
  if (charset != NULL && decode_cleanly (source, charset, decoded))
    return TRUE;
  decoded->decided_by = "utf-8";
  return take_as_is (source, 0, decoded, error);
}

static gboolean
decode_by_content (const Source *source, VrDecoded *decoded, GError **error)
{
  gboolean has_nul = memchr (source->data, 0, source->n_bytes) != NULL;
  gsize n_looked_at = MIN (source->n_bytes, CONTROLS_BYTES);
  g_autoptr (GArray) guesses = NULL;
  Unit unit;

  decoded->decided_by = "utf-8";
  if (!has_nul && vr_utf8_valid_prefix (source->data, source->n_bytes) == source->n_bytes)
    return decode_7_bit (source, decoded, error);
  if (has_nul && find_wide_unit (source, &unit))
    {
      decoded->decided_by = "zeros";
      return convert (source, 0, unit, NULL, decoded, error);
    }
  if (vr_not_text_is_too_much (vr_not_text_count_controls (source->data, n_looked_at), n_looked_at))
    return fail_as_no_text (source, error);
  if (vr_stray_bytes_are_few (source->data, source->n_bytes))
    return decode_damaged (source, decoded, error);
  guesses = vr_charset_guess_all (source->data, source->n_bytes);
  return decode_as_declared (source, guesses, decoded)
         || decode_by_statistics (source, guesses, decoded, error);
}

gboolean
vr_decode (const guint8 *data, gsize n_bytes, const char *encoding, const char *content_type,
           const char *name, VrDecoded *decoded, GError **error)
{
  const Source source = { data, n_bytes, content_type, name };
  gsize n_bom;
  Unit unit = UNIT_UTF8;

  *decoded = (VrDecoded){ .encoding = unit_names[UNIT_UTF8], .decided_by = "empty" };
  if (n_bytes == 0)
    return TRUE;
  if (encoding != NULL)
    return decode_as_told (&source, encoding, decoded, error);
  decoded->decided_by = "bom";
  n_bom = find_bom (&source, &unit);
  if (n_bom > 0)
    return unit == UNIT_UTF8 ? take_utf8 (&source, n_bom, decoded, error)
                             : convert (&source, n_bom, unit, unit_names[unit], decoded, error);
  if (vr_not_text_by_magic (data, n_bytes))
    return fail_as_no_text (&source, error);
  return decode_by_content (&source, decoded, error);
}
