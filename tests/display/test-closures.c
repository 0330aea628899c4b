/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says, by tables: values in, words out. */
#include "vr-closures.h"
#include "vr-role-words.h"
#include "vr-report-sign.h"

#include <locale.h>
#include <string.h>

static void
test_signs (void)
{
  g_assert_cmpstr (vr_report_get_sign (VR_ROW_SAME, 0), ==, "");
  g_assert_cmpstr (vr_report_get_sign (VR_ROW_EDITED, 0), ==, "~");
  g_assert_cmpstr (vr_report_get_sign (VR_ROW_ADDED, 0), ==, "+");
  g_assert_cmpstr (vr_report_get_sign (VR_ROW_REMOVED, 0), ==, "−");
  g_assert_cmpstr (vr_report_get_sign (VR_ROW_MOVED, 3), ==, "↓");
  g_assert_cmpstr (vr_report_get_sign (VR_ROW_MOVED_EDITED, -3), ==, "↑");
  g_assert_cmpstr (vr_report_get_sign (VR_ROW_SPLIT, 0), ==, "Y");
  g_assert_cmpstr (vr_report_get_sign (VR_ROW_MERGED, 1), ==, "λ");
  g_assert_cmpstr (vr_report_get_sign (VR_ROW_RECAST, 0), ==, "X");
}

static void
test_summaries (void)
{
  VrSummary none = { .limited = FALSE };
  VrSummary all = { .n_rows = { 20, 1, 1, 2, 3, 4, 5, 42, 6 }, .n_quiet = { 7, 1, 2, 3 } };
  g_autofree char *nothing = vr_closure_summary (&none);
  g_autofree char *everything = vr_closure_summary (&all);
  g_autofree char *quiet = vr_closure_quiet (13);

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (everything, ==,
                   "20\302\240the\302\240same\302\240· 1\302\240edited\302\240· "
                   "1\302\240moved\302\240· 2\302\240moved\302\240and\302\240edited\302\240· "
                   "3\302\240split\302\240· 4\302\240merged\302\240· 5\302\240recast\302\240· "
                   "42\302\240added\302\240· 6\302\240removed");
  g_assert_cmpstr (quiet, ==, "13 quiet");
}

/* What stands below the title of a telephone's window. */
static void
test_brief_headlines (void)
{
  static const struct
  {
    VrHeadline headline;
    const char *words;
    const char *figures;
  } cases[] = {
    { { .n_rows = 0 }, "Both empty", "Both empty" },
    { { .n_rows = 36, .n_old = 16, .n_changed = 10, .n_added = 20 }, "10 of 16 changed", "10/16" },
    { { .n_rows = 1, .n_old = 1, .n_changed = 1 }, "1 of 1 changed", "1/1" },
    { { .n_rows = 18, .n_old = 16, .n_added = 2 }, "2 added", "2 added" },
    { { .n_rows = 16, .n_old = 16 }, "No difference", "No difference" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = vr_closure_brief_headline (&cases[i].headline);
      g_autofree char *figures = vr_closure_headline_figures (&cases[i].headline);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (figures, ==, cases[i].figures);
    }
}

static void
test_folds (void)
{
  static const struct
  {
    guint n, n_changed, n_furniture;
    const char *words;
  } cases[] = {
    { 1, 0, 0, "1 paragraph the same" },
    { 12, 0, 0, "12 paragraphs the same" },
    { 1, 1, 0, "1 other change" },
    { 3, 3, 0, "3 other changes" },
    { 12, 1, 0, "12 paragraphs, 1 of them changed" },
    { 0, 0, 1, "1 line of page furniture" },
    { 0, 0, 9, "9 lines of page furniture" },
    { 3, 0, 9, "3 paragraphs the same, 9 lines of page furniture" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words =
          vr_closure_fold (cases[i].n, cases[i].n_changed, cases[i].n_furniture);
      g_autofree char *shown = vr_closure_fold_label (words, TRUE);
      g_autofree char *hidden = vr_closure_fold_label (words, FALSE);

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_true (g_str_has_suffix (shown, ", shown"));
      g_assert_true (g_str_has_suffix (hidden, ", hidden"));
    }
}

static void
test_moved_sentences (void)
{
  g_autofree char *gone = vr_closure_moved_sentence (7, TRUE);
  g_autofree char *come = vr_closure_moved_sentence (3, FALSE);
  g_autofree char *inside = vr_closure_moved_sentence (0, TRUE);

  g_assert_cmpstr (gone, ==, "This sentence moved to paragraph 7");
  g_assert_cmpstr (come, ==, "This sentence came from paragraph 3");
  g_assert_cmpstr (inside, ==, "This sentence moved to another place in the paragraph");
}

static void
test_positions (void)
{
  static const struct
  {
    guint current, n;
    const char *label;
  } cases[] = {
    { 0, 0, "No changes" },
    { 0, 1, "1 change" },
    { 0, 12, "12 changes" },
    { 3, 12, "3 of 12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = vr_closure_position (cases[i].current, cases[i].n);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_sides (void)
{
  g_autofree char *clean = vr_closure_side ("cnn.txt", "UTF-8", 0);
  g_autofree char *replaced = vr_closure_side ("cnn.txt", "UTF-8", 2);
  g_autofree char *unnamed = vr_closure_side (NULL, "UTF-8", 0);
  g_autofree char *unnamed_replaced = vr_closure_side (NULL, "UTF-8", 1);

  g_assert_cmpstr (clean, ==, "cnn.txt · UTF-8");
  g_assert_cmpstr (replaced, ==, "cnn.txt · UTF-8 · 2 unreadable bytes");
  g_assert_cmpstr (unnamed, ==, "UTF-8");
  g_assert_cmpstr (unnamed_replaced, ==, "UTF-8 · 1 unreadable byte");
}

static void
test_dates (void)
{
  static const char *const cases[][2] = {
    { "2014-04-16", "16 April 2014" },
    { "2014-04-16T16:23:00-04:00", "16 April 2014, 16:23" },
    { "2014-04", "2014-04" },
    { "last week", "last week" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = vr_role_words_dup_date (cases[i][0]);

      g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/closures/each-kind-has-its-sign", test_signs);
  g_test_add_func ("/closures/dates-are-written-as-people-do", test_dates);
  g_test_add_func ("/closures/a-fold-counts-what-it-hides", test_folds);
  g_test_add_func ("/closures/moved-sentences-say-where-the-other-end-is", test_moved_sentences);
  g_test_add_func ("/closures/the-summary-counts-each-kind", test_summaries);
  g_test_add_func ("/closures/a-narrow-window-has-a-brief-headline", test_brief_headlines);
  g_test_add_func ("/closures/the-bar-says-which-change", test_positions);
  g_test_add_func ("/closures/a-side-says-what-file-it-is", test_sides);

  return g_test_run ();
}
