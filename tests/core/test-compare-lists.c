/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists and reports of results: their entries are so alike that one may be taken for another. */
#include "check-comparison.h"

#define REPORT "The chamber of commerce published its weekly report on Friday at noon."
#define NEXT "Its next one comes in a week from now, a spokeswoman said in the harbour."

/* The sentences of the first row as one string: "same edited moved". */
static char *
describe_sentences (const char *old_text, const char *new_text)
{
  g_autoptr (VrComparison) comparison = compare_lines (old_text, new_text, NULL, NULL);
  VrRow row = vr_comparison_get_row (comparison, 0);
  GString *text = g_string_new (NULL);

  check_comparison (comparison);
  for (guint32 i = 0; i < row.n_sentences; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            vr_sentence_fate_get_nick (row.sentences[i].fate));

  return g_string_free (text, FALSE);
}

/* Reports of results repeat one sentence with other names: what stands opposite is another's. */
static void
test_sentences_of_a_list_are_told_apart (void)
{
  g_autofree char *shifted = describe_sentences (
      "Oil rose to 5 dollars a ton. Gas rose to 7 dollars a ton. Corn rose to 9 dollars a ton.",
      "Gas rose to 7 dollars a ton. Corn rose to 9 dollars a ton. Salt rose to 3 dollars a ton.");
  g_autofree char *shifted_and_edited = describe_sentences (
      "Oil rose to 5 dollars a ton. Gas rose to 7 dollars a ton. Corn rose to 9 dollars a ton.",
      "Gas rose to 8 dollars a ton. Corn rose to 10 dollars a ton. Salt rose to 3 dollars a ton.");
  g_autofree char *exchanged =
      describe_sentences ("Smith beat Jones in the second round. Brown beat Green in the first.",
                          "Brown beat Green in the first. Smith beat Jones in the second round.");

  g_assert_cmpstr (shifted, ==, "same same moved-edited");
  g_assert_cmpstr (shifted_and_edited, ==, "edited edited moved-edited");
  g_assert_cmpstr (exchanged, ==, "moved same");
}

/* The same where each entry is a paragraph: one left at the top, one came at the end. */
static void
test_entries_of_a_list_are_told_apart (void)
{
  g_autoptr (VrComparison) comparison =
      compare_lines (REPORT "\nThe price of oil rose to 5 dollars a ton on the market today."
                            "\nThe price of gas rose to 7 dollars a ton on the market today."
                            "\nThe price of corn rose to 9 dollars a ton on the market today."
                            "\nThe price of rice rose to 11 dollars a ton on the market today."
                            "\n" NEXT,
                     REPORT "\nThe price of gas rose to 17 dollars a ton on the market today."
                            "\nThe price of corn rose to 19 dollars a ton on the market today."
                            "\nThe price of rice rose to 21 dollars a ton on the market today."
                            "\nThe price of salt rose to 13 dollars a ton on the market today."
                            "\n" NEXT,
                     NULL, NULL);
  g_autofree char *rows = describe_rows (comparison);

  check_comparison (comparison);
  g_assert_cmpstr (rows, ==,
                   "same 0 0|removed 1 -|edited 2 1|edited 3 2|edited 4 3|added - 4|same 5 5");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare-lists/sentences", test_sentences_of_a_list_are_told_apart);
  g_test_add_func ("/compare-lists/entries", test_entries_of_a_list_are_told_apart);
  return g_test_run ();
}
