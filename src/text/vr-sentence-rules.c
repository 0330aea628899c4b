/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides whether a mark ends a sentence. */
#include "vr-sentence-rules.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <string.h>

#define ELLIPSIS 0x2026
/* "16." is an ordinal, "2024." a year. */
#define LONGEST_ORDINAL_DIGITS 2
/* A list's number at the start of a paragraph: "12." and "iv." */
#define LONGEST_MARKER_CHARS 4
#define LONGEST_NOTE_CHARS 3
#define LONGEST_ABBREVIATION_BYTES 31
/* How far back a web address is looked for: the length browsers still take. */
#define LONGEST_ADDRESS_BYTES 2048
/* Latin, Greek and Cyrillic letters and General Punctuation are looked up once. */
#define N_LOW_POINTS 0x530
#define FIRST_PUNCTUATION 0x2000
#define N_PUNCTUATION 0x70

guint
vr_sentence_class (gint32 point)
{
  static guint8 low[N_LOW_POINTS];
  static guint8 punctuation[N_PUNCTUATION];
  static gsize is_ready = 0;
  if (g_once_init_enter (&is_ready))
    {
      for (gint32 i = 0; i < N_LOW_POINTS; i++)
        low[i] = (guint8)u_getIntPropertyValue (i, UCHAR_SENTENCE_BREAK);
      for (gint32 i = 0; i < N_PUNCTUATION; i++)
        punctuation[i] =
            (guint8)u_getIntPropertyValue (FIRST_PUNCTUATION + i, UCHAR_SENTENCE_BREAK);
      g_once_init_leave (&is_ready, 1);
    }
  if (point >= 0 && point < N_LOW_POINTS)
    return low[point];
  if (point >= FIRST_PUNCTUATION && point < FIRST_PUNCTUATION + N_PUNCTUATION)
    return punctuation[point - FIRST_PUNCTUATION];
  return (guint)u_getIntPropertyValue (point, UCHAR_SENTENCE_BREAK);
}

gboolean
vr_sentence_is_separator (guint class)
{
  return class == U_SB_SEP || class == U_SB_CR || class == U_SB_LF;
}

static gint32
point_at (VrSlice text, guint32 at)
{
  gint32 point;
  if (at >= text.n_bytes)
    return -1;
  U8_NEXT (text.text, at, (guint32)text.n_bytes, point);
  return point;
}

static gint32
step_back (VrSlice text, guint32 *at)
{
  gint32 point;
  gint32 before = (gint32)*at;
  if (before == 0)
    return -1;
  U8_PREV (text.text, 0, before, point);
  *at = (guint32)before;
  return point;
}

static gboolean
is_ignored (guint class)
{
  return class == U_SB_EXTEND || class == U_SB_FORMAT;
}

/* Steps over the character at @at and what SB5 ignores behind it. */
static guint32
step (VrSlice text, guint32 at)
{
  guint32 n = (guint32)text.n_bytes;
  U8_FWD_1 (text.text, at, n);
  while (at < n)
    {
      guint32 next = at;
      gint32 point;
      U8_NEXT (text.text, next, n, point);
      if (!is_ignored (vr_sentence_class (point)))
        break;
      at = next;
    }
  return at;
}

static guint
class_before (VrSlice text, guint32 at)
{
  while (at > 0)
    {
      guint class = vr_sentence_class (step_back (text, &at));
      if (!is_ignored (class))
        return class;
    }
  return U_SB_OTHER;
}

static guint
class_at (VrSlice text, guint32 at)
{
  return vr_sentence_class (point_at (text, at));
}

/* SB8: whether the next letter, marks and digits aside, is a small one.  Of a row of ellipses the
 * last one decides. */
static gboolean
goes_on_small (VrSlice text, guint32 at, gboolean is_ellipsis)
{
  for (; at < text.n_bytes; at = step (text, at))
    switch (class_at (text, at))
      {
      case U_SB_LOWER:
        return TRUE;
      case U_SB_OLETTER:
      case U_SB_UPPER:
      case U_SB_SEP:
      case U_SB_CR:
      case U_SB_LF:
      case U_SB_STERM:
      case U_SB_ATERM:
        return FALSE;
      default:
        if (is_ellipsis && point_at (text, at) == ELLIPSIS)
          return TRUE;
        break;
      }
  return FALSE;
}

guint32
vr_sentence_end_after (VrSlice text, guint32 at)
{
  gint32 mark = point_at (text, at);
  gboolean is_period = mark == ELLIPSIS || vr_sentence_class (mark) == U_SB_ATERM;
  guint32 end = step (text, at);
  guint class = class_at (text, end);
  if (is_period && class == U_SB_NUMERIC)
    return 0;
  if (is_period && class == U_SB_UPPER)
    {
      guint before = class_before (text, at);
      if (before == U_SB_UPPER || before == U_SB_LOWER)
        return 0;
    }
  while (end < text.n_bytes && class == U_SB_CLOSE)
    {
      end = step (text, end);
      class = class_at (text, end);
    }
  while (end < text.n_bytes && class == U_SB_SP)
    {
      end = step (text, end);
      class = class_at (text, end);
    }
  if (end == text.n_bytes || vr_sentence_is_separator (class) || class == U_SB_SCONTINUE
      || class == U_SB_STERM || class == U_SB_ATERM
      || (is_period && goes_on_small (text, end, mark == ELLIPSIS)))
    return 0;
  return end;
}

static gboolean
is_letter (gint32 point)
{
  return point >= 0 && (U_MASK (u_charType (point)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

static gboolean
is_digit (gint32 point)
{
  return point >= 0 && u_charType (point) == U_DECIMAL_DIGIT_NUMBER;
}

/* The letters from @at on. */
static VrSlice
letters_at (VrSlice text, guint32 at)
{
  guint32 end = at;
  while (is_letter (point_at (text, end)))
    U8_FWD_1 (text.text, end, (guint32)text.n_bytes);
  return (VrSlice){ text.text + at, end - at };
}

static guint
count_points (VrSlice text)
{
  return (guint)g_utf8_strlen (text.text, (gssize)text.n_bytes);
}

/* Whether a sentence may well start at @at: with a word the list knows to do so. */
static gboolean
starts_sentence (const VrAbbreviations *abbreviations, VrSlice text, guint32 at)
{
  while (class_at (text, at) == U_SB_CLOSE || point_at (text, at) == 0xA1
         || point_at (text, at) == 0xBF)
    U8_FWD_1 (text.text, at, (guint32)text.n_bytes);
  VrSlice word = letters_at (text, at);
  gboolean is_initial =
      count_points (word) == 1 && point_at (text, at + (guint32)word.n_bytes) == '.';
  return !is_initial && vr_abbreviations_is_starter (abbreviations, word);
}

/* Back from a period to where the word before it starts: letters, digits, inner periods, hyphens.
 */
static guint32
word_start (VrSlice text, guint32 floor, guint32 at)
{
  while (at > floor)
    {
      guint32 before = at;
      gint32 point = step_back (text, &before);
      if (!is_letter (point) && !is_digit (point) && point != '.' && point != '-' && point != '/')
        break;
      at = before;
    }
  return at;
}

static gboolean
is_roman (VrSlice word)
{
  for (gsize i = 0; i < word.n_bytes; i++)
    if (strchr ("IVXLCivxlc", word.text[i]) == NULL)
      return FALSE;
  return word.n_bytes > 0;
}

static gboolean
is_all_digits (VrSlice word)
{
  for (guint32 at = 0; at < word.n_bytes;)
    {
      if (!is_digit (point_at (word, at)))
        return FALSE;
      U8_FWD_1 (word.text, at, (guint32)word.n_bytes);
    }
  return word.n_bytes > 0;
}

/* Letters with periods between that are single, or two with a single one beside: "U.S", "Ph.D";
 * a single letter too. */
static gboolean
is_initials (VrSlice word)
{
  guint n_letters = 0;
  gboolean has_single = FALSE;
  for (guint32 at = 0; at < word.n_bytes;)
    {
      gint32 point = point_at (word, at);
      if (point == '.')
        {
          has_single |= n_letters == 1;
          n_letters = 0;
        }
      else if (!u_hasBinaryProperty (point, UCHAR_CASED) || ++n_letters > 2)
        return FALSE;
      U8_FWD_1 (word.text, at, (guint32)word.n_bytes);
    }
  return has_single || n_letters == 1;
}

/* Puts the initials before @word together with it, "z. B" as "z.B". */
static VrSlice
squeeze (VrSlice text, guint32 floor, guint32 from, guint32 to,
         char room[LONGEST_ABBREVIATION_BYTES])
{
  gsize kept = LONGEST_ABBREVIATION_BYTES;
  while (to - from <= kept)
    {
      kept -= to - from;
      memcpy (room + kept, text.text + from, to - from);
      guint32 at = from;
      if (at <= floor || class_before (text, at) != U_SB_SP)
        break;
      step_back (text, &at);
      to = at;
      if (at <= floor || step_back (text, &at) != '.')
        break;
      from = word_start (text, floor, at);
      if (!is_initials ((VrSlice){ text.text + from, at - from }))
        break;
    }
  return (VrSlice){ room + kept, LONGEST_ABBREVIATION_BYTES - kept };
}

static VrAbbreviationKind
find_kind (const VrAbbreviations *abbreviations, VrSlice text, guint32 floor, guint32 from,
           guint32 to)
{
  VrSlice word = { text.text + from, to - from };
  gboolean initials = is_initials (word);
  VrAbbreviationKind kind = VR_ABBREVIATION_NONE;
  char room[LONGEST_ABBREVIATION_BYTES];
  if (initials)
    kind = vr_abbreviations_find (abbreviations, squeeze (text, floor, from, to, room));
  if (kind == VR_ABBREVIATION_NONE)
    kind = vr_abbreviations_find (abbreviations, word);
  const char *hyphen = memrchr (word.text, '-', word.n_bytes);
  if (kind == VR_ABBREVIATION_NONE && hyphen != NULL)
    {
      VrSlice last = { hyphen + 1, (gsize)(word.text + word.n_bytes - hyphen - 1) };
      initials = is_initials (last);
      kind = vr_abbreviations_find (abbreviations, last);
    }
  return kind == VR_ABBREVIATION_NONE && initials ? VR_ABBREVIATION_EITHER : kind;
}

/* Whether the period at @mark, with nothing but white space up to @end, belongs to an
 * abbreviation, ordinal or list number and the sentence goes on. */
static gboolean
is_inner_period (const VrAbbreviations *abbreviations, VrSlice text, guint32 start, guint32 mark,
                 guint32 end)
{
  guint32 from = word_start (text, start, mark);
  VrSlice word = { text.text + from, mark - from };
  if (word.n_bytes == 0 || text.text[mark - 1] == '.')
    return FALSE;
  gboolean is_number = is_all_digits (word);
  if (from == 0 && count_points (word) <= LONGEST_MARKER_CHARS
      && ((is_number && word.n_bytes < LONGEST_MARKER_CHARS) || is_roman (word)
          || count_points (word) == 1))
    return TRUE;

  gboolean may_start = starts_sentence (abbreviations, text, end);
  if (is_number || (is_roman (word) && u_isupper (word.text[0]) && word.n_bytes > 1))
    return vr_abbreviations_have_ordinals (abbreviations) && !may_start
           && (!is_number || word.n_bytes <= LONGEST_ORDINAL_DIGITS);

  switch (find_kind (abbreviations, text, start, from, mark))
    {
    case VR_ABBREVIATION_NEVER:
      return TRUE;
    case VR_ABBREVIATION_EITHER:
      return !may_start;
    case VR_ABBREVIATION_NUMBER:
      return is_digit (point_at (text, end)) || (is_initials (word) && !may_start);
    default:
      return FALSE;
    }
}

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
  if (mark >= 0x80 && mark != ELLIPSIS)
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
  guint32 behind = skip_closing_quotes (text, end);
  if (behind > end)
    return behind < text.n_bytes && !is_small_word (text, behind) ? behind : 0;
  if (mark == '?' || mark == '!')
    return is_small_word (text, end) ? 0 : end;
  if (mark == '.' && !has_close && vr_abbreviations_are_known (abbreviations)
      && is_inner_period (abbreviations, text, start, at, end))
    return 0;
  return end;
}
