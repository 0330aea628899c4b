/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of reasons and decisions in words. */
#include "plan-fixture.h"
#include "vr-closures.h"
#include "vr-explanation.h"
#include "vr-pair-choice.h"

#include <locale.h>

static const guint32 paragraphs[] = { 3, 6, 7 };

static VrRow
make_row (guint32 n_old, guint32 n_new)
{
  static const float none[VR_ALIGN_N_TERMS];

  return (VrRow){ .n_old = n_old,
                  .n_new = n_new,
                  .old_paragraphs = paragraphs,
                  .new_paragraphs = paragraphs + 1,
                  .terms = none };
}

static void
test_a_row_says_which_paragraphs_it_has (void)
{
  static const struct
  {
    guint32 n[VR_N_SIDES];
    const char *expected;
  } cases[] = {
    { { 1, 1 }, "Old article: paragraph 4\nNew article: paragraph 7" },
    { { 1, 2 }, "Old article: paragraph 4\nNew article: paragraphs 7, 8" },
    { { 1, 0 }, "Old article: paragraph 4" },
    { { 0, 2 }, "New article: paragraphs 7, 8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VrRow row = make_row (cases[i].n[VR_SIDE_OLD], cases[i].n[VR_SIDE_NEW]);
      g_autofree char *place = vr_explanation_place (&row);

      g_assert_cmpstr (place, ==, cases[i].expected);
    }
}

static void
test_a_score_is_a_word_and_a_figure (void)
{
  static const struct
  {
    double score;
    const char *word;
    const char *percent;
  } cases[] = {
    { 1, "Sure", "100%" },     { 0.999, "Sure", "99%" }, { 0.7, "Sure", "70%" },
    { 0.63, "Likely", "63%" }, { 0.5, "Likely", "50%" }, { 0.29, "Weak", "29%" },
    { 0, "Weak", "0%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *percent = vr_explanation_percent (cases[i].score);

      g_assert_cmpstr (vr_explanation_sureness (cases[i].score), ==, cases[i].word);
      g_assert_cmpstr (percent, ==, cases[i].percent);
    }
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_what_was_decided_is_a_sentence (void)
{
  VrRow pair = make_row (1, 1);
  VrRow split = make_row (1, 2);

  assert_text (vr_explanation_decision (TRUE, 3, 6), "Paragraphs 4 and 7 belong together");
  assert_text (vr_explanation_decision (FALSE, 3, 6), "Paragraphs 4 and 7 are not the same");
  assert_text (vr_explanation_paired (3, 6), "Paragraphs 4 and 7 are paired now.");
  assert_text (vr_explanation_unpaired (&pair), "Paragraphs 4 and 7 are no longer paired.");
  assert_text (vr_explanation_unpaired (&split), "3 paragraphs are no longer paired.");
  assert_text (vr_explanation_undecided (3, 6),
               "What you decided on paragraphs 4 and 7 was removed.");
  assert_text (vr_explanation_pair (3, 6), "4 and 7");
  assert_text (vr_closure_decided (1), "1 decided by you");
  assert_text (vr_closure_decided (2), "2 decided by you");
}

static void
test_what_spoke_for_and_against_has_a_sign (void)
{
  assert_text (vr_explanation_added (2.34), "+2.3");
  assert_text (vr_explanation_added (-0.41), "−0.4");
  assert_text (vr_explanation_word (2), "In 2 paragraphs of both articles");
  assert_text (vr_explanation_nearest (VR_SIDE_OLD, 11, 0.234),
               "Paragraph 12 of the old article shares 23% of its rare words.");
}

static gboolean
is_found (VrPairChoice *choice, const char *query)
{
  g_autoptr (VrPattern) pattern = vr_pattern_new (query);

  return vr_pair_choice_matches (choice, query, pattern);
}

/* As the search of the articles finds: however quotes and spaces are set. */
static void
test_a_choice_is_found_by_number_and_words (void)
{
  g_autoptr (VrPairChoice) choice =
      vr_pair_choice_new (11, "edited", NULL, "The Ferry of Lindholm\ndidn’t sail");

  g_autoptr (VrPairChoice) near = vr_pair_choice_new (0, "added", "closest match", "Fog");

  g_assert_cmpstr (vr_pair_choice_get_title (choice), ==, "Paragraph 12 · edited");
  g_assert_cmpstr (vr_pair_choice_get_title (near), ==, "Paragraph 1 · added · closest match");
  g_assert_true (is_found (choice, ""));
  g_assert_true (is_found (choice, "12"));
  g_assert_true (is_found (choice, "ferry of"));
  g_assert_true (is_found (choice, "lindholm didn't"));
  g_assert_false (is_found (choice, "1"));
  g_assert_false (is_found (choice, "harbour"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation/place", test_a_row_says_which_paragraphs_it_has);
  g_test_add_func ("/explanation/score", test_a_score_is_a_word_and_a_figure);
  g_test_add_func ("/explanation/decisions", test_what_was_decided_is_a_sentence);
  g_test_add_func ("/explanation/signs", test_what_spoke_for_and_against_has_a_sign);
  g_test_add_func ("/explanation/choice", test_a_choice_is_found_by_number_and_words);
  return g_test_run ();
}
