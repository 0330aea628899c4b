/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds a token to its key: typographic variants, canonical equivalence, case. */
#include "vr-fold.h"

#include "vr-tokens.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>
#include <utf8proc.h>

#include <string.h>

#define MINUS_SIGN 0x2212
/* The longest row of hyphen-minuses that is a dash and not a rule across the page. */
#define LONGEST_DASH 3
/* Sorting combining marks takes time square in their number; no word is this long. */
#define LONGEST_NORMALIZED_BYTES 2048

gboolean
vr_fold_is_invisible (gint32 point)
{
  return point == 0xAD || point == 0x200E || point == 0x200F || point == 0x2060 || point == 0xFEFF;
}

/* Never longer than the character, so that a key fits where its token did. */
const char *
vr_fold_replacement (gint32 point)
{
  switch (point)
    {
    case 0xAD:
    case 0x200E:
    case 0x200F:
    case 0x2060:
    case 0xFEFF:
      return "";
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x5F4: /* Hebrew gershayim */
      return "\"";
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2039:
    case 0x203A:
    case 0x2BB:
    case 0x2BC:
    case 0x5F3: /* Hebrew geresh */
      return "'";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return "-";
    case 0x2026:
      return "...";
    case 0x132:
      return "IJ";
    case 0x133:
      return "ij";
    case 0xFB00:
      return "ff";
    case 0xFB01:
      return "fi";
    case 0xFB02:
      return "fl";
    case 0xFB03:
      return "ffi";
    case 0xFB04:
      return "ffl";
    case 0xFB05:
    case 0xFB06:
      return "st";
    default:
      return NULL;
    }
}

/* Whether a text of such characters is in NFC, whatever their order.  The ranges spare the look-up:
 * Latin, Cyrillic, general punctuation, Han and Hangul syllables. */
static gboolean
is_stable (gint32 point)
{
  if (point < 0x300 || (point >= 0x400 && point < 0x483) || (point >= 0x2010 && point < 0x2028)
      || (point >= 0x4E00 && point < 0xA000) || (point >= 0xAC00 && point < 0xD7A4))
    return TRUE;
  return u_getIntPropertyValue (point, UCHAR_NFC_QUICK_CHECK) == UNORM_YES
         && u_getCombiningClass (point) == 0;
}

gboolean
vr_fold_changes (gint32 point)
{
  return point >= 0x80
         && (vr_fold_replacement (point) != NULL || point == MINUS_SIGN || !is_stable (point));
}

/* Writes @token with its typographic variants folded; returns whether it may not be in NFC, and
 * in @has_row whether two hyphen-minuses stand together. */
static gboolean
fold_typographic (VrSlice token, GString *buffer, gboolean *has_row)
{
  gboolean needs_nfc = FALSE;
  gsize n = token.n_bytes;
  *has_row = FALSE;
  g_string_set_size (buffer, n);
  char *end = buffer->str;
  for (gsize at = 0; at < n;)
    {
      gsize here = at;
      gint32 point;
      U8_NEXT (token.text, at, n, point);
      if (point < 0x80)
        {
          *has_row |= point == '-' && at < n && token.text[at] == '-';
          *end++ = (char)point;
          continue;
        }
      const char *instead = vr_fold_replacement (point);
      if (point == MINUS_SIGN && at < n)
        instead = "-"; /* the sign of a number; alone it stays what it is */
      if (instead != NULL)
        end = stpcpy (end, instead);
      else
        while (here < at)
          *end++ = token.text[here++];
      needs_nfc |= !is_stable (point);
    }
  g_string_truncate (buffer, (gsize)(end - buffer->str));
  return needs_nfc;
}

/* A row of two or three hyphen-minuses, alone or between the numbers of a range, is one dash. */
static void
shorten_dashes (GString *buffer)
{
  gsize kept = 0;
  for (gsize at = 0; at < buffer->len;)
    {
      gsize run = strspn (buffer->str + at, "-");
      gsize end = at + MAX (run, 1);
      gboolean alone = at == 0 && end == buffer->len;
      gboolean in_range = at > 0 && g_ascii_isdigit (buffer->str[end]);
      gsize n_kept = run > LONGEST_DASH || !(alone || in_range) ? end - at : 1;
      memmove (buffer->str + kept, buffer->str + at, n_kept);
      kept += n_kept;
      at = end;
    }
  g_string_truncate (buffer, kept);
}

gboolean
vr_fold_is_address (VrSlice token)
{
  return token.n_bytes > 4
         && ((token.text[3] == '.' && g_ascii_strncasecmp (token.text, "www.", 4) == 0)
             || (memchr (token.text, '/', token.n_bytes) != NULL
                 && memmem (token.text, token.n_bytes, "://", 3) != NULL));
}

static void
map (GString *buffer, utf8proc_option_t options)
{
  utf8proc_uint8_t *mapped = NULL;
  utf8proc_ssize_t n = utf8proc_map ((const utf8proc_uint8_t *)buffer->str,
                                     (utf8proc_ssize_t)buffer->len, &mapped, options);
  if (n >= 0)
    {
      g_string_truncate (buffer, 0);
      g_string_append_len (buffer, (const char *)mapped, n);
    }
  free (mapped);
}

/* Lowers the case of an ASCII @buffer; FALSE if it is not ASCII. */
static gboolean
lower_ascii (GString *buffer)
{
  for (gsize i = 0; i < buffer->len; i++)
    if ((guint8)buffer->str[i] >= 0x80)
      return FALSE;
  for (gsize i = 0; i < buffer->len; i++)
    buffer->str[i] = g_ascii_tolower (buffer->str[i]);
  return TRUE;
}

VrSlice
vr_fold_key (VrSlice token, guint quiet, GString *buffer)
{
  gboolean typographic = (quiet & VR_QUIET_TYPOGRAPHIC) != 0;
  gboolean caseless = (quiet & VR_QUIET_CASE) != 0;
  /* An address is what it is, letter for letter. */
  if ((!typographic && !caseless) || vr_fold_is_address (token))
    return token;

  gboolean needs_nfc = FALSE;
  if (typographic)
    {
      gboolean has_row;
      needs_nfc = fold_typographic (token, buffer, &has_row);
      if (has_row)
        shorten_dashes (buffer);
    }
  else
    {
      g_string_truncate (buffer, 0);
      g_string_append_len (buffer, token.text, (gssize)token.n_bytes);
    }
  if (caseless && lower_ascii (buffer))
    return (VrSlice){ buffer->str, buffer->len };
  if ((needs_nfc || caseless) && buffer->len <= LONGEST_NORMALIZED_BYTES)
    map (buffer, (utf8proc_option_t)((typographic ? UTF8PROC_STABLE | UTF8PROC_COMPOSE : 0)
                                     | (caseless ? UTF8PROC_CASEFOLD : 0)));
  return (VrSlice){ buffer->str, buffer->len };
}
