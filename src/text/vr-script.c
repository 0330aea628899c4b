/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which script a text is written in, and what that says of its language. */
#include "vr-script.h"

#include <unicode/uscript.h>

/* Where this share of Chinese characters and kana are kana it is Japanese; Japanese prose has more
 * than half, Chinese that quotes some next to none. */
#define KANA_ONE_IN 20
/* A letter of Chinese, Japanese or Korean says as much as this many of an alphabet. */
#define WIDE_WEIGHT 2
/* Urdu and Persian have their own letters in every other word; Arabic has them in foreign names. */
#define OWN_LETTER_ONE_IN 50

/* Scripts that one language, by far, is written in. */
static const struct
{
  UScriptCode script;
  const char *language;
} scripts[] = {
  { USCRIPT_GREEK, "el" },    { USCRIPT_ARMENIAN, "hy" }, { USCRIPT_THAI, "th" },
  { USCRIPT_LAO, "lo" },      { USCRIPT_KHMER, "km" },    { USCRIPT_MYANMAR, "my" },
  { USCRIPT_GEORGIAN, "ka" }, { USCRIPT_BENGALI, "bn" },  { USCRIPT_TAMIL, "ta" },
  { USCRIPT_TELUGU, "te" },   { USCRIPT_KANNADA, "kn" },  { USCRIPT_MALAYALAM, "ml" },
  { USCRIPT_GUJARATI, "gu" }, { USCRIPT_GURMUKHI, "pa" }, { USCRIPT_ORIYA, "or" },
  { USCRIPT_SINHALA, "si" },  { USCRIPT_ETHIOPIC, "am" }, { USCRIPT_TIBETAN, "bo" },
  { USCRIPT_THAANA, "dv" },   { USCRIPT_HANGUL, "ko" },   { USCRIPT_HAN, "zh" },
  { USCRIPT_HIRAGANA, "ja" }, { USCRIPT_ARABIC, "ar" },   { USCRIPT_BOPOMOFO, "zh" },
};

typedef struct
{
  guint by_script[USCRIPT_CODE_LIMIT];
  guint n_urdu;
  guint n_persian;
  guint n_yiddish;
  guint n_hebrew_points; /* that Yiddish does without */
} Letters;

static void
count_own_letters (Letters *letters, gunichar c, gunichar before)
{
  if (c >= 0x05B0 && c <= 0x05B6)
    letters->n_hebrew_points++;
  if ((c >= 0x05F0 && c <= 0x05F2) || c == 0xFB2E || c == 0xFB2F
      || (before == 0x05D0 && (c == 0x05B7 || c == 0x05B8)))
    letters->n_yiddish++;
  switch (c)
    {
    case 0x0679: /* tteh */
    case 0x0688: /* ddal */
    case 0x0691: /* rreh */
    case 0x06BA: /* noon ghunna */
    case 0x06BE: /* heh doachashmee */
    case 0x06C1: /* heh goal */
    case 0x06D2: /* yeh barree */
      letters->n_urdu++;
      break;
    case 0x067E: /* peh */
    case 0x0686: /* tcheh */
    case 0x0698: /* jeh */
    case 0x06A9: /* keheh */
    case 0x06AF: /* gaf */
    case 0x06CC: /* Farsi yeh */
      letters->n_persian++;
      break;
    default:
      break;
    }
}

static void
count_letters (const GString *sample, Letters *letters)
{
  const char *end = sample->str + sample->len;
  gunichar before = 0;

  for (const char *p = sample->str; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      UErrorCode status = U_ZERO_ERROR;

      if (c < 0x80)
        {
          letters->by_script[USCRIPT_LATIN] += g_ascii_isalpha ((char)c);
          continue;
        }
      letters->by_script[uscript_getScript ((UChar32)c, &status)]++;
      count_own_letters (letters, c, before);
      before = c;
    }
}

static const char *
tell_arabic (const Letters *letters)
{
  guint n = letters->by_script[USCRIPT_ARABIC];

  if (letters->n_urdu * OWN_LETTER_ONE_IN > n)
    return "ur";
  return letters->n_persian * OWN_LETTER_ONE_IN > n ? "fa" : "ar";
}

static const char *
tell_hebrew (const Letters *letters)
{
  guint n = letters->by_script[USCRIPT_HEBREW];

  return letters->n_yiddish > letters->n_hebrew_points && letters->n_yiddish * OWN_LETTER_ONE_IN > n
             ? "yi"
             : "he";
}

static const char *
tell_language (const Letters *letters, UScriptCode script, guint n_kana)
{
  switch (script)
    {
    case USCRIPT_ARABIC:
      return tell_arabic (letters);
    case USCRIPT_HEBREW:
      return tell_hebrew (letters);
    case USCRIPT_HAN:
      return n_kana * KANA_ONE_IN > letters->by_script[script] ? "ja" : "zh";
    default:
      for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
        if (scripts[i].script == script)
          return scripts[i].language;
      return NULL;
    }
}

VrScript
vr_script_detect (const GString *sample, const char **language, guint *n_letters)
{
  g_autofree Letters *letters = g_new0 (Letters, 1);
  guint *counts = letters->by_script, n_kana;
  UScriptCode best = USCRIPT_LATIN;

  count_letters (sample, letters);
  counts[USCRIPT_COMMON] = counts[USCRIPT_INHERITED] = counts[USCRIPT_UNKNOWN] = 0;
  n_kana = counts[USCRIPT_HIRAGANA] + counts[USCRIPT_KATAKANA];
  counts[USCRIPT_HAN] = (counts[USCRIPT_HAN] + n_kana) * WIDE_WEIGHT;
  counts[USCRIPT_HIRAGANA] = counts[USCRIPT_KATAKANA] = 0;
  counts[USCRIPT_HANGUL] *= WIDE_WEIGHT;
  n_kana *= WIDE_WEIGHT;
  for (guint i = 0; i < USCRIPT_CODE_LIMIT; i++)
    if (counts[i] > counts[best])
      best = (UScriptCode)i;
  *n_letters = counts[best];
  *language = NULL;
  if (counts[best] == 0)
    return VR_SCRIPT_NONE;
  if (best == USCRIPT_LATIN)
    return VR_SCRIPT_LATIN;
  if (best == USCRIPT_CYRILLIC)
    return VR_SCRIPT_CYRILLIC;
  if (best == USCRIPT_DEVANAGARI)
    return VR_SCRIPT_DEVANAGARI;
  *language = tell_language (letters, best, n_kana);
  return *language != NULL ? VR_SCRIPT_DECIDED : VR_SCRIPT_NONE;
}
