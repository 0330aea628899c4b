/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Properties of any comparison, on random texts and on all shared ones. */
#include "check-comparison.h"

#include "vr-article-reading.h"
#include "shared-data.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* How many random cases an ordinary run takes; VARIORUM_CASES overrides it (a million by hand). */
#define DEFAULT_CASES 10000

/* Every MIRROR_EVERYth case is compared the other way round too. */
#define MAX_PARAGRAPHS 40

static guint
n_cases (void)
{
  const char *wanted = g_getenv ("VARIORUM_CASES");

  return wanted != NULL ? (guint)g_ascii_strtoull (wanted, NULL, 10) : DEFAULT_CASES;
}

static const char *const words[] = {
  "a",     "b",     "c.",       "d?",    "“e”", "\"e\"",   "the",   "f-g",    "$5.0m", "-5",
  "–5",    "5",     "don’t",    "don't", "é",   "e\u0301", "x",     "—",      "--",    "。",
  "ไทย",   "日本",  "A",        "…",     "...", "not",     "?",     "!",      "\"",    "'",
  "1,000", "1.000", "6",        "%",     "$",   "000",     "no",    "cannot", "½",     "1/2",
  "10-2",  "1-02",  "12.05.20", "bn",    "5m",  "million", "234,5", "亿"
};

/* Few words and few different paragraphs, so that everything repeats. */
static void
append_paragraph (GString *text, GRand *random, guint alphabet, guint max_words)
{
  guint n = g_rand_int_range (random, 1, max_words + 1);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, g_rand_int_range (random, 0, 12) == 0 ? "  " : " ");
      g_string_append (text, words[g_rand_int_range (random, 0, alphabet)]);
    }
  g_string_append_c (text, '\n');
}

static char *
random_text (GRand *random, guint max_paragraphs, guint alphabet, guint max_words)
{
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (random, 0, max_paragraphs + 1);

  for (guint i = 0; i < n; i++)
    append_paragraph (text, random, alphabet, max_words);

  return g_string_free (text, FALSE);
}

/* A version of @text: lines dropped, doubled, moved, joined, cut, words changed. */
static char *
random_version (GRand *random, const char *text, guint alphabet, guint max_words)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (lines);
  GString *version = g_string_new (NULL);

  for (guint swaps = g_rand_int_range (random, 0, 3); n > 2 && swaps > 0; swaps--)
    {
      guint a = g_rand_int_range (random, 0, n), b = g_rand_int_range (random, 0, n);
      char *line = lines[a];

      lines[a] = lines[b];
      lines[b] = line;
    }
  for (guint i = 0; i < n; i++)
    switch (g_rand_int_range (random, 0, 12))
      {
      case 0:
        break;
      case 1:
        append_paragraph (version, random, alphabet, max_words);
        g_string_append_printf (version, "%s\n", lines[i]);
        break;
      case 2:
        g_string_append_printf (version, "%s ", lines[i]);
        break;
      case 3:
        {
          char *space = strchr (lines[i], ' ');

          if (space != NULL)
            *space = '\n';
          g_string_append_printf (version, "%s\n", lines[i]);
          break;
        }
      case 4:
        g_string_append_printf (version, "%s x\n", lines[i]);
        break;
      default:
        g_string_append_printf (version, "%s\n", lines[i]);
      }

  return g_string_free (version, FALSE);
}

static void
random_options (GRand *random, VrOptions *options)
{
  *options = (VrOptions)VR_OPTIONS_INIT;
  if (g_rand_int_range (random, 0, 4) == 0)
    options->strict = TRUE;
  if (g_rand_int_range (random, 0, 4) == 0)
    options->quiet |= VR_QUIET_CASE;
  if (g_rand_int_range (random, 0, 4) == 0)
    options->quiet |= VR_QUIET_PUNCTUATION;
  if (g_rand_int_range (random, 0, 6) == 0)
    options->unit = VR_UNIT_CHARACTER;
}

static void
check_both_ways (const char *old_text, const char *new_text, const VrOptions *options)
{
  g_autoptr (VrComparison) comparison = compare_lines (old_text, new_text, options, NULL);
  g_autoptr (VrComparison) swapped = compare_lines (new_text, old_text, options, NULL);

  check_comparison (comparison);
  check_comparison (swapped);
  check_mirror (comparison, swapped);
}

static void
run_random (guint n, guint max_paragraphs, gboolean versions)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u, %u cases", seed, n);
  for (guint i = 0; i < n; i++)
    {
      guint alphabet = g_rand_int_range (random, 1, G_N_ELEMENTS (words) + 1);
      guint max_words = g_rand_int_range (random, 1, 12);
      g_autofree char *old_text = random_text (random, max_paragraphs, alphabet, max_words);
      g_autofree char *new_text = versions
                                      ? random_version (random, old_text, alphabet, max_words)
                                      : random_text (random, max_paragraphs, alphabet, max_words);
      VrOptions options;

      random_options (random, &options);
      check_both_ways (old_text, new_text, &options);
    }
}

static void
test_small_texts (void)
{
  run_random (n_cases () / 2, 5, FALSE);
}

static void
test_small_versions (void)
{
  run_random (n_cases () / 2, 6, TRUE);
}

static void
test_forty_paragraphs (void)
{
  run_random (n_cases () / 20, MAX_PARAGRAPHS, FALSE);
  run_random (n_cases () / 20, MAX_PARAGRAPHS, TRUE);
}

static VrArticle *
read_article (const char *path)
{
  const VrReading reading = { .paragraphs = VR_PARAGRAPHS_AUTO };
  g_autoptr (GError) error = NULL;
  VrArticle *article = vr_article_read_file (path, path, &reading, NULL, &error);

  g_assert_no_error (error);
  return article;
}

static void
test_seeds (void)
{
  g_autofree char *folder = shared_path_or_skip ("seeds");
  g_autoptr (GPtrArray) articles =
      g_ptr_array_new_with_free_func ((GDestroyNotify)vr_article_unref);
  g_autoptr (GDir) names = NULL;
  const char *name;
  VrOptions options = VR_OPTIONS_INIT;

  if (folder == NULL)
    return;
  names = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_ptr_array_add (articles, read_article (path));
    }
  for (guint i = 0; i < articles->len; i++)
    for (guint j = 0; j < articles->len; j++)
      {
        g_autoptr (VrComparison) comparison =
            vr_compare (articles->pdata[i], articles->pdata[j], &options, NULL, NULL, NULL, NULL);
        g_autoptr (VrComparison) swapped =
            vr_compare (articles->pdata[j], articles->pdata[i], &options, NULL, NULL, NULL, NULL);

        check_comparison (comparison);
        check_mirror (comparison, swapped);
        if (i == j)
          g_assert_true (vr_comparison_is_same (comparison));
      }
}

/* A plain copy and the page it stands in: the dateline and a word of mojibake are quiet, the page's
 * headline, date, bullets and captions are added, and its furniture stands aside. */
static void
test_plain_copy_and_page (void)
{
  g_autofree char *plain = shared_path_or_skip ("seeds/000_2ff660b60fe53b3e.txt");
  g_autofree char *page = NULL;
  g_autoptr (VrArticle) old_article = NULL;
  g_autoptr (VrArticle) new_article = NULL;
  g_autoptr (VrComparison) comparison = NULL;
  VrOptions options = VR_OPTIONS_INIT;
  const VrSummary *summary;

  if (plain == NULL)
    return;
  page = shared_path_or_skip ("seeds/001_a1138dd64e220865.txt");
  old_article = read_article (plain);
  new_article = read_article (page);
  comparison = vr_compare (old_article, new_article, &options, NULL, NULL, NULL, NULL);
  summary = vr_comparison_get_summary (comparison);

  g_assert_cmpuint (vr_comparison_get_n_rows (comparison), ==, 63);
  g_assert_cmpuint (summary->n_rows[VR_ROW_SAME], ==, 20);
  g_assert_cmpuint (summary->n_rows[VR_ROW_EDITED], ==, 0);
  g_assert_cmpuint (summary->n_rows[VR_ROW_ADDED], ==, 8);
  g_assert_cmpuint (summary->n_furniture_rows, ==, 35);
  g_assert_cmpuint (summary->n_quiet[g_bit_nth_lsf (VR_QUIET_DATELINE, -1)], ==, 1);
  g_assert_cmpuint (summary->n_quiet[g_bit_nth_lsf (VR_QUIET_REPAIR, -1)], ==, 1);
}

static char **
dup_strings (JsonArray *array)
{
  guint n = json_array_get_length (array);
  char **strings = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    strings[i] = g_strdup (json_array_get_string_element (array, i));

  return strings;
}

static void
check_units (JsonObject *record, gpointer unused)
{
  g_auto (GStrv) old_units = dup_strings (json_object_get_array_member (record, "old"));
  g_auto (GStrv) new_units = dup_strings (json_object_get_array_member (record, "new"));
  guint n_old = g_strv_length (old_units), n_new = g_strv_length (new_units);
  g_autoptr (VrComparison) comparison = compare_units ((const char *const *)old_units, n_old,
                                                       (const char *const *)new_units, n_new, NULL);
  g_autoptr (VrComparison) swapped = compare_units ((const char *const *)new_units, n_new,
                                                    (const char *const *)old_units, n_old, NULL);

  check_comparison (comparison);
  check_mirror (comparison, swapped);
}

static void
for_each_line (const char *path, void (*check) (JsonObject *, gpointer), gpointer user_data)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = NULL;

      if (lines[i][0] == '\0')
        continue;
      node = json_from_string (lines[i], NULL);
      g_assert_nonnull (node);
      check (json_node_get_object (node), user_data);
    }
}

static void
test_aligned_texts (gconstpointer data)
{
  g_autofree char *path = shared_path_or_skip (data);

  if (path != NULL)
    for_each_line (path, check_units, NULL);
}

/* A body as plain text against the copy of the page that it stands in. */
static void
check_page (JsonObject *record, gpointer bodies)
{
  VrOptions options = VR_OPTIONS_INIT;
  JsonObject *gold =
      json_object_get_object_member (bodies, json_object_get_string_member (record, "id"));

  check_both_ways (json_object_get_string_member (gold, "body"),
                   json_object_get_string_member (record, "text"), &options);
}

static void
test_page_copies (void)
{
  g_autofree char *pages = shared_path_or_skip ("import/page_copies.jsonl");
  g_autofree char *gold = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (JsonNode) bodies = NULL;

  if (pages == NULL || (gold = shared_path_or_skip ("import/pages_gold.json")) == NULL)
    return;
  g_assert_true (g_file_get_contents (gold, &contents, NULL, NULL));
  bodies = json_from_string (contents, NULL);
  for_each_line (pages, check_page, json_node_get_object (bodies));
}

int
main (int argc, char **argv)
{
  static const char *const sets[] = {
    "align/dev/argrewrite2_sent.jsonl", "align/dev/argrewrite2_moved_sent.jsonl",
    "align/dev/argrewrite2_para.jsonl", "align/dev/deplain_ll_sent.jsonl",
    "align/dev/wikidiff2_cases.jsonl",  "align/dev/aesop_sent.jsonl"
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/properties/random/small-texts", test_small_texts);
  g_test_add_func ("/properties/random/small-versions", test_small_versions);
  g_test_add_func ("/properties/random/forty-paragraphs", test_forty_paragraphs);
  g_test_add_func ("/properties/shared/every-pair-of-seeds", test_seeds);
  g_test_add_func ("/properties/shared/a-plain-copy-and-its-page", test_plain_copy_and_page);
  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *name = g_path_get_basename (sets[i]);
      g_autofree char *path = g_strconcat ("/properties/shared/", name, NULL);

      g_test_add_data_func (path, sets[i], test_aligned_texts);
    }
  g_test_add_func ("/properties/shared/page-copies", test_page_copies);

  return g_test_run ();
}
