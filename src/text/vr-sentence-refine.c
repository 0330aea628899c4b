/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader knows of sentence ends beyond UAX #29. */
#include "vr-sentence-text.h"

#include <string.h>

#define LONGEST_NOTE_CHARS 3
/* How far back a web address is looked for: the length browsers still take. */
#define LONGEST_ADDRESS_BYTES 2048

/* Steps over notes like "[1][a]" at @at and the white space behind; @at where there is none. */
static guint32
skip_notes (VrSlice text, guint32 at)
{
  guint32 end = at;
  while (point_at (text, end) == '[')
    {
      guint32 close = end + 1;
      while (close - end <= LONGEST_NOTE_CHARS && close < text.n_bytes
             && g_ascii_isalnum (text.text[close]))
        close++;
      if (close == end + 1 || point_at (text, close) != ']')
        return at;
      end = close + 1;
    }
  guint32 spaces = end;
  while (class_at (text, spaces) == U_SB_SP)
    U8_FWD_1 (text.text, spaces, (guint32)text.n_bytes);
  return end > at && spaces > end ? spaces : at;
}

/* Whether a web address or the like runs on around @at. */
static gboolean
is_in_address (VrSlice text, guint32 start, guint32 at)
{
  guint32 from = at;
  start = MAX (start, at - MIN (at, LONGEST_ADDRESS_BYTES));
  while (from > start && !g_ascii_isspace (text.text[from - 1]))
    from--;
  gsize n_bytes = at - from;
  return memmem (text.text + from, n_bytes, "://", 3) != NULL
         || memmem (text.text + from, n_bytes, "www.", 4) != NULL
         || memchr (text.text + from, '@', n_bytes) != NULL;
}

/* UAX #29 leaves a bracket that opens the next sentence with the one before. */
static guint32
without_openings (VrSlice text, guint32 end)
{
  for (guint32 at = end;; end = at)
    {
      gint32 point = step_back (text, &at);
      if (point < 0 || !(U_GET_GC_MASK (point) & (U_GC_PS_MASK | U_GC_PI_MASK)))
        return end;
    }
}

/* A boundary with no white space before it, @mark behind which the marks up to @end close. */
static guint32
refine_tight (VrSlice text, guint32 start, gint32 mark, gboolean has_close, guint32 end)
{
  if (mark >= 0x80 && mark != VR_SENTENCE_ELLIPSIS)
    return without_openings (text, end); /* scripts that set no spaces */
  if (has_close && strchr ("[({", text.text[end - 1]) != NULL)
    {
      guint32 behind = skip_notes (text, end - 1);
      if (behind == end - 1 || behind == text.n_bytes || class_at (text, behind) == U_SB_LOWER)
        return 0;
      return behind;
    }
  guint next = class_at (text, end);
  gboolean may_start = next == U_SB_UPPER || next == U_SB_OLETTER;
  gboolean closes = has_close || mark == '?' || mark == '!';
  return may_start && closes && !is_in_address (text, start, end) ? end : 0;
}

/* A small letter goes on with the sentence, but "iPhone" and "eBay" may start one. */
static gboolean
is_small_word (VrSlice text, guint32 at)
{
  if (class_at (text, at) != U_SB_LOWER)
    return FALSE;
  VrSlice word = letters_at (text, at);
  for (guint32 i = 0; i < word.n_bytes;)
    {
      if (u_isupper (point_at (word, i)))
        return FALSE;
      U8_FWD_1 (word.text, i, (guint32)word.n_bytes);
    }
  return TRUE;
}

/* Steps over closing quotes that stand apart, as in "Vraiment\u00A0? \u00BB", and the white space
 * behind; @at where there are none. */
static guint32
skip_closing_quotes (VrSlice text, guint32 at)
{
  guint32 n = (guint32)text.n_bytes;
  guint32 end = at;
  while (point_at (text, end) == 0xBB || point_at (text, end) == 0x201D
         || point_at (text, end) == 0x203A)
    U8_FWD_1 (text.text, end, n);
  guint32 spaces = end;
  while (class_at (text, spaces) == U_SB_SP)
    U8_FWD_1 (text.text, spaces, n);
  return end > at && (spaces > end || end == n) ? spaces : at;
}

guint32
vr_sentence_refine (const VrAbbreviations *abbreviations, VrSlice text, guint32 start, guint32 end)
{
  guint32 at = end;
  while (at > start && (class_before (text, at) == U_SB_SP))
    step_back (text, &at);
  if (vr_sentence_is_separator (class_before (text, at)))
    return end;
  gboolean has_space = at < end;
  guint32 closed = at;
  while (at > start && class_before (text, at) == U_SB_CLOSE)
    step_back (text, &at);
  gboolean has_close = at < closed;
  gint32 mark = step_back (text, &at);

  if (!has_space)
    return refine_tight (text, start, mark, has_close, end);
  if (point_at (text, end) == ')' || point_at (text, end) == ']')
    return 0;
  guint32 behind = skip_closing_quotes (text, end);
  if (behind > end)
    return behind < text.n_bytes && !is_small_word (text, behind) ? behind : 0;
  if (mark == '?' || mark == '!')
    return is_small_word (text, end) ? 0 : end;
  if (mark == '.' && !has_close && vr_abbreviations_are_known (abbreviations)
      && vr_sentence_is_inner_period (abbreviations, text, start, at, end))
    return 0;
  return end;
}
