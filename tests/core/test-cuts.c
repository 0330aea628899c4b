/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that the fast ways to cut words and sentences cut just where ICU does. */
#include "shared-data.h"
#include "vr-sentences-private.h"
#include "vr-tokens-private.h"
#include "vr-versions.h"

#include <locale.h>
#include <string.h>

#define UNICODE_TESTS "/usr/share/unicode/auxiliary/"
#define N_RANDOM_TEXTS 20000
#define TEXTS_AT_ONCE 2000

/* Compares all texts' tokens by @way with those that ICU alone gives. */
static void
compare_tokens (const VrSlice *texts, guint n_texts, guint quiet, VrTokenUnit unit, VrTokensWay way)
{
  g_autoptr (VrInterner) interner = vr_interner_new ();
  g_autoptr (VrTokens) icu =
      vr_tokens_new_by (VR_TOKENS_WAY_ICU, texts, n_texts, quiet, unit, "en", interner);
  g_autoptr (VrTokens) fast = vr_tokens_new_by (way, texts, n_texts, quiet, unit, "en", interner);
  for (guint i = 0; i < n_texts; i++)
    {
      guint32 number = icu->numbers[i];
      guint32 a = icu->firsts[number];
      guint32 b = fast->firsts[number];
      guint32 n = icu->firsts[number + 1] - a;
      gboolean same = n == fast->firsts[number + 1] - b
                      && memcmp (icu->ids + a, fast->ids + b, n * sizeof (guint32)) == 0
                      && memcmp (icu->starts + a, fast->starts + b, n * sizeof (guint32)) == 0;
      for (guint32 k = 0; same && k < n; k++)
        same = vr_tokens_get_end (icu, texts[i], i, a + k)
               == vr_tokens_get_end (fast, texts[i], i, b + k);
      if (same)
        continue;
      g_autofree char *shown = g_strndup (texts[i].text, MIN (texts[i].n_bytes, 500));
      g_autofree char *escaped = g_strescape (shown, NULL);
      g_test_message ("way %u, quiet %u, unit %u: \"%s\"", way, quiet, unit, escaped);
      g_test_fail ();
      return;
    }
}

static void
compare_all_tokens (const VrSlice *texts, guint n_texts)
{
  static const guint quiets[] = { VR_QUIET_DEFAULT,
                                  VR_QUIET_NONE,
                                  VR_QUIET_TYPOGRAPHIC,
                                  VR_QUIET_SPACE,
                                  VR_QUIET_DEFAULT | VR_QUIET_CASE,
                                  VR_QUIET_SPACE | VR_QUIET_CASE,
                                  VR_QUIET_DEFAULT | VR_QUIET_PUNCTUATION };
  for (gsize i = 0; i < G_N_ELEMENTS (quiets); i++)
    for (guint unit = VR_UNIT_WORD; unit <= VR_UNIT_CHARACTER; unit++)
      {
        compare_tokens (texts, n_texts, quiets[i], unit, VR_TOKENS_WAY_TABLE);
        compare_tokens (texts, n_texts, quiets[i], unit, VR_TOKENS_WAY_FASTEST);
      }
}

static void
compare_sentences (VrSentences *sentences, VrSlice text)
{
  g_autoptr (GArray) icu = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) scanned = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!vr_sentences_scan (sentences, text, scanned))
    return;
  vr_sentences_cut_icu (sentences, text, icu);
  if (icu->len == scanned->len
      && (icu->len == 0 || memcmp (icu->data, scanned->data, icu->len * sizeof (guint32)) == 0))
    return;
  g_autofree char *shown = g_strndup (text.text, MIN (text.n_bytes, 500));
  g_autofree char *escaped = g_strescape (shown, NULL);
  g_test_message ("sentences of \"%s\"", escaped);
  g_test_fail ();
}

/* As UAX #29 has them, and with our rules. */
static void
compare_all_sentences (const VrSlice *texts, guint n_texts)
{
  static const char *languages[] = { "en", "de" };
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (VrSentences) sentences = vr_sentences_new (languages[i]);
      for (guint plain = 0; plain <= 1; plain++)
        {
          vr_sentences_set_plain (sentences, plain == 1);
          for (guint k = 0; k < n_texts; k++)
            compare_sentences (sentences, texts[k]);
        }
    }
}

/* The lines of @content as slices of it. */
static GArray *
split_lines (const char *content, gsize n_bytes)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (VrSlice));
  const char *end = content + n_bytes;
  while (content < end)
    {
      const char *line_end = memchr (content, '\n', (gsize)(end - content));
      if (line_end == NULL)
        line_end = end;
      VrSlice line = { content, (gsize)(line_end - content) };
      g_array_append_val (lines, line);
      content = line_end + 1;
    }
  return lines;
}

static void
compare_content (const char *content, gsize n_bytes)
{
  g_autofree char *valid = g_utf8_make_valid (content, (gssize)n_bytes);
  g_autoptr (GArray) lines = split_lines (valid, strlen (valid));
  const VrSlice *texts = (const VrSlice *)(const void *)lines->data;
  compare_tokens (texts, lines->len, VR_QUIET_DEFAULT, VR_UNIT_WORD, VR_TOKENS_WAY_TABLE);
  compare_tokens (texts, lines->len, VR_QUIET_DEFAULT, VR_UNIT_WORD, VR_TOKENS_WAY_FASTEST);
  compare_tokens (texts, lines->len, VR_QUIET_NONE, VR_UNIT_CHARACTER, VR_TOKENS_WAY_FASTEST);
  compare_all_sentences (texts, lines->len);
}

static void
compare_file (const char *path)
{
  g_autofree char *content = NULL;
  gsize n_bytes;
  g_test_message ("%s", path);
  g_assert_true (g_file_get_contents (path, &content, &n_bytes, NULL));
  compare_content (content, n_bytes);
}

static void
compare_folder (const char *relative, const char *suffix)
{
  g_autofree char *path = shared_path_or_skip (relative);
  if (path == NULL)
    return;
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_assert_nonnull (folder);
  for (const char *name = g_dir_read_name (folder); name; name = g_dir_read_name (folder))
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      if (g_str_has_suffix (name, suffix) && g_file_test (file, G_FILE_TEST_IS_REGULAR))
        compare_file (file);
    }
}

/* What "xz -dc" or "tar -xO" writes for a packed file. */
static void
compare_packed (const char *relative, const char *program, const char *options)
{
  g_autofree char *path = shared_path_or_skip (relative);
  if (path == NULL)
    return;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  const char *command[] = { program, options, path, NULL };
  if (!g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &content, NULL,
                     NULL, &error))
    {
      g_test_skip (error->message);
      return;
    }
  g_test_message ("%s", path);
  compare_content (content, strlen (content));
}

static void
test_on_articles (void)
{
  compare_folder ("seeds", "");
  compare_folder ("align/dev", ".jsonl");
}

static void
test_on_web_pages (void)
{
  compare_folder ("import", ".jsonl");
}

static void
test_on_many_languages (void)
{
  compare_packed ("import/clean_text.jsonl.xz", "xz", "-dc");
}

static void
test_on_books (void)
{
  compare_packed ("perf/w3s.tar.xz", "tar", "-xJOf");
  compare_packed ("perf/w4.tar.xz", "tar", "-xJOf");
}

/* A line such as "÷ 0061 × 0308 ÷ # ..." as text, and where it is cut. */
static gboolean
read_break_test (const char *line, GString *text, GArray *cuts)
{
  g_string_truncate (text, 0);
  g_array_set_size (cuts, 0);
  if (line[0] == '#' || line[0] == '\0')
    return FALSE;
  g_auto (GStrv) fields = g_strsplit_set (line, " \t", -1);
  for (gsize i = 0; fields[i] != NULL && fields[i][0] != '#'; i++)
    {
      guint32 at = (guint32)text->len;
      if (strcmp (fields[i], "÷") == 0 && at > 0)
        g_array_append_val (cuts, at);
      else if (g_ascii_isxdigit (fields[i][0]))
        g_string_append_unichar (text, (gunichar)g_ascii_strtoull (fields[i], NULL, 16));
    }
  return TRUE;
}

/* Whether the file's first line, "# Name-15.0.0.txt", is of the same Unicode as ICU's data. */
static gboolean
is_of_this_unicode (const char *first_line)
{
  const char *version = strchr (first_line, '-');
  return version != NULL && g_str_has_prefix (version + 1, vr_versions_get_unicode ());
}

static GPtrArray *
read_break_tests (const char *path, VrSentences *sentences)
{
  g_autofree char *content = NULL;
  if (!g_file_get_contents (path, &content, NULL, NULL))
    {
      g_test_skip ("skipped: no unicode-data");
      return NULL;
    }
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  if (lines[0] == NULL || !is_of_this_unicode (lines[0]))
    sentences = NULL;
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (!read_break_test (lines[i], text, cuts))
        continue;
      g_ptr_array_add (texts, g_strndup (text->str, text->len));
      if (sentences == NULL)
        continue;
      vr_sentences_cut (sentences, (VrSlice){ text->str, text->len }, ends);
      g_assert_cmpmem (ends->data, ends->len * sizeof (guint32), cuts->data,
                       cuts->len * sizeof (guint32));
    }
  return texts;
}

static void
compare_strings (GPtrArray *strings)
{
  g_autoptr (GArray) slices = g_array_new (FALSE, FALSE, sizeof (VrSlice));
  for (guint i = 0; i < strings->len; i++)
    {
      const char *string = g_ptr_array_index (strings, i);
      VrSlice slice = { string, strlen (string) };
      g_array_append_val (slices, slice);
    }
  const VrSlice *texts = (const VrSlice *)(const void *)slices->data;
  compare_all_tokens (texts, slices->len);
  compare_all_sentences (texts, slices->len);
}

static void
test_on_unicodes_own_cases (void)
{
  g_autoptr (VrSentences) sentences = vr_sentences_new ("en");
  vr_sentences_set_plain (sentences, TRUE);
  g_autoptr (GPtrArray) words = read_break_tests (UNICODE_TESTS "WordBreakTest.txt", NULL);
  g_autoptr (GPtrArray) ends = read_break_tests (UNICODE_TESTS "SentenceBreakTest.txt", sentences);
  g_autoptr (GPtrArray) clusters = read_break_tests (UNICODE_TESTS "GraphemeBreakTest.txt", NULL);
  if (words == NULL || ends == NULL || clusters == NULL)
    return;
  compare_strings (words);
  compare_strings (ends);
  compare_strings (clusters);
}

/* What cutters stumble over: joiners, marks, spaces and letters of all kinds, each a string. */
static const char *alphabet[] = { "a",
                                  "B",
                                  "c",
                                  "Word",
                                  "the",
                                  "U.S",
                                  "x",
                                  "5",
                                  "12",
                                  "0",
                                  " ",
                                  " ",
                                  " ",
                                  " ",
                                  "  ",
                                  "\t",
                                  "\n",
                                  "\r",
                                  "\r\n",
                                  "\u2029",
                                  "\u00A0",
                                  "\u202F",
                                  "\u2009",
                                  "\u200B",
                                  "\u3000",
                                  "\302\205",
                                  ".",
                                  ".",
                                  "...",
                                  "\u2026",
                                  "?",
                                  "!",
                                  ",",
                                  ";",
                                  ":",
                                  "'",
                                  "\u2019",
                                  "\u2018",
                                  "\"",
                                  "\u201C",
                                  "\u201D",
                                  "\u201E",
                                  "\u00AB",
                                  "\u00BB",
                                  "(",
                                  ")",
                                  "[",
                                  "]",
                                  "[1]",
                                  "-",
                                  "--",
                                  "\u2013",
                                  "\u2014",
                                  "\u2010",
                                  "\u2212",
                                  "/",
                                  "://",
                                  "@",
                                  "#",
                                  "$",
                                  "\u20AC",
                                  "%",
                                  "&",
                                  "_",
                                  "+",
                                  "~",
                                  "*",
                                  "\u00B7",
                                  "\u2027",
                                  "\u00AD",
                                  "\uFEFF",
                                  "\u200D",
                                  "\u200E",
                                  "\u0301",
                                  "\u0308",
                                  "\u00E9",
                                  "\u00DF",
                                  "\u0133",
                                  "\uFB01",
                                  "\u1EC7",
                                  "\u0416",
                                  "\u0438",
                                  "\u03B1",
                                  "\u037E",
                                  "\u05D0",
                                  "\u05F4",
                                  "\u0627",
                                  "\u061F",
                                  "\u0660",
                                  "\u0915",
                                  "\u094D",
                                  "\u0964",
                                  "\u0E01",
                                  "\u0E33",
                                  "\u0E40",
                                  "\u1100",
                                  "\u1161",
                                  "\uAC00",
                                  "\u3042",
                                  "\u30A2",
                                  "\u30FC",
                                  "\u4E00",
                                  "\u5317\u4EAC",
                                  "\u3002",
                                  "\u300C",
                                  "\uFF01",
                                  "\U0001F468",
                                  "\U0001F3FD",
                                  "\U0001F1E9",
                                  "\u20E3",
                                  "\uFE0F",
                                  "\u21A9",
                                  "\u2122",
                                  "\u00BD",
                                  "\u0600",
                                  "\001",
                                  "\177",
                                  "www.",
                                  "e.g",
                                  "p.m",
                                  "I",
                                  "He",
                                  "Dr",
                                  "abcdefghijklmnop" };

static char *
random_text (GRand *random)
{
  GString *text = g_string_new (NULL);
  gint n = g_rand_int_range (random, 1, g_rand_boolean (random) ? 8 : 60);
  /* Often from a few of them only, so that rare neighbours meet. */
  gint first = g_rand_int_range (random, 0, G_N_ELEMENTS (alphabet));
  gint width =
      g_rand_boolean (random) ? (gint)G_N_ELEMENTS (alphabet) : g_rand_int_range (random, 2, 30);
  for (gint i = 0; i < n; i++)
    {
      gint at = (first + g_rand_int_range (random, 0, width)) % (gint)G_N_ELEMENTS (alphabet);
      if (g_rand_int_range (random, 0, 4) == 0)
        at = g_rand_int_range (random, 0, 14);
      g_string_append (text, alphabet[at]);
    }
  return g_string_free (text, FALSE);
}

static void
test_on_random_texts (void)
{
  guint32 seed = g_test_rand_int () ? (guint32)g_test_rand_int () : 1;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_test_message ("seed %u", seed);
  for (guint done = 0; done < N_RANDOM_TEXTS && !g_test_failed (); done += TEXTS_AT_ONCE)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < TEXTS_AT_ONCE; i++)
        g_ptr_array_add (texts, random_text (random));
      compare_strings (texts);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cuts/on articles", test_on_articles);
  g_test_add_func ("/cuts/on web pages", test_on_web_pages);
  g_test_add_func ("/cuts/on many languages", test_on_many_languages);
  g_test_add_func ("/cuts/on books", test_on_books);
  g_test_add_func ("/cuts/on Unicode's own cases", test_on_unicodes_own_cases);
  g_test_add_func ("/cuts/on random texts", test_on_random_texts);
  return g_test_run ();
}
