/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what reports say of a comparison in words. */
#include "check-comparison.h"
#include "vr-report-critical.h"
#include "vr-report-cue.h"
#include "vr-report-fate.h"
#include "vr-report-summary.h"
#include "vr-report-terms.h"
#include "vr-report-words.h"

typedef struct
{
  const char *old_text;
  const char *new_text;
  const char *words; /* NULL where nothing is critical */
} Case;

static const Case critical_cases[] = {
  { "It cost 5.0 in all.", "It cost 5.1 in all.", "number changed from “5.0” to “5.1”" },
  { "All of the 11 men left.", "All of the men left.", "number “11” removed" },
  { "All of the men left.", "All of the 11 men left.", "number “11” added" },
  { "It cost 5.0 in all.", "It cost 50 in all.",
    "decimal point or thousands mark changed from “5.0” to “50”" },
  { "It was -5 in May.", "It was 5 in May.", "minus sign changed from “-5” to “5”" },
  { "He was not there.", "He was there.", "“not” removed" },
  { "He was there.", "He was not there on time?", "“not” added; full stop became a question mark" },
  { "Peace in our time", "Peace in our time!", "exclamation mark added" },
  { "Is it safe?", "Is it safe!", "question mark became an exclamation mark" },
  { "The reform was agreed.", "The “reform” was agreed.", "quotation marks put on “reform”" },
  { "La « réforme » est là.", "La réforme est là.", "quotation marks taken off “réforme”" },
  { "Two ferries left.", "Three ferries left.", NULL },
};

static void
test_critical_changes_in_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (critical_cases); i++)
    {
      g_autoptr (VrComparison) comparison =
          compare_lines (critical_cases[i].old_text, critical_cases[i].new_text, NULL, NULL);
      g_autofree char *words = vr_report_dup_critical (comparison, 0);

      g_assert_cmpstr (words, ==, critical_cases[i].words);
    }
}

static void
test_long_quotations_are_cut_short (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (
      "All of the many plans that were made for the old harbour in these years came to nothing.",
      "“All of the many plans that were made for the old harbour in these years came to nothing.”",
      NULL, NULL);
  g_autofree char *words = vr_report_dup_critical (comparison, 0);

  g_assert_cmpstr (words, ==,
                   "quotation marks put on “All of the many plans that were made for the…”");
}

static void
test_nothing_critical_has_no_summary (void)
{
  g_autoptr (VrComparison) comparison = compare_lines ("a b c", "a b d", NULL, NULL);

  g_assert_null (vr_report_dup_critical_summary (comparison));
}

static void
test_every_term_has_a_name_and_a_meaning_of_its_own (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint term = 0; term < VR_ALIGN_N_TERMS; term++)
    {
      const char *name = vr_report_term_get_name ((VrAlignTerm)term);
      const char *meaning = vr_report_term_get_meaning ((VrAlignTerm)term);

      g_assert_true (name[0] != '\0' && g_hash_table_add (seen, (gpointer)name));
      g_assert_true (g_str_has_suffix (meaning, ".") && g_hash_table_add (seen, (gpointer)meaning));
    }
}

/* Four people joined into one picture, eight cells wide. */
#define FAMILY "\U0001F469\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"

static void
test_cues (void)
{
  static const struct
  {
    const char *text;
    const char *cue;
  } cases[] = {
    { "", "" },
    { "Short.", "Short." },
    { "But it is their professionalism, not personal interests", "But it is their …" },
    { "“It seems both Kerry and Lavrov prefer the old school”", "It seems both Kerry …" },
    { "\"Yes,\" she said.", "\"Yes,\" she said." },
    { "«\u00a0Le pont ferme demain\u00a0»", "Le pont ferme demain" },
    { "«\u00a0Oui\u00a0», dit le maire", "«\u00a0Oui\u00a0», dit le …" },
    { "He said \"five weeks\", no more", "He said \"five weeks\" …" },
    { "And then he said “ we go”", "And then he said …" },
    { "“The dogs’ owners” is what they say", "“The dogs’ owners” is …" },
    { "One two three four five six seven, eight", "One two three four …" },
    { "Donaudampfschifffahrtsgesellschaftskapitän", "Donaudampfschifffahrtsgesellscha …" },
    { FAMILY FAMILY FAMILY FAMILY FAMILY, FAMILY FAMILY FAMILY FAMILY " …" },
    { "港は町よりも早く目を覚ます。魚市場の上をカモメが舞い",
      "港は町よりも早く目を覚ます。魚市 …" },
    { "أعلنت رئيسة البلدية يوم الاثنين", "\u2068أعلنت رئيسة البلدية يوم …\u2069" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cue =
          vr_report_dup_cue ((VrSlice){ cases[i].text, strlen (cases[i].text) }, TRUE);

      g_assert_cmpstr (cue, ==, cases[i].cue);
    }
}

static void
test_cue_of_anything (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      char text[400];
      guint n = g_test_rand_int_range (0, sizeof text);
      GString *valid = g_string_new (NULL);

      while (valid->len < n)
        g_string_append_unichar (valid, g_test_rand_int_range (1, 0xd7ff));
      {
        g_autofree char *cue = vr_report_dup_cue ((VrSlice){ valid->str, valid->len }, TRUE);

        g_assert_true (g_utf8_validate (cue, -1, NULL));
        g_assert_cmpint (g_utf8_strlen (cue, -1), <=, 300);
      }
      g_string_free (valid, TRUE);
    }
}

#define FISH "The gulls wheeled over the fish market, and the harbour woke before the town did.\n"
#define QUAY "Mayor Brandt said that the quay would be rebuilt by spring, storms or not.\n"
#define BELL "The bell of the old steamer will hang in the museum for everyone to ring.\n"
#define FERRY "Until then the ferry keeps its timetable, and skippers watch for buoys.\n"

typedef struct
{
  const char *old_text;
  const char *new_text;
  const char *lines[5]; /* by place */
} LineCase;

static const LineCase line_cases[] = {
  { FISH QUAY,
    FISH QUAY,
    { "Paragraph 1, the same: The gulls", "Paragraph 2, the same: Mayor Brandt said" } },
  { FISH "“Yes,” she said, and left for the harbour.\n",
    FISH "\"Yes,\" she said, and left for the  harbour.\n",
    { "Paragraph 1, the same: ", "Paragraph 2, the same but for typography: \"Yes,\" she" } },
  { FISH QUAY,
    FISH "Mayor Brandt said that the quay would be rebuilt by autumn, storms or not.\n",
    { "Paragraph 1, the same: ",
      "Paragraph 2, edited, 1 word changed (removed “spring”, added “autumn”): Mayor Brandt" } },
  { FISH QUAY,
    FISH "Mayor Brandt said that the old quay would never be rebuilt by spring, storms or not.\n",
    { "Paragraph 1, the same: ",
      "Paragraph 2, edited, 2 words added; critical: “never” added (added “old”, added “never”): "
      "Mayor" } },
  { FISH QUAY, QUAY, { "Paragraph 1, removed: The gulls", "Paragraph 1, the same: Mayor Brandt" } },
  { FISH, FISH QUAY, { "Paragraph 1, the same: The gulls", "Paragraph 2, added: Mayor Brandt" } },
  { FISH QUAY BELL FERRY,
    QUAY BELL FERRY FISH,
    { "Paragraph 1, moved down 3 places, after “Until then the ferry …”: The gulls",
      "Paragraph 1, the same: ", "Paragraph 2, the same: ", "Paragraph 3, the same: ",
      "Paragraph 4, moved down 3 places: The gulls" } },
};

static void
test_each_row_is_a_line_in_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (line_cases); i++)
    {
      g_autoptr (VrComparison) comparison =
          compare_lines (line_cases[i].old_text, line_cases[i].new_text, NULL, NULL);

      for (guint k = 0; k < vr_comparison_get_n_places (comparison); k++)
        {
          g_autofree char *line =
              vr_report_dup_line (comparison, vr_comparison_get_place (comparison, k), NULL);

          g_test_message ("%s", line);
          g_assert_true (g_str_has_prefix (line, line_cases[i].lines[k]));
        }
    }
}

static void
test_a_moved_paragraph_says_where (void)
{
  g_autoptr (VrComparison) comparison =
      compare_lines (FISH QUAY BELL FERRY, FERRY FISH QUAY BELL, NULL, NULL);
  g_autofree char *to = NULL;
  g_autofree char *from = NULL;
  guint row = 0;

  while (!vr_comparison_get_row (comparison, row).moved)
    row++;
  to = vr_report_dup_moved_to (comparison, row, FALSE);
  from = vr_report_dup_moved_from (comparison, row, FALSE);
  g_assert_cmpstr (to, ==, "moved up 3 places, to the top");
  g_assert_cmpstr (from, ==, "moved up 3 places, was after “The bell of the …”");
}

static void
test_what_the_reader_paired_is_said (void)
{
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  g_autoptr (VrComparison) comparison = NULL;
  g_autofree char *fate = NULL;

  vr_overrides_must_pair (overrides, 0, 0);
  comparison = compare_lines ("It was not here.", "It was here.", NULL, overrides);
  fate = vr_report_dup_whole_fate (comparison, 0, NULL);
  g_assert_cmpstr (fate, ==, "edited, 1 word removed, paired by you; critical: “not” removed");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-words/critical-changes", test_critical_changes_in_words);
  g_test_add_func ("/report-words/long-quotations", test_long_quotations_are_cut_short);
  g_test_add_func ("/report-words/nothing-critical", test_nothing_critical_has_no_summary);
  g_test_add_func ("/report-words/terms", test_every_term_has_a_name_and_a_meaning_of_its_own);
  g_test_add_func ("/report-words/a-cue-names-a-paragraph", test_cues);
  g_test_add_func ("/report-words/a-cue-of-anything-is-text", test_cue_of_anything);
  g_test_add_func ("/report-words/each-row-is-a-line", test_each_row_is_a_line_in_words);
  g_test_add_func ("/report-words/a-moved-paragraph", test_a_moved_paragraph_says_where);
  g_test_add_func ("/report-words/paired-by-hand", test_what_the_reader_paired_is_said);

  return g_test_run ();
}
