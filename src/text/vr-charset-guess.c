/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which encoding makes the most of bytes: the one in which they are the shortest to tell. */
#include "vr-charset-guess.h"

#include "vr-charset-double.h"
#include "vr-charset-sample.h"

#include <string.h>

/* Quarters of a bit; chosen by hand, tried out on the samples of the tests. */
#define BITS(n) (4 * (n))
/* Two characters that are no letters; every language has them alike. */
#define COST_NO_LETTERS BITS (1)
/* A capital behind a small letter is what wrong encodings show. */
#define COST_CAPITAL_IN_WORD BITS (7)
#define COST_CAPITAL BITS (2)
#define COST_CAPITALS BITS (1)
/* Frames are the same character again and again; no other kind costs the same. */
#define COST_BOX BITS (15)
#define COST_BOX_AGAIN BITS (2)
#define COST_FOREIGN_WORD BITS (1)
#define COST_FOREIGN_WORDS BITS (12)
#define COST_MISPLACED_QUOTE BITS (4)
#define COST_MIXED_SCRIPTS BITS (8)
#define COST_LATIN_LETTER BITS (6)
#define COST_FOREIGN_SCRIPT BITS (17)
#define COST_SIGN_AT_LETTER BITS (3)
/* Bytes of which none makes less than what they take as they are is in no encoding that we know. */
#define HOPELESS BITS (8)
#define HOPELESS_ANYWAY BITS (40)
/* A label is not believed where another encoding takes two thirds of the bits, and so many less. */
#define REFUTED_BY BITS (100)

static const guint8 kind_costs[] = {
  [VR_CODEPAGE_LETTER] = BITS (14), [VR_CODEPAGE_MARK] = BITS (14),
  [VR_CODEPAGE_BLANK] = BITS (7),   [VR_CODEPAGE_TYPOGRAPHY] = BITS (7),
  [VR_CODEPAGE_SIGN] = BITS (10),   [VR_CODEPAGE_RARE] = BITS (14),
  [VR_CODEPAGE_BOX] = COST_BOX,     [VR_CODEPAGE_CONTROL] = BITS (22),
  [VR_CODEPAGE_HOLE] = BITS (30),
};

/* In how many files an encoding is met: bits that it costs to say that it is this one. */
static const struct
{
  const char *prefix;
  guint8 cost;
} rarities[] = {
  { "windows-1252", BITS (0) },   { "windows-1254", BITS (2) }, { "windows-1257", BITS (3) },
  { "windows-1258", BITS (4) },   { "windows-", BITS (1) },     { "ISO-8859-15", BITS (3) },
  { "ISO-8859-10", BITS (8) },    { "ISO-8859-13", BITS (4) },  { "ISO-8859-14", BITS (8) },
  { "ISO-8859-16", BITS (6) },    { "ISO-8859-3", BITS (8) },   { "ISO-8859-4", BITS (7) },
  { "ISO-8859-", BITS (2) },      { "KOI8-", BITS (2) },        { "macintosh", BITS (4) },
  { "x-mac-cyrillic", BITS (5) }, { "x-mac-", BITS (8) },       { "IBM437", BITS (5) },
  { "IBM850", BITS (4) },         { "IBM852", BITS (4) },       { "IBM866", BITS (3) },
  { "IBM", BITS (10) },
};

static const struct
{
  const char *name;
  guint8 cost;
} doubles[] = {
  [VR_DOUBLE_SHIFT_JIS] = { "Shift_JIS", BITS (1) }, [VR_DOUBLE_EUC_JP] = { "EUC-JP", BITS (2) },
  [VR_DOUBLE_GB18030] = { "GB18030", BITS (1) },     [VR_DOUBLE_BIG5] = { "Big5", BITS (1) },
  [VR_DOUBLE_EUC_KR] = { "EUC-KR", BITS (1) },       [VR_DOUBLE_JOHAB] = { "JOHAB", BITS (8) },
};

/* A language's classes and what they cost on top, for each byte of an encoding. */
typedef struct
{
  guint8 classes[256];
  guint8 extras[256];
} Reading;

static guint
get_rarity (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rarities); i++)
    if (g_str_has_prefix (name, rarities[i].prefix))
      return rarities[i].cost;
  return 0;
}

static const VrLetterStatistics *
get_english (void)
{
  guint i = 0;

  while (!g_str_equal (vr_letter_statistics[i].language, "en"))
    i++;
  return &vr_letter_statistics[i];
}

static inline gboolean
is_latin (const VrLetterStatistics *language)
{
  return language->alphabet[0] == 'a';
}

/* What ASCII characters cost behind each other, by the sample's classes. */
static void
read_ascii_costs (const VrLetterStatistics *language, guint8 *costs)
{
  for (guint i = 0; i < VR_N_ASCII_CLASSES; i++)
    for (guint j = 0; j < VR_N_ASCII_CLASSES; j++)
      {
        guint row = i < 2 ? i : i + 1, column = j < 2 ? j : j + 1;

        costs[i * VR_N_ASCII_CLASSES + j] =
            i < 2 && j < 2 ? 0 : language->costs[row * language->n_classes + column];
      }
}

static guint
get_word_cost (const VrCharsetSample *sample, const VrAsciiWord *word, const guint8 *costs)
{
  guint cost = 0, before = VR_CLASS_SPACE;

  for (guint i = 0; i <= word->n_bytes; i++)
    {
      guint here = i < word->n_bytes
                       ? vr_charset_sample_class (sample->bytes->data[word->start + i])
                       : VR_CLASS_SPACE;

      cost += costs[before * VR_N_ASCII_CLASSES + here];
      before = here;
    }
  return cost;
}

/* What the words without a byte beyond ASCII cost in a language.  Many a text has English ones, or
 * names and code, which say nothing of its encoding: that costs once. */
static gint64
get_words_cost (const VrCharsetSample *sample, const VrLetterStatistics *language,
                const guint *english)
{
  guint8 ascii[VR_N_ASCII_CLASSES * VR_N_ASCII_CLASSES];
  gint64 cost = 0;
  guint64 n_foreign = 0;

  read_ascii_costs (language, ascii);
  for (guint i = 0; i < sample->words->len; i++)
    {
      const VrAsciiWord *word = &g_array_index (sample->words, VrAsciiWord, i);
      guint own = is_latin (language) ? get_word_cost (sample, word, ascii) : G_MAXUINT;

      n_foreign += english[i] < own ? word->n : 0;
      cost += (gint64)word->n * MIN (english[i], own);
    }
  return language == get_english ()
             ? cost
             : cost + (gint64)MIN (n_foreign * COST_FOREIGN_WORD, COST_FOREIGN_WORDS);
}

static gint64 *
get_words_costs (const VrCharsetSample *sample)
{
  g_autofree guint *english = g_new (guint, sample->words->len);
  gint64 *costs = g_new0 (gint64, vr_n_letter_statistics);
  guint8 ascii[VR_N_ASCII_CLASSES * VR_N_ASCII_CLASSES];

  read_ascii_costs (get_english (), ascii);
  for (guint i = 0; i < sample->words->len; i++)
    english[i] = get_word_cost (sample, &g_array_index (sample->words, VrAsciiWord, i), ascii);
  for (guint i = 0; i < vr_n_letter_statistics; i++)
    costs[i] = get_words_cost (sample, &vr_letter_statistics[i], english);
  return costs;
}

static inline const VrCodepageCharacter *
get_character (const VrCodepage *page, guint8 byte)
{
  return &vr_codepage_characters[byte < 0x80 ? byte : page->high[byte - 0x80]];
}

/* Beyond ASCII, and neither a letter nor a mark of typography. */
static inline gboolean
is_sign (const VrCodepageCharacter *c)
{
  return c->kind >= VR_CODEPAGE_SIGN && c->c >= 0x80;
}

/* A quote that closes at a word's start, or a low one, which opens, at its end. */
static inline gboolean
is_misplaced_quote (const VrCodepageCharacter *before, const VrCodepageCharacter *here)
{
  if (before->kind == VR_CODEPAGE_LETTER)
    return here->c == 0x201A || here->c == 0x201E;
  if (here->kind == VR_CODEPAGE_LETTER)
    return before->c == 0x201D || before->c == 0x2026;
  return (here->c == 0x2019 || here->c == 0x201D) && before->c == ' ';
}

static guint
get_neighbour_cost (const VrCodepageCharacter *before, const VrCodepageCharacter *here)
{
  guint cost = 0;

  if (here->letter_case == 1)
    cost = before->letter_case == 2   ? COST_CAPITAL_IN_WORD
           : before->letter_case == 1 ? COST_CAPITALS
                                      : COST_CAPITAL;
  if (is_misplaced_quote (before, here))
    cost += COST_MISPLACED_QUOTE;
  if (here->kind == VR_CODEPAGE_LETTER && before->kind == VR_CODEPAGE_LETTER
      && here->script != before->script)
    cost += COST_MIXED_SCRIPTS;
  else if ((is_sign (before) && here->kind == VR_CODEPAGE_LETTER)
           || (is_sign (here) && before->kind == VR_CODEPAGE_LETTER))
    cost += COST_SIGN_AT_LETTER;
  return cost;
}

/* What does not depend on the language: capitals, scripts. */
static gint64
get_page_cost (const VrCodepage *page, const VrCharsetSample *sample)
{
  gint64 cost = 0;

  for (guint i = 0; i < sample->pairs->len; i++)
    {
      const VrBytePair *pair = &g_array_index (sample->pairs, VrBytePair, i);

      cost += (gint64)pair->n
              * get_neighbour_cost (get_character (page, pair->before),
                                    get_character (page, pair->here));
    }
  return cost;
}

/* @places: for each character of the table, its class in the language, 0 if it has none. */
static void
read_in (const VrCodepage *page, const VrLetterStatistics *language, const guint8 *places,
         const VrCharsetSample *sample, Reading *reading)
{
  for (guint i = 0; i < sample->n_used; i++)
    {
      guint8 byte = sample->used[i];
      const VrCodepageCharacter *c = get_character (page, byte);
      guint class = places[c->lower];

      reading->extras[byte] = 0;
      if (class == 0 && byte < 0x80)
        {
          class = MIN (vr_charset_sample_class (byte), VR_CLASS_FOREIGN);
          reading->extras[byte] = class == VR_CLASS_FOREIGN ? COST_LATIN_LETTER : 0;
        }
      else if (class == 0)
        {
          class = c->kind == VR_CODEPAGE_LETTER  ? VR_CLASS_FOREIGN
                  : c->kind == VR_CODEPAGE_BLANK ? VR_CLASS_SPACE
                                                 : VR_CLASS_SIGN;
          reading->extras[byte] = class == VR_CLASS_FOREIGN && c->script != language->script
                                      ? COST_FOREIGN_SCRIPT
                                      : kind_costs[c->kind];
        }
      reading->classes[byte] = class;
    }
}

/* Stops where it gets more than @limit. */
static gint64
get_language_cost (const VrLetterStatistics *language, const Reading *reading,
                   const VrCharsetSample *sample, gint64 limit)
{
  gint64 cost = 0;

  for (guint i = 0; i < sample->pairs->len && cost < limit; i++)
    {
      const VrBytePair *pair = &g_array_index (sample->pairs, VrBytePair, i);
      guint row = reading->classes[pair->before], column = reading->classes[pair->here];
      guint extra = reading->extras[pair->here];

      if (pair->before == pair->here && extra == COST_BOX)
        extra = COST_BOX_AGAIN;
      else if (row <= VR_CLASS_SIGN && column <= VR_CLASS_SIGN)
        extra += COST_NO_LETTERS;
      /* A foreign letter's own cost says all. */
      else if (column != VR_CLASS_FOREIGN || extra == 0)
        extra += language->costs[row * language->n_classes + column];
      cost += (gint64)pair->n * extra;
    }
  return cost;
}

static void
try_codepages (const VrCharsetSample *sample, GArray *guesses)
{
  g_autofree gint64 *best = g_new (gint64, vr_n_codepages);
  g_autofree guint *languages = g_new0 (guint, vr_n_codepages);
  g_autofree guint8 *places = g_new0 (guint8, vr_n_codepage_characters);
  g_autofree gint64 *words_costs = get_words_costs (sample);

  for (guint i = 0; i < vr_n_codepages; i++)
    best[i] = G_MAXINT64;
  for (guint l = 0; l < vr_n_letter_statistics; l++)
    {
      const VrLetterStatistics *language = &vr_letter_statistics[l];

      memset (places, 0, vr_n_codepage_characters);
      for (guint i = 0; i + VR_CLASS_ALPHABET < language->n_classes; i++)
        places[language->alphabet[i]] = i + VR_CLASS_ALPHABET;
      for (guint e = 0; e < vr_n_codepages; e++)
        if (vr_codepages[e].languages >> l & 1)
          {
            Reading reading;
            gint64 cost;

            read_in (&vr_codepages[e], language, places, sample, &reading);
            cost = words_costs[l]
                   + get_language_cost (language, &reading, sample, best[e] - words_costs[l]);
            if (cost < best[e])
              {
                best[e] = cost;
                languages[e] = l;
              }
          }
    }
  for (guint e = 0; e < vr_n_codepages; e++)
    {
      VrCharsetGuess guess = { vr_codepages[e].name, vr_letter_statistics[languages[e]].language,
                               best[e], sample->bytes->len };

      guess.cost += get_page_cost (&vr_codepages[e], sample) + get_rarity (guess.charset);
      g_array_append_val (guesses, guess);
    }
}

static void
try_doubles (const VrCharsetSample *sample, GArray *guesses)
{
  guint8 ascii_costs[VR_N_ASCII_CLASSES * VR_N_ASCII_CLASSES];

  read_ascii_costs (get_english (), ascii_costs);
  for (VrDouble i = 0; i < VR_N_DOUBLES; i++)
    {
      gint64 cost =
          vr_charset_double_cost (i, sample->bytes->data, sample->bytes->len, ascii_costs);
      VrCharsetGuess guess = { doubles[i].name, "", cost + doubles[i].cost, sample->bytes->len };

      if (cost >= 0)
        g_array_append_val (guesses, guess);
    }
}

static gint
compare_guesses (gconstpointer a, gconstpointer b)
{
  gint64 x = ((const VrCharsetGuess *)a)->cost, y = ((const VrCharsetGuess *)b)->cost;

  return (x > y) - (x < y);
}

GArray *
vr_charset_guess_all (const guint8 *data, gsize n_bytes)
{
  g_autoptr (VrCharsetSample) sample = vr_charset_sample_new (data, n_bytes);
  GArray *guesses = g_array_new (FALSE, FALSE, sizeof (VrCharsetGuess));

  if (sample->n_high == 0)
    return guesses;
  try_codepages (sample, guesses);
  try_doubles (sample, guesses);
  g_array_sort (guesses, compare_guesses);
  return guesses;
}

const char *
vr_charset_guess_choose (GArray *guesses)
{
  const VrCharsetGuess *best;

  if (guesses->len == 0)
    return NULL;
  best = &g_array_index (guesses, VrCharsetGuess, 0);
  return best->cost <= (gint64)(best->n_bytes * HOPELESS + HOPELESS_ANYWAY) ? best->charset : NULL;
}

gboolean
vr_charset_guess_refutes (GArray *guesses, const char *charset)
{
  gint64 best;

  if (guesses->len == 0)
    return FALSE;
  best = g_array_index (guesses, VrCharsetGuess, 0).cost;
  for (guint i = 0; i < guesses->len; i++)
    {
      const VrCharsetGuess *guess = &g_array_index (guesses, VrCharsetGuess, i);

      if (g_str_equal (guess->charset, charset))
        return guess->cost > best + best / 2 + REFUTED_BY;
    }
  return FALSE;
}
