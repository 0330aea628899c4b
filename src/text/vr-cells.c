/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many cells of a terminal a text takes, and where its lines may break. */
#include "vr-cells.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#define ZERO_WIDTH_JOINER 0x200d

static gboolean
is_regional_indicator (gunichar c)
{
  return c >= 0x1f1e6 && c <= 0x1f1ff;
}

static gboolean
is_skin_tone (gunichar c)
{
  return c >= 0x1f3fb && c <= 0x1f3ff;
}

static guint
measure_character (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

gsize
vr_cells_next (VrSlice text, guint *cells)
{
  const char *end = text.text + text.n_bytes;
  const char *p = g_utf8_next_char (text.text);
  gboolean joined = FALSE, half_flag, is_wide;
  gunichar first;

  *cells = 1;
  if (vr_cells_is_plain (text.text, end))
    return 1;
  first = g_utf8_get_char (text.text);
  half_flag = is_regional_indicator (first);
  is_wide = g_unichar_iswide (first);
  *cells = measure_character (first);
  while (p < end && (guchar)*p >= 0x80)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_flag = half_flag && is_regional_indicator (c);

      if (!joined && !is_flag && !g_unichar_iszerowidth (c) && !(is_wide && is_skin_tone (c)))
        break;
      *cells += measure_character (c);
      half_flag = half_flag && !is_flag;
      /* Arabic and Indic joiners are followed by letters on their own. */
      joined = is_wide && c == ZERO_WIDTH_JOINER;
      p = g_utf8_next_char (p);
    }
  return (gsize)(p - text.text);
}

guint
vr_cells_measure (VrSlice text)
{
  const char *end = text.text + text.n_bytes;
  guint total = 0;

  for (gsize i = 0; i < text.n_bytes;)
    {
      guint cells;

      if (vr_cells_is_plain (text.text + i, end))
        {
          total++;
          i++;
          continue;
        }
      i += vr_cells_next ((VrSlice){ text.text + i, text.n_bytes - i }, &cells);
      total += cells;
    }
  return total;
}

/* Whether lines of such characters break at spaces and dashes only: the alphabets up to U+07FF,
 * and the punctuation, currency and extended Latin and Greek letters between U+1E00 and U+20CF. */
static gboolean
breaks_at_spaces (VrSlice text)
{
  const char *end = text.text + text.n_bytes;

  for (const char *p = text.text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c;

      if ((guchar)*p < 0xe0)
        continue;
      c = g_utf8_get_char (p);
      if (c < 0x1e00 || c > 0x20cf)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2013 || c == 0x2014;
}

static void
find_breaks_at_spaces (VrSlice text, GArray *breaks)
{
  const char *end = text.text + text.n_bytes;
  gunichar before = 0, last = 0;

  for (const char *p = text.text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar)*p < 0x80 ? (gunichar)*p : g_utf8_get_char (p);
      guint32 offset = (guint32)(p - text.text);
      gboolean behind_space = (last == ' ' || last == '\t' || last == '\n') && c != last;
      gboolean behind_dash = is_dash (last) && g_unichar_isalpha (before) && g_unichar_isalpha (c);

      if (offset > 0 && (behind_space || behind_dash))
        g_array_append_val (breaks, offset);
      before = last;
      last = c;
    }
}

/* Asks ICU; FALSE where it cannot say, e.g. without its data. */
static gboolean
find_breaks_by_icu (VrSlice text, const char *language, GArray *breaks)
{
  UErrorCode code = U_ZERO_ERROR;
  UText *source = utext_openUTF8 (NULL, text.text, (int64_t)text.n_bytes, &code);
  UBreakIterator *iterator = ubrk_open (UBRK_LINE, language, NULL, 0, &code);

  ubrk_setUText (iterator, source, &code);
  if (U_SUCCESS (code))
    for (int32_t end = ubrk_first (iterator); end != UBRK_DONE; end = ubrk_next (iterator))
      if (end > 0 && (gsize)end < text.n_bytes)
        {
          guint32 offset = (guint32)end;

          g_array_append_val (breaks, offset);
        }
  ubrk_close (iterator);
  utext_close (source);
  return U_SUCCESS (code);
}

void
vr_cells_find_breaks (VrSlice text, const char *language, GArray *breaks)
{
  guint32 n_bytes = (guint32)text.n_bytes;

  g_array_set_size (breaks, 0);
  if (breaks_at_spaces (text) || !find_breaks_by_icu (text, language, breaks))
    {
      g_array_set_size (breaks, 0);
      find_breaks_at_spaces (text, breaks);
    }
  g_array_append_val (breaks, n_bytes);
}
