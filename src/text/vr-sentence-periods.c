/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the period of an abbreviation, initial, ordinal or list number from a sentence's end. */
#include "vr-sentence-text.h"

#include <string.h>

/* "16." is an ordinal, "2024." a year. */
#define LONGEST_ORDINAL_DIGITS 2
/* A list's number at the start of a paragraph: "12." and "iv." */
#define LONGEST_MARKER_CHARS 4
#define LONGEST_ABBREVIATION_BYTES 31

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

/* A small letter alone is no initial, unless another letter with a period follows: "z. B." */
static gboolean
is_lone_small_letter (VrSlice text, guint32 from, guint32 to, guint32 next)
{
  if (class_at (text, from) != U_SB_LOWER
      || count_points ((VrSlice){ text.text + from, to - from }) > 1)
    return FALSE;
  VrSlice following = letters_at (text, next);
  return count_points (following) != 1 || point_at (text, next + (guint32)following.n_bytes) != '.';
}

/* What the list says about the word from @from to @to, before a period; @next is where the text
 * goes on behind the white space. */
static VrAbbreviationKind
find_kind (const VrAbbreviations *abbreviations, VrSlice text, guint32 floor, guint32 from,
           guint32 to, guint32 next)
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
  if (kind == VR_ABBREVIATION_NONE && initials && !is_lone_small_letter (text, from, to, next))
    return VR_ABBREVIATION_EITHER;
  return kind;
}

/* Whether the period at @mark, with nothing but white space up to @end, belongs to an
 * abbreviation, ordinal or list number and the sentence goes on. */
gboolean
vr_sentence_is_inner_period (const VrAbbreviations *abbreviations, VrSlice text, guint32 start,
                             guint32 mark, guint32 end)
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

  if (is_number || (is_roman (word) && g_ascii_isupper (word.text[0]) && word.n_bytes > 1))
    return vr_abbreviations_have_ordinals (abbreviations)
           && (!is_number || word.n_bytes <= LONGEST_ORDINAL_DIGITS)
           && !starts_sentence (abbreviations, text, end);

  switch (find_kind (abbreviations, text, start, from, mark, end))
    {
    case VR_ABBREVIATION_NEVER:
      return TRUE;
    case VR_ABBREVIATION_EITHER:
      return !starts_sentence (abbreviations, text, end);
    case VR_ABBREVIATION_NUMBER:
      return is_digit (point_at (text, end))
             || (is_initials (word) && !starts_sentence (abbreviations, text, end));
    default:
      return FALSE;
    }
}
