/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the words that two paragraphs share, and of what a score is called. */
#include "check-comparison.h"
#include "vr-sureness.h"
#include "vr-word-index.h"

#define OLD                                                                                        \
  "The ferry of Lindholm waits for the tide, and the skipper waits for the ferry.\n"               \
  "The council of Lindholm has measured the eastern basin with a brass astrolabe.\n"               \
  "A diver remembers the winter storm and the broken chain of the old harbour."
#define NEW                                                                                        \
  "The ferry of Lindholm waits for the tide, and its skipper waits for the ferry.\n"               \
  "With a Brass astrolabe the council of Lindholm has at last measured the western basin.\n"       \
  "Shares in two shipping lines rose by a tenth on Friday."

static char *
describe_words (GArray *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const VrSharedWord *word = &g_array_index (words, VrSharedWord, i);

      g_string_append_printf (text, "%.*s:%u ", (int)word->text.n_bytes, word->text.text,
                              word->n_paragraphs);
    }

  return g_string_free (text, FALSE);
}

static void
assert_shared (VrWordIndex *index, guint row_index, guint max, const char *expected)
{
  VrRow row = vr_comparison_get_row (vr_word_index_get_comparison (index), row_index);
  g_autoptr (GArray) words = vr_word_index_find_shared (index, &row, max);
  g_autofree char *described = describe_words (words);

  g_assert_cmpstr (described, ==, expected);
}

static void
test_the_rarest_shared_words_come_first (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD, NEW, NULL, NULL);
  g_autoptr (VrWordIndex) index = vr_word_index_new (comparison);
  g_autofree char *rows = describe_rows (comparison);

  g_assert_cmpstr (rows, ==, "edited 0 0|edited 1 1|removed 2 -|added - 2");
  assert_shared (index, 1, 8, "Brass:2 astrolabe:2 council:2 measured:2 basin:2 Lindholm:4 ");
  assert_shared (index, 1, 2, "Brass:2 astrolabe:2 ");
  assert_shared (index, 2, 8, "");
  assert_shared (index, 3, 8, "");
}

static void
test_likeness_is_of_the_words_that_tell (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD, NEW, NULL, NULL);
  g_autoptr (VrWordIndex) index = vr_word_index_new (comparison);
  float likeness[3];

  g_assert_cmpfloat (vr_word_index_get_likeness (index, 0, 0), >, 0.9);
  g_assert_cmpfloat (vr_word_index_get_likeness (index, 1, 1), >, 0.6);
  g_assert_cmpfloat (vr_word_index_get_likeness (index, 0, 1), <, 0.2);
  g_assert_cmpfloat (vr_word_index_get_likeness (index, 0, 2), ==, 0);

  vr_word_index_measure (index, VR_SIDE_NEW, 1, likeness);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (likeness[i], vr_word_index_get_likeness (index, i, 1), 1e-6);
}

static void
test_a_paragraph_is_like_itself (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD, OLD, NULL, NULL);
  g_autoptr (VrWordIndex) index = vr_word_index_new (comparison);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (vr_word_index_get_likeness (index, i, i), 1, 1e-6);
}

static void
test_articles_without_words_share_nothing (void)
{
  g_autoptr (VrComparison) comparison = compare_lines ("***", "", NULL, NULL);
  g_autoptr (VrWordIndex) index = vr_word_index_new (comparison);

  assert_shared (index, 0, 8, "");
}

/* What the engine paired in order is at least likely; what it moved is sure. */
static void
test_a_score_is_called_by_the_threshold_it_passed (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD, NEW, NULL, NULL);

  g_assert_cmpint (vr_sureness_of (vr_comparison_get_row (comparison, 1).score), >=,
                   VR_SURENESS_LIKELY);
  g_assert_cmpint (vr_sureness_of (1), ==, VR_SURENESS_SURE);
  g_assert_cmpint (vr_sureness_of (0.66), ==, VR_SURENESS_SURE);
  g_assert_cmpint (vr_sureness_of (0.6), ==, VR_SURENESS_LIKELY);
  g_assert_cmpint (vr_sureness_of (0.49), ==, VR_SURENESS_WEAK);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-index/rarest-first", test_the_rarest_shared_words_come_first);
  g_test_add_func ("/word-index/likeness", test_likeness_is_of_the_words_that_tell);
  g_test_add_func ("/word-index/itself", test_a_paragraph_is_like_itself);
  g_test_add_func ("/word-index/no-words", test_articles_without_words_share_nothing);
  g_test_add_func ("/word-index/sureness", test_a_score_is_called_by_the_threshold_it_passed);
  return g_test_run ();
}
