/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what reports say of a comparison in words. */
#include "check-comparison.h"
#include "vr-report-critical.h"
#include "vr-report-summary.h"
#include "vr-report-terms.h"

typedef struct
{
  const char *old_text;
  const char *new_text;
  const char *words; /* NULL where nothing is critical */
} Case;

static const Case cases[] = {
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
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VrComparison) comparison =
          compare_lines (cases[i].old_text, cases[i].new_text, NULL, NULL);
      g_autofree char *words = vr_critical_dup_words (comparison, 0);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_long_quotations_are_cut_short (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (
      "All of the many plans that were made for the old harbour in these years came to nothing.",
      "“All of the many plans that were made for the old harbour in these years came to nothing.”",
      NULL, NULL);
  g_autofree char *words = vr_critical_dup_change_words (comparison, 0, 0);

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-words/critical-changes", test_critical_changes_in_words);
  g_test_add_func ("/report-words/long-quotations", test_long_quotations_are_cut_short);
  g_test_add_func ("/report-words/nothing-critical", test_nothing_critical_has_no_summary);
  g_test_add_func ("/report-words/terms", test_every_term_has_a_name_and_a_meaning_of_its_own);

  return g_test_run ();
}
