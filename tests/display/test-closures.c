/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says, by tables: values in, words out. */
#include "vr-closures.h"

#include <locale.h>
#include <string.h>

static void
test_signs (void)
{
  g_assert_cmpstr (vr_closure_sign (VR_ROW_SAME, FALSE, 0), ==, "");
  g_assert_cmpstr (vr_closure_sign (VR_ROW_EDITED, FALSE, 0), ==, "~");
  g_assert_cmpstr (vr_closure_sign (VR_ROW_ADDED, FALSE, 0), ==, "+");
  g_assert_cmpstr (vr_closure_sign (VR_ROW_REMOVED, FALSE, 0), ==, "−");
  g_assert_cmpstr (vr_closure_sign (VR_ROW_MOVED, TRUE, 3), ==, "↓");
  g_assert_cmpstr (vr_closure_sign (VR_ROW_MOVED_EDITED, TRUE, -3), ==, "↑");
  g_assert_cmpstr (vr_closure_sign (VR_ROW_SPLIT, FALSE, 0), ==, "Y");
  g_assert_cmpstr (vr_closure_sign (VR_ROW_MERGED, TRUE, 1), ==, "λ");
  g_assert_cmpstr (vr_closure_sign (VR_ROW_RECAST, FALSE, 0), ==, "X");
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
                   "20 the same · 1 edited · 1 moved · 2 moved and edited · 3 split · 4 merged · "
                   "5 recast · 42 added · 6 removed");
  g_assert_cmpstr (quiet, ==, "13 quiet");
}

static void
test_folds (void)
{
  static const struct
  {
    guint n, n_changed;
    const char *words;
  } cases[] = {
    { 1, 0, "1 paragraph the same" },
    { 12, 0, "12 paragraphs the same" },
    { 1, 1, "1 other change" },
    { 3, 3, "3 other changes" },
    { 12, 1, "12 paragraphs, 1 of them changed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = vr_closure_fold (cases[i].n, cases[i].n_changed);
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
  g_autofree char *spoken = vr_closure_spoken_words (VR_PIECE_DELETE, TRUE, 7, "He agreed.");
  g_autofree char *removed = vr_closure_spoken_words (VR_PIECE_DELETE, FALSE, 0, "not");
  g_autofree char *fate = vr_closure_moved_sentences ("edited", 2);

  g_assert_cmpstr (gone, ==, "This sentence moved to paragraph 7");
  g_assert_cmpstr (come, ==, "This sentence came from paragraph 3");
  g_assert_cmpstr (inside, ==, "This sentence moved to another place in the paragraph");
  g_assert_cmpstr (spoken, ==, "moved to paragraph 7 “He agreed.”");
  g_assert_cmpstr (removed, ==, "removed “not”");
  g_assert_cmpstr (fate, ==, "edited, 2 sentences moved");
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
test_excerpts (void)
{
  static const struct
  {
    const char *text;
    const char *excerpt;
  } cases[] = {
    { "", "" },
    { "Short.", "Short." },
    { "But it is their professionalism, not personal interests", "But it is their …" },
    { "“It seems both Kerry and Lavrov prefer the old school”", "It seems both Kerry …" },
    { "\"Yes,\" she said.", "Yes,\" she said." },
    { "One two three four five six seven, eight", "One two three four …" },
    { "Donaudampfschifffahrtsgesellschaftskapitän", "Donaudampfschifffahrtsgesellscha …" },
    { "港は町よりも早く目を覚ます。魚市場の上をカモメが舞い",
      "港は町よりも早く目を覚ます。魚市 …" },
    { "أعلنت رئيسة البلدية يوم الاثنين", "\u2068أعلنت رئيسة البلدية يوم …\u2069" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *excerpt =
          vr_closure_excerpt ((VrSlice){ cases[i].text, strlen (cases[i].text) });

      g_assert_cmpstr (excerpt, ==, cases[i].excerpt);
    }
}

static void
test_excerpt_of_anything (void)
{
  for (guint round = 0; round < 5000; round++)
    {
      char text[400];
      guint n = g_test_rand_int_range (0, sizeof text);
      GString *valid = g_string_new (NULL);

      while (valid->len < n)
        g_string_append_unichar (valid, g_test_rand_int_range (1, 0xd7ff));
      {
        g_autofree char *excerpt = vr_closure_excerpt ((VrSlice){ valid->str, valid->len });

        g_assert_true (g_utf8_validate (excerpt, -1, NULL));
        g_assert_cmpint (g_utf8_strlen (excerpt, -1), <=, 300);
      }
      g_string_free (valid, TRUE);
    }
}

static void
test_moves (void)
{
  static const struct
  {
    int by;
    const char *after;
    const char *to;
    const char *from;
  } cases[] = {
    { 6, "But it …", "Moved down 6 places, after “But it …”",
      "Moved down 6 places, was after “But it …”" },
    { 1, "A", "Moved down 1 place, after “A”", "Moved down 1 place, was after “A”" },
    { -2, "A", "Moved up 2 places, after “A”", "Moved up 2 places, was after “A”" },
    { 0, "A", "Moved after “A”", "Moved, was after “A”" },
    { -3, NULL, "Moved up 3 places, to the top", "Moved down 3 places, from the top" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *to = vr_closure_moved_to (cases[i].by, cases[i].after);
      g_autofree char *from = vr_closure_moved_from (cases[i].by, cases[i].after);

      g_assert_cmpstr (to, ==, cases[i].to);
      g_assert_cmpstr (from, ==, cases[i].from);
    }
}

static void
test_fates (void)
{
  static const struct
  {
    VrRow row;
    int by;
    guint n_removed, n_added;
    const char *fate;
  } cases[] = {
    { { .kind = VR_ROW_SAME, .n_old = 1, .n_new = 1 }, 0, 0, 0, "the same" },
    { { .kind = VR_ROW_SAME, .n_old = 1, .n_new = 1, .quiet = VR_QUIET_TYPOGRAPHIC },
      0,
      0,
      0,
      "the same but for typography" },
    { { .kind = VR_ROW_SAME, .n_old = 1, .n_new = 1, .quiet = VR_QUIET_SPACE },
      0,
      0,
      0,
      "the same but for spaces" },
    { { .kind = VR_ROW_EDITED, .n_old = 1, .n_new = 1 }, 0, 1, 3, "edited, 3 words changed" },
    { { .kind = VR_ROW_EDITED, .n_old = 1, .n_new = 1 }, 0, 1, 0, "edited, 1 word removed" },
    { { .kind = VR_ROW_EDITED, .n_old = 1, .n_new = 1 }, 0, 0, 2, "edited, 2 words added" },
    { { .kind = VR_ROW_MOVED, .moved = TRUE, .n_old = 1, .n_new = 1 },
      6,
      0,
      0,
      "moved down 6 places" },
    { { .kind = VR_ROW_MOVED_EDITED, .moved = TRUE, .n_old = 1, .n_new = 1 },
      -1,
      3,
      3,
      "moved up 1 place, 3 words changed" },
    { { .kind = VR_ROW_SPLIT, .n_old = 1, .n_new = 3 }, 0, 0, 0, "split into 3 paragraphs" },
    { { .kind = VR_ROW_MERGED, .moved = TRUE, .n_old = 2, .n_new = 1 },
      4,
      0,
      1,
      "merged from 2 paragraphs, moved down 4 places, 1 word added" },
    { { .kind = VR_ROW_RECAST, .n_old = 2, .n_new = 3 }, 0, 0, 0, "recast, 2 paragraphs as 3" },
    { { .kind = VR_ROW_ADDED, .n_new = 1 }, 0, 0, 9, "added" },
    { { .kind = VR_ROW_REMOVED, .n_old = 1 }, 0, 9, 0, "removed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fate =
          vr_closure_fate (&cases[i].row, cases[i].by, cases[i].n_removed, cases[i].n_added);

      g_assert_cmpstr (fate, ==, cases[i].fate);
    }
}

static void
test_labels (void)
{
  g_autofree char *plain = vr_closure_row_label (4, "moved down 6 places", NULL, "Lavrov, 64, …");
  g_autofree char *edited =
      vr_closure_row_label (2, "edited, 1 word changed", "added “a”", "As Vladimir …");
  g_autofree char *clean = vr_closure_side ("cnn.txt", "UTF-8", 0);
  g_autofree char *replaced = vr_closure_side ("cnn.txt", "UTF-8", 2);

  g_assert_cmpstr (plain, ==, "Paragraph 4, moved down 6 places: Lavrov, 64, …");
  g_assert_cmpstr (edited, ==, "Paragraph 2, edited, 1 word changed (added “a”): As Vladimir …");
  g_assert_cmpstr (clean, ==, "cnn.txt · UTF-8");
  g_assert_cmpstr (replaced, ==, "cnn.txt · UTF-8 · 2 unreadable bytes");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/closures/each-kind-has-its-sign", test_signs);
  g_test_add_func ("/closures/a-fold-counts-what-it-hides", test_folds);
  g_test_add_func ("/closures/moved-sentences-say-where-the-other-end-is", test_moved_sentences);
  g_test_add_func ("/closures/the-summary-counts-each-kind", test_summaries);
  g_test_add_func ("/closures/the-bar-says-which-change", test_positions);
  g_test_add_func ("/closures/an-excerpt-names-a-paragraph", test_excerpts);
  g_test_add_func ("/closures/an-excerpt-of-anything-is-text", test_excerpt_of_anything);
  g_test_add_func ("/closures/a-moved-paragraph-says-where", test_moves);
  g_test_add_func ("/closures/a-fate-is-said-in-words", test_fates);
  g_test_add_func ("/closures/labels-for-assistive-technology", test_labels);

  return g_test_run ();
}
