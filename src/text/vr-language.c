/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language a text is in. */
#include "config.h"

#include "vr-language.h"

#include "vr-function-words.h"
#include "vr-script.h"

#include <fingerprint.h>
#include <glib/gstdio.h>
#include <string.h>
#include <textcat.h>
#include <unistd.h>

/* How much of a text is looked at, in pieces spread over it: n-gram ranks have settled by then
 * (Cavnar and Trenkle 1994 saw no gain beyond some hundred bytes), and what stands at the very
 * start and end of a file is often not the article. */
#define SAMPLE_BYTES 4096
#define N_PIECES 4
/* What textcat's fingerprints hold. */
#define N_GRAMS 400
/* So many languages have their fingerprints compared: loading one takes 0.07 ms. */
#define MAX_CANDIDATES 5
/* Below so many letters a guess is too often wrong: "und" rather than that. */
#define MIN_LETTERS 40
#define MIN_LETTERS_BY_SCRIPT 4
/* Running text of a language has 20 to 50 of its words in 100; other languages' texts rarely 10.
 * From SURE_PERCENT on, and with no other language near, no fingerprint is needed. */
#define MIN_PERCENT 8
#define SURE_PERCENT 20
/* How far (sum of rank differences) a text may be from its language's fingerprint: 19 of 20 texts
 * of 400 bytes are nearer, as are all longer ones; those of other languages lie around 130,000. */
#define MAX_DISTANCE 120000
/* Where one letter in so many is foreign to a language, the text is not in it. */
#define FOREIGN_ONE_IN 200
#define RARE_ONE_IN 100

/* The languages written in Cyrillic of which libexttextcat has fingerprints, each with the letters
 * that only other languages have, or have much more of. */
static const struct
{
  const char *name;
  const char *foreign_letters;
  const char *rare_letters;
} cyrillic[] = {
  { "ru", "іїєґўђћљњјџќѓѕәғқңөұүһӣӯҳҷ", "ъ" },  { "uk", "ыэъёўђћљњјџќѓѕәғқңөұүһӣӯҳҷ", NULL },
  { "be", "иъїєґђћљњјџќѓѕәғқңөұүһӣӯҳҷ", NULL }, { "bg", "ыэёіїєґўђћљњјџќѓѕәғқңөұүһӣӯҳҷ", NULL },
  { "sr", "ыэёйъьщюяіїєґўќѓѕәғқңөұүһ", NULL },  { "mk", "ыэёйъьщюяіїєґўђћәғқңөұүһ", NULL },
  { "kk", "їєґўђћљњјџќѓѕӣӯҳҷ", NULL },          { "ky", "іїєґўђћљњјџќѓѕәғқұһӣӯҳҷ", NULL },
  { "mn", "іїєґўђћљњјџќѓѕәғқңұһӣӯҳҷ", NULL },   { "tt", "іїєґўђћљњјџќѓѕғқұӣӯҳҷ", NULL },
  { "tg", "іїєґўђћљњјџќѓѕәңөұүһы", NULL },
};
static const char *const devanagari[] = { "hi", "mr", "ne", NULL };

/* libexttextcat's file for a language. */
static char *
build_fingerprint_path (const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s.lm", g_str_equal (name, "sr") ? "sr-Cyrl" : name);

  return g_build_filename (VR_TEXTCAT_DIR, file, NULL);
}

/* Returns the fingerprint of a language, or NULL; kept for the life of the process. */
static void *
load_fingerprint (const char *name)
{
  static GHashTable *fingerprints;
  void *fingerprint;

  if (fingerprints == NULL)
    fingerprints = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (fingerprints, name, NULL, &fingerprint))
    {
      g_autofree char *path = build_fingerprint_path (name);

      /* fp_Read() would complain on the terminal about a file that is missing. */
      fingerprint = g_access (path, R_OK) == 0 ? fp_Init (name) : NULL;
      if (fingerprint != NULL && fp_Read (fingerprint, path, N_GRAMS) == 0)
        g_clear_pointer (&fingerprint, fp_Done);
      g_hash_table_insert (fingerprints, (gpointer)name, fingerprint);
    }
  return fingerprint;
}

/* Returns the one of @names whose n-grams are most like @sample's, "und" where they are further off
 * than @max_distance; the first where no fingerprint is installed. */
static const char *
compare_fingerprints (const GString *sample, const char *const *names, sint4 max_distance)
{
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&mutex);
  void *unknown = fp_Init (NULL);
  const char *best = names[0];
  sint4 best_distance = G_MAXINT32;

  fp_SetProperty (unknown, TCPROP_UTF8AWARE, TC_TRUE);
  fp_SetProperty (unknown, TCPROP_MINIMUM_DOCUMENT_SIZE, 0);
  if (fp_Create (unknown, sample->str, sample->len, N_GRAMS) != 0)
    for (guint i = 0; names[i] != NULL; i++)
      {
        void *fingerprint = load_fingerprint (names[i]);
        sint4 distance =
            fingerprint != NULL ? fp_Compare (fingerprint, unknown, G_MAXINT32) : G_MAXINT32;

        if (distance < best_distance)
          {
            best = names[i];
            best_distance = distance;
          }
      }
  fp_Done (unknown);
  return best_distance > max_distance && best_distance < G_MAXINT32 ? "und" : best;
}

/* Takes pieces spread over the text. */
static GString *
take_pieces (VrSlice text)
{
  GString *sample = g_string_sized_new (SAMPLE_BYTES + N_PIECES);
  gsize piece = SAMPLE_BYTES / N_PIECES;

  if (text.n_bytes <= SAMPLE_BYTES)
    return g_string_append_len (sample, text.text, text.n_bytes);
  for (guint i = 1; i <= N_PIECES; i++)
    {
      const char *from = text.text + (text.n_bytes - piece) / (N_PIECES + 1) * i;
      const char *to = from + piece;

      while (((guint8)*from & 0xC0) == 0x80)
        from++;
      while (((guint8)*to & 0xC0) == 0x80)
        to--;
      g_string_append_len (sample, from, to - from);
      g_string_append_c (sample, ' ');
    }
  return sample;
}

/* The words and the fingerprints are composed (NFC), Vietnamese texts often are not. */
static GString *
take_sample (VrSlice text)
{
  GString *pieces = take_pieces (text), *composed;
  g_autofree char *bytes = NULL;

  if (strchr (pieces->str, 0xCC) == NULL && strchr (pieces->str, 0xCD) == NULL)
    return pieces;
  bytes = g_utf8_normalize (pieces->str, pieces->len, G_NORMALIZE_NFC);
  composed = g_string_new (bytes);
  g_string_free (pieces, TRUE);
  return composed;
}

static const char *
detect_latin (const GString *sample)
{
  const char *names[MAX_CANDIDATES + 1];
  guint percent = vr_function_words_rank (sample, names, MAX_CANDIDATES);

  if (names[0] == NULL || percent < MIN_PERCENT)
    return "und";
  if (names[1] == NULL && percent >= SURE_PERCENT)
    return names[0];
  return compare_fingerprints (sample, names, MAX_DISTANCE);
}

static guint
count_letters_in (const GString *sample, const char *letters)
{
  guint n = 0;

  for (const char *p = sample->str; *p != '\0'; p = g_utf8_next_char (p))
    if ((guint8)*p >= 0xC0 && g_utf8_strchr (letters, -1, g_utf8_get_char (p)) != NULL)
      n++;
  return n;
}

/* Letters rule out what the table does not know, so the nearest is taken however far. */
static const char *
detect_cyrillic (const GString *sample, guint n_letters)
{
  g_autofree char *lower = g_utf8_strdown (sample->str, sample->len);
  GString letters = { lower, strlen (lower), 0 };
  const char *names[G_N_ELEMENTS (cyrillic) + 1];
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cyrillic); i++)
    {
      guint n_foreign = count_letters_in (&letters, cyrillic[i].foreign_letters);
      guint n_rare = cyrillic[i].rare_letters != NULL
                         ? count_letters_in (&letters, cyrillic[i].rare_letters)
                         : 0;

      if (n_foreign * FOREIGN_ONE_IN <= n_letters
          && (n_rare < 2 || n_rare * RARE_ONE_IN <= n_letters))
        names[n++] = cyrillic[i].name;
    }
  names[n] = NULL;
  if (n == 0)
    return "und";
  return n == 1 ? names[0] : compare_fingerprints (sample, names, G_MAXINT32);
}

const char *
vr_language_detect (VrSlice sample)
{
  g_autoptr (GString) letters = NULL;
  const char *language;
  guint n_letters;

  if (sample.n_bytes == 0)
    return "und";
  letters = take_sample (sample);
  switch (vr_script_detect (letters, &language, &n_letters))
    {
    case VR_SCRIPT_DECIDED:
      return n_letters < MIN_LETTERS_BY_SCRIPT ? "und" : language;
    case VR_SCRIPT_LATIN:
      return n_letters < MIN_LETTERS ? "und" : detect_latin (letters);
    case VR_SCRIPT_CYRILLIC:
      return n_letters < MIN_LETTERS ? "und" : detect_cyrillic (letters, n_letters);
    case VR_SCRIPT_DEVANAGARI:
      return n_letters < MIN_LETTERS ? "und"
                                     : compare_fingerprints (letters, devanagari, G_MAXINT32);
    default:
      return "und";
    }
}
