/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which characters texts hardly ever have beside each other, and codecs make of UTF-8 all the time.
 */
#include "vr-mojibake-private.h"

#define BIT(glyph) (G_GUINT64_CONSTANT (1) << VR_GLYPH_##glyph)
#define ASCII_LETTERS (BIT (LOWER) | BIT (UPPER))
#define MARKED (BIT (LATIN_LOWER) | BIT (LATIN_UPPER))
#define LATIN (ASCII_LETTERS | MARKED | BIT (LATIN_RARE))
#define GREEK (BIT (GREEK_LOWER) | BIT (GREEK_UPPER))
#define CYRILLIC (BIT (CYRILLIC_LOWER) | BIT (CYRILLIC_UPPER) | BIT (CYRILLIC_RARE))
#define HEBREW (BIT (HEBREW) | BIT (HEBREW_MARK))
#define ARABIC (BIT (ARABIC) | BIT (ARABIC_MARK) | BIT (ARABIC_RARE))
#define EAST_ASIAN                                                                                 \
  (BIT (HAN) | BIT (HAN_RARE) | BIT (KANA) | BIT (KANA_HALF) | BIT (HANGUL) | BIT (HANGUL_RARE))
#define FOREIGN BIT (FOREIGN)
#define NOT_LATIN (GREEK | CYRILLIC | HEBREW | ARABIC | EAST_ASIAN | FOREIGN)
#define LETTERS (LATIN | NOT_LATIN)
#define SIGNS (BIT (OPEN) | BIT (CLOSE) | BIT (CURRENCY) | BIT (NUMERIC) | BIT (LAW))
#define FRAMES BIT (BOX)

/* What is odd right behind a character of a class.  Letters of two scripts count double. */
static const guint64 odd_behind[VR_N_GLYPHS] = {
  [VR_GLYPH_LOWER] = BIT (LATIN_UPPER),
  [VR_GLYPH_LATIN_LOWER] =
      BIT (BAD) | BIT (LATIN_UPPER) | BIT (UPPER) | BIT (CURRENCY) | BIT (DEGREE),
  [VR_GLYPH_LATIN_UPPER] = BIT (BAD) | BIT (NUMERIC) | BIT (LAW) | BIT (DEGREE),
  [VR_GLYPH_GREEK_LOWER] = BIT (GREEK_UPPER) | BIT (BAD) | BIT (NUMERIC) | BIT (DEGREE),
  [VR_GLYPH_GREEK_UPPER] = BIT (BAD) | BIT (NUMERIC) | BIT (DEGREE) | BIT (CURRENCY),
  [VR_GLYPH_CYRILLIC_LOWER] =
      BIT (CYRILLIC_UPPER) | BIT (BAD) | BIT (NUMERIC) | BIT (DEGREE) | BIT (CURRENCY),
  [VR_GLYPH_CYRILLIC_UPPER] = BIT (BAD) | BIT (NUMERIC) | BIT (DEGREE) | BIT (CURRENCY),
  [VR_GLYPH_HEBREW] = BIT (BAD) | BIT (NUMERIC) | BIT (CURRENCY) | BIT (LAW),
  [VR_GLYPH_HEBREW_MARK] = BIT (BAD) | BIT (NUMERIC) | BIT (CURRENCY) | BIT (LAW) | BIT (DEGREE),
  [VR_GLYPH_ARABIC] = BIT (BAD) | BIT (NUMERIC) | BIT (CURRENCY) | BIT (LAW) | BIT (DEGREE),
  [VR_GLYPH_ARABIC_MARK] = BIT (BAD) | BIT (NUMERIC) | BIT (CURRENCY) | BIT (LAW) | BIT (DEGREE),
  [VR_GLYPH_BAD] = BIT (BAD) | (LETTERS & ~ASCII_LETTERS) | SIGNS | FRAMES | BIT (DASH),
  [VR_GLYPH_CURRENCY] = BIT (BAD) | MARKED | BIT (OPEN) | BIT (CURRENCY),
  [VR_GLYPH_OPEN] = BIT (BAD),
  [VR_GLYPH_CLOSE] = BIT (BAD) | MARKED | BIT (CURRENCY),
  [VR_GLYPH_NUMERIC] = BIT (BAD) | MARKED | BIT (CURRENCY) | BIT (OPEN) | CYRILLIC,
  [VR_GLYPH_LAW] = BIT (BAD) | MARKED | HEBREW | ARABIC,
  [VR_GLYPH_BOX] = BIT (BAD) | SIGNS | LETTERS | BIT (COMMON) | BIT (DEGREE),
  [VR_GLYPH_DASH] = BIT (BAD) | BIT (DEGREE),
  [VR_GLYPH_DEGREE] = MARKED | FRAMES | BIT (CURRENCY) | BIT (BAD),
  [VR_GLYPH_DIGIT] = FRAMES,
};

static const guint64 scripts[] = { LATIN, GREEK, CYRILLIC, HEBREW, ARABIC, EAST_ASIAN, FOREIGN };

/* How odd a character is by itself. */
static guint
rarity (VrGlyph glyph)
{
  switch (glyph)
    {
    case VR_GLYPH_C1:
      return 3;
    case VR_GLYPH_UNUSED:
      return 4;
    case VR_GLYPH_LATIN_RARE:
    case VR_GLYPH_ARABIC_RARE:
      return 6;
    case VR_GLYPH_CYRILLIC_RARE:
      return 3;
    case VR_GLYPH_HAN_RARE:
    case VR_GLYPH_HANGUL_RARE:
    case VR_GLYPH_KANA_HALF:
      return 1;
    default:
      return 0;
    }
}

/* Letters of two scripts.  Capitals and digits are usual beside East Asian letters, and Greek
   letters beside those of formulas. */
static guint
count_mixing (guint64 first, guint64 second)
{
  if (!(first & LETTERS) || !(second & LETTERS))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (first & scripts[i])
      {
        if (second & scripts[i])
          return 0;
        if ((first | second) & EAST_ASIAN && (first | second) & ASCII_LETTERS)
          return (first | second) & (BIT (LOWER) | BIT (KANA_HALF)) ? 2 : 0;
        return (first | second) & BIT (GREEK_LOWER) && (first | second) & ASCII_LETTERS ? 1 : 2;
      }
  return 0;
}

static guint
count_pair (VrGlyph a, VrGlyph b)
{
  guint64 first = G_GUINT64_CONSTANT (1) << a;
  guint64 second = G_GUINT64_CONSTANT (1) << b;

  if (odd_behind[a] & second)
    return first & FRAMES ? 2 : 1;
  if (second & FRAMES && first & (LETTERS | SIGNS))
    return 2;
  if (b == VR_GLYPH_LOST && first & (MARKED | NOT_LATIN | FRAMES | SIGNS | BIT (BAD)))
    return 1;
  if (b == VR_GLYPH_MARK || b == VR_GLYPH_HEBREW_MARK || b == VR_GLYPH_ARABIC_MARK)
    return !(first & (LETTERS | BIT (MARK) | BIT (DIGIT) | BIT (OTHER)))
                   || count_mixing (first, second)
               ? 1
               : 0;
  return count_mixing (first, second);
}

gboolean
vr_glyph_is_odd_before (VrGlyph first, VrGlyph second)
{
  return count_pair (first, second) > 0;
}

/* A sign between two letters; a dash on either side of one; a capital with marks within a word. */
static guint
count_triple (VrGlyph a, VrGlyph b, VrGlyph c)
{
  guint64 first = G_GUINT64_CONSTANT (1) << a;
  guint64 second = G_GUINT64_CONSTANT (1) << b;
  guint64 third = G_GUINT64_CONSTANT (1) << c;

  if (second & (BIT (OPEN) | BIT (CLOSE)) && first & (LETTERS & ~ASCII_LETTERS)
      && third & (LETTERS | BIT (DIGIT) | BIT (NUMERIC) | BIT (OPEN)))
    return 1;
  if (second & (BIT (NUMERIC) | BIT (LAW) | BIT (BAD)) && first & LETTERS && third & LETTERS)
    return 1;
  if (first & BIT (DASH) && third & BIT (DASH) && second & (LETTERS | SIGNS | BIT (DEGREE)))
    return 1;
  if (vr_glyph_is_bump (a, b, c))
    return 1;
  if (second & BIT (DEGREE) && first & BIT (NUMERIC) && third & LETTERS)
    return 1;
  if (second & BIT (SYMBOL) && first & LETTERS && third & LETTERS)
    return 1;
  return 0;
}

/* Sequences that one codec makes of frequent characters, and nobody writes. */
static guint
count_fixed (guint32 before, guint32 a, guint32 b)
{
  VrGlyph before_glyph = vr_glyph_of (before);
  guint64 second = G_GUINT64_CONSTANT (1) << vr_glyph_of (b);

  switch (a)
    {
    case 0xC2: /* windows-1252's first byte of signs, and of Latin letters */
    case 0xC3:
      if (b == 0xA0 && (before_glyph == VR_GLYPH_UPPER || before_glyph == VR_GLYPH_LATIN_UPPER))
        return 0;
      return second & (SIGNS | BIT (BAD) | BIT (COMMON) | BIT (DEGREE)) && b != 0xA5 && b != 0x2026
                     && b != 0x2019
                 ? 2
                 : 0;
    case 0x102: /* windows-1250's first byte of Latin letters */
      return second & (BIT (OPEN) | BIT (BAD) | BIT (LAW) | BIT (CURRENCY)) ? 2 : 0;
    case 0xCE: /* of Greek and Cyrillic */
    case 0xD0:
      return second & (SIGNS | BIT (DEGREE) | BIT (DASH)) && !(second & BIT (LAW)) ? 1 : 0;
    case 0xE0: /* of what is written in India */
      return second & (BIT (NUMERIC) | BIT (CURRENCY)) ? 1 : 0;
    case 0x2568: /* of Cyrillic on a PC */
    case 0x2564:
      return second & FRAMES && b != 0x2550 && b != 0x2500 && b != a ? 2 : 0;
    case 0x402: /* of typographic signs in windows-1251, -1253 and -1257 */
      return before == 0x432 && vr_codec_masks[vr_codec_slot (b)].trails >> 2 & 1 ? 2 : 0;
    case 0x3B2:
    case 0x101:
      return b == 0x20AC ? 2 : 0;
    case 0x221A: /* of Latin letters in MacRoman */
      return before_glyph == VR_GLYPH_LOWER || before_glyph == VR_GLYPH_UPPER
                     || second & (BIT (BAD) | BIT (CLOSE) | BIT (CURRENCY) | BIT (COMMON))
                 ? 2
                 : 0;
    case 0x201A: /* of typographic signs in MacRoman */
      return b == 0xC4 || b == 0xE2 || b == 0xF3 ? 1 : 0;
    default:
      break;
    }
  if ((b == 0x152 || b == 0x153) && G_GUINT64_CONSTANT (1) << vr_glyph_of (a) & MARKED)
    return 1;
  if (a == 0x152 || a == 0x153)
    return second & (SIGNS | BIT (BAD)) ? 1 : 0;
  return vr_glyph_of (a) == VR_GLYPH_LATIN_UPPER && second & (BIT (CURRENCY) | BIT (OPEN))
         && (before_glyph == VR_GLYPH_SPACE || before_glyph == VR_GLYPH_LOWER);
}

guint
vr_oddness (const guint32 *chars, gsize n_chars)
{
  VrGlyph before = VR_GLYPH_SPACE;
  VrGlyph glyph = n_chars > 0 ? vr_glyph_of (chars[0]) : VR_GLYPH_SPACE;
  guint n_odd = 0;

  for (gsize i = 0; i < n_chars; i++)
    {
      guint32 next = i + 1 < n_chars ? chars[i + 1] : ' ';
      VrGlyph after = vr_glyph_of (next);

      n_odd += rarity (glyph);
      if (chars[i] >= 0x80 || next >= 0x80)
        n_odd += count_pair (glyph, after) + count_triple (before, glyph, after)
                 + count_fixed (i > 0 ? chars[i - 1] : ' ', chars[i], next);
      before = glyph;
      glyph = after;
    }
  return n_odd;
}
