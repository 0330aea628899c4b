/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and letters that multiply the number before them. */
#include "vr-scale.h"

#define LONGEST_WORD_BYTES 32

/* So many bytes tell most words from all of these: three letters, or one of Chinese, Japanese or
 * Korean. */
#define BEGINNING_BYTES 3

/* Written from each language's numerals; where @has_forms, endings may follow. */
static const struct
{
  const char *stem;
  gboolean has_forms;
  VrScale scale;
} scales[] = {
  { "k", FALSE, VR_SCALE_THOUSAND },       { "thousand", TRUE, VR_SCALE_THOUSAND },
  { "tausend", TRUE, VR_SCALE_THOUSAND },  { "tsd", FALSE, VR_SCALE_THOUSAND },
  { "mille", FALSE, VR_SCALE_THOUSAND },   { "mil", FALSE, VR_SCALE_THOUSAND },
  { "mila", FALSE, VR_SCALE_THOUSAND },    { "duizend", TRUE, VR_SCALE_THOUSAND },
  { "tusen", TRUE, VR_SCALE_THOUSAND },    { "tusind", TRUE, VR_SCALE_THOUSAND },
  { "tysi", TRUE, VR_SCALE_THOUSAND },     { "tys", FALSE, VR_SCALE_THOUSAND },
  { "тысяч", TRUE, VR_SCALE_THOUSAND },    { "тыс", FALSE, VR_SCALE_THOUSAND },
  { "m", FALSE, VR_SCALE_MILLION },        { "mn", FALSE, VR_SCALE_MILLION },
  { "mln", FALSE, VR_SCALE_MILLION },      { "mio", FALSE, VR_SCALE_MILLION },
  { "million", TRUE, VR_SCALE_MILLION },   { "millón", FALSE, VR_SCALE_MILLION },
  { "millones", FALSE, VR_SCALE_MILLION }, { "milion", TRUE, VR_SCALE_MILLION },
  { "milhão", FALSE, VR_SCALE_MILLION },   { "milhões", FALSE, VR_SCALE_MILLION },
  { "miljon", TRUE, VR_SCALE_MILLION },    { "miljoen", TRUE, VR_SCALE_MILLION },
  { "миллион", TRUE, VR_SCALE_MILLION },   { "млн", FALSE, VR_SCALE_MILLION },
  { "mrd", FALSE, VR_SCALE_MILLIARD },     { "mld", FALSE, VR_SCALE_MILLIARD },
  { "milliard", TRUE, VR_SCALE_MILLIARD }, { "miliard", TRUE, VR_SCALE_MILLIARD },
  { "miljard", TRUE, VR_SCALE_MILLIARD },  { "миллиард", TRUE, VR_SCALE_MILLIARD },
  { "млрд", FALSE, VR_SCALE_MILLIARD },    { "b", FALSE, VR_SCALE_BILLION },
  { "bn", FALSE, VR_SCALE_BILLION },       { "billion", TRUE, VR_SCALE_BILLION },
  { "billón", FALSE, VR_SCALE_BILLION },   { "billones", FALSE, VR_SCALE_BILLION },
  { "bilhão", FALSE, VR_SCALE_BILLION },   { "bilhões", FALSE, VR_SCALE_BILLION },
  { "biljon", TRUE, VR_SCALE_BILLION },    { "biljoen", TRUE, VR_SCALE_BILLION },
  { "t", FALSE, VR_SCALE_TRILLION },       { "tn", FALSE, VR_SCALE_TRILLION },
  { "trn", FALSE, VR_SCALE_TRILLION },     { "trillion", TRUE, VR_SCALE_TRILLION },
  { "trilh", TRUE, VR_SCALE_TRILLION },    { "триллион", TRUE, VR_SCALE_TRILLION },
  { "lakh", TRUE, VR_SCALE_LAKH },         { "crore", TRUE, VR_SCALE_CRORE },
  { "百万", TRUE, VR_SCALE_MILLION },      { "千万", TRUE, VR_SCALE_CRORE },
  { "千", TRUE, VR_SCALE_THOUSAND },       { "万", TRUE, VR_SCALE_MYRIAD },
  { "萬", TRUE, VR_SCALE_MYRIAD },         { "만", TRUE, VR_SCALE_MYRIAD },
  { "亿", TRUE, VR_SCALE_MYRIAD_SQUARED }, { "億", TRUE, VR_SCALE_MYRIAD_SQUARED },
  { "억", TRUE, VR_SCALE_MYRIAD_SQUARED }, { "兆", TRUE, VR_SCALE_TRILLION },
  { "조", TRUE, VR_SCALE_TRILLION },
};

VrScale
vr_scale_find (VrSlice word)
{
  g_autofree char *lower = NULL;

  if (word.n_bytes == 0 || word.n_bytes > LONGEST_WORD_BYTES)
    return VR_SCALE_NONE;
  lower = g_utf8_strdown (word.text, (gssize)word.n_bytes);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (scales[i].has_forms ? g_str_has_prefix (lower, scales[i].stem)
                            : g_str_equal (lower, scales[i].stem))
      return scales[i].scale;

  return VR_SCALE_NONE;
}

/* A single letter stands right behind the number, or is another word. */
static gboolean
is_short_word (VrSlice word)
{
  char first = (char)(word.text[0] | 0x20);

  return (word.text[1] | 0x20) == 'n' && (first == 'b' || first == 'm' || first == 't');
}

/* What the longer words begin with, Cyrillic ones left out: most words end here. */
static gboolean
may_be_word (VrSlice word)
{
  static const char beginnings[][BEGINNING_BYTES + 1] = {
    "tho", "tau", "tsd", "tus", "tys", "trn", "tri", "dui", "mil", "mio", "mln", "mld", "mrd",
    "bil", "lak", "cro", "百",  "千",  "万",  "萬",  "만",  "亿",  "億",  "억",  "兆",  "조",
  };
  char lower[BEGINNING_BYTES];

  if (g_ascii_isalpha (word.text[0]) && strchr ("bcdlmt", word.text[0] | 0x20) == NULL)
    return FALSE;
  if ((guchar)word.text[0] == 0xD0 || (guchar)word.text[0] == 0xD1)
    return TRUE; /* Cyrillic */
  for (guint i = 0; i < BEGINNING_BYTES; i++)
    lower[i] = g_ascii_tolower (word.text[i]);
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (memcmp (lower, beginnings[i], BEGINNING_BYTES) == 0)
      return TRUE;

  return FALSE;
}

gboolean
vr_scale_is_word (VrSlice word)
{
  if (word.n_bytes < BEGINNING_BYTES)
    return word.n_bytes == 2 && is_short_word (word);

  return may_be_word (word) && vr_scale_find (word) != VR_SCALE_NONE;
}

VrScale
vr_scale_multiply (VrScale first, VrScale second)
{
  return first == VR_SCALE_THOUSAND && second == VR_SCALE_MILLION ? VR_SCALE_MILLIARD : second;
}

guint
vr_scale_get_zeros (VrScale self)
{
  static const guint8 zeros[] = {
    [VR_SCALE_NONE] = 0,           [VR_SCALE_THOUSAND] = 3, [VR_SCALE_MYRIAD] = 4,
    [VR_SCALE_LAKH] = 5,           [VR_SCALE_MILLION] = 6,  [VR_SCALE_CRORE] = 7,
    [VR_SCALE_MYRIAD_SQUARED] = 8, [VR_SCALE_MILLIARD] = 9, [VR_SCALE_BILLION] = 9,
    [VR_SCALE_TRILLION] = 12,
  };

  return zeros[self];
}
