/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a view leaves out: every place stands once, as a row or in a fold, and folds open. */
#include "plan-fixture.h"
#include "vr-compare.h"
#include "vr-row-heights.h"
#include "vr-row-text.h"
#include "vr-row-words.h"

#include <locale.h>
#include <pango/pangocairo.h>
#include <string.h>

static const VrPairFilter changed = { .show = VR_PAIR_CHANGED };

static VrPairPlan *
make_whole (guint n)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;

  fixture_pair (n, &old_text, &new_text);

  return fixture_plan (old_text, new_text);
}

static void
assert_folded (const VrPairPlan *plan, guint position, guint n_rows, guint n_changed)
{
  guint n;
  guint n_of_them;
  guint n_furniture;

  vr_pair_plan_count_folded (plan, position, &n, &n_of_them, &n_furniture);
  g_assert_cmpuint (n, ==, n_rows);
  g_assert_cmpuint (n_furniture, ==, 0);
  g_assert_cmpuint (n_of_them, ==, n_changed);
}

/* Every place of the comparison stands once, in order; a fold is as long as it can be. */
static void
assert_whole (const VrPairPlan *plan)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (plan);
  guint n_places = vr_comparison_get_n_places (comparison);
  guint next = 0;
  guint fold_end = 0;

  for (guint i = 0; i < vr_pair_plan_get_n (plan); i++)
    {
      const VrPair *pair = vr_pair_plan_peek (plan, i);
      guint n_folded = vr_pair_plan_get_fold (plan, i);
      gboolean is_changed =
          vr_comparison_get_row (comparison, vr_pair_plan_get_row_index (plan, i)).kind
          != VR_ROW_SAME;

      if (n_folded > 0)
        {
          g_assert_cmpuint (pair->place, ==, next);
          g_assert_cmpuint (next, >=, fold_end);
          assert_folded (plan, i, n_folded, 0);
          fold_end = pair->place + n_folded;
          g_assert_cmpuint (fold_end, <=, n_places);
          if (!vr_pair_plan_is_open (plan, i))
            next = fold_end;
          for (guint place = pair->place; place < fold_end; place++)
            g_assert_cmpuint (vr_pair_plan_find_place (plan, place), >=, i);
          continue;
        }
      g_assert_cmpuint (pair->place, ==, vr_pair_plan_is_first (plan, i) ? next++ : next - 1);
      g_assert_cmpint (is_changed, ==, pair->place >= fold_end);
      if (vr_pair_plan_is_first (plan, i))
        g_assert_cmpuint (vr_pair_plan_find_place (plan, pair->place), ==, i);
    }
  g_assert_cmpuint (next, ==, n_places);
}

/* A fold, or G_MAXUINT. */
static guint
find_fold (const VrPairPlan *plan, guint from)
{
  for (guint i = from; i < vr_pair_plan_get_n (plan); i++)
    if (vr_pair_plan_get_fold (plan, i) > 0)
      return i;

  return G_MAXUINT;
}

static void
test_places (void)
{
  g_autoptr (VrPairPlan) whole = make_whole (40);
  g_autoptr (VrPairPlan) plan = vr_pair_plan_new_filtered (whole, &changed);
  guint moved = fixture_find (plan, VR_ROW_MOVED, FALSE);
  guint reference = fixture_find (plan, VR_ROW_MOVED, TRUE);
  guint n = vr_pair_plan_get_n_changes (plan);

  assert_whole (plan);
  g_assert_cmpuint (vr_pair_plan_get_n (plan), <, vr_pair_plan_get_n (whole));
  g_assert_cmpuint (n, ==, vr_pair_plan_get_n_changes (whole));
  for (guint i = 0; i < n; i++)
    {
      guint position = vr_pair_plan_get_change (plan, i);

      g_assert_true (vr_pair_plan_is_change (plan, position));
      g_assert_cmpuint (vr_pair_plan_find_counterpart (plan, position, whole), ==,
                        vr_pair_plan_get_change (whole, i));
    }
  g_assert_cmpuint (vr_pair_plan_find_partner (plan, moved), ==, reference);
  g_assert_cmpuint (vr_pair_plan_find_partner (plan, reference), ==, moved);
}

static void
test_folds_open_and_close (void)
{
  g_autoptr (VrPairPlan) whole = make_whole (40);
  g_autoptr (VrPairPlan) plan = vr_pair_plan_new_filtered (whole, &changed);
  guint first = find_fold (plan, 0);
  guint second = find_fold (plan, first + 1);
  guint n_folded = vr_pair_plan_get_fold (plan, second);
  guint hidden = vr_pair_plan_peek (plan, second)->place + n_folded - 1;
  g_autoptr (VrPairPlan) open = vr_pair_plan_new_toggled (plan, second);
  g_autoptr (VrPairPlan) both = vr_pair_plan_new_toggled (open, first);
  g_autoptr (VrPairPlan) one = vr_pair_plan_new_toggled (both, first);
  g_autoptr (VrPairPlan) closed = vr_pair_plan_new_toggled (one, second);

  g_assert_cmpuint (vr_pair_plan_find_place (plan, hidden), ==, second);
  g_assert_false (vr_pair_plan_is_open (plan, second));
  g_assert_true (vr_pair_plan_is_open (open, second));
  g_assert_cmpuint (vr_pair_plan_get_fold (open, second), ==, n_folded);
  g_assert_cmpuint (vr_pair_plan_find_place (open, hidden), ==, second + n_folded);
  g_assert_cmpuint (vr_pair_plan_get_n (open), ==, vr_pair_plan_get_n (plan) + n_folded);
  g_assert_cmpuint (vr_pair_plan_get_n (one), ==, vr_pair_plan_get_n (open));
  g_assert_cmpuint (vr_pair_plan_get_n (closed), ==, vr_pair_plan_get_n (plan));
  /* A fold stays where it is, and a row that was hidden comes back to its fold. */
  g_assert_cmpuint (vr_pair_plan_find_counterpart (plan, second, open), ==, second);
  g_assert_cmpuint (vr_pair_plan_find_counterpart (open, second + 1, plan), ==, second);
  assert_whole (open);
  assert_whole (both);
  assert_whole (one);
  assert_whole (closed);
}

static void
test_all (void)
{
  g_autoptr (VrPairPlan) whole = make_whole (12);
  g_autoptr (VrPairPlan) some = vr_pair_plan_new_filtered (whole, &changed);
  const VrPairFilter all = VR_PAIR_FILTER_ALL;
  const VrPairFilter same = { .show = G_MAXUINT32, .hide = VR_PAIR_CHANGED };
  g_autoptr (VrPairPlan) again = vr_pair_plan_new_filtered (some, &all);
  g_autoptr (VrPairPlan) equal = vr_pair_plan_new_filtered (some, &same);
  guint fold = find_fold (equal, 0);

  g_assert_true (again == whole);
  g_assert_cmpuint (vr_pair_plan_get_n_changes (equal), ==, 0);
  assert_folded (equal, fold, vr_pair_plan_get_fold (equal, fold),
                 vr_pair_plan_get_fold (equal, fold));
}

/* One that moved stands in two places and is one paragraph. */
static void
test_moved_counts_once (void)
{
  g_autoptr (VrPairPlan) whole = make_whole (12);
  VrComparison *comparison = vr_pair_plan_get_comparison (whole);
  const VrPairFilter critical = { .show = VR_PAIR_CRITICAL };
  g_autoptr (VrPairPlan) plan = vr_pair_plan_new_filtered (whole, &critical);
  guint n_rows = vr_comparison_get_n_rows (comparison);
  guint n_changed = 0;

  for (guint i = 0; i < n_rows; i++)
    n_changed += vr_comparison_is_change (comparison, i);
  g_assert_cmpuint (vr_pair_plan_get_n (plan), ==, 1);
  g_assert_cmpuint (vr_pair_plan_get_fold (plan, 0), >, n_rows);
  assert_folded (plan, 0, n_rows, n_changed);
}

/* An article as it was copied from its page, with what stands around it there. */
#define PLAIN                                                                                      \
  "The old harbour bridge closes to traffic in May for repairs.\n"                                 \
  "Mayor Edda Brandt said that the quay would be rebuilt by spring.\n"
#define COPIED                                                                                     \
  "The old harbour bridge closes to traffic in May for repairs.\n"                                 \
  "READ MORE: Ferry fares to rise\n"                                                               \
  "Share on Facebook\n"                                                                            \
  "Mayor Edda Brandt said that the quay would be rebuilt by spring.\n"

static VrPairPlan *
make_copied (void)
{
  g_autoptr (VrPairPlan) plain = fixture_plan (PLAIN, COPIED);
  VrComparison *comparison = vr_pair_plan_get_comparison (plain);
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  const VrOptions options = VR_OPTIONS_INIT;
  g_autoptr (VrComparison) decided = NULL;

  vr_overrides_set_role (overrides, VR_SIDE_NEW, 1, VR_ROLE_RELATED);
  vr_overrides_set_role (overrides, VR_SIDE_NEW, 2, VR_ROLE_NAV);
  decided = vr_compare (vr_comparison_get_article (comparison, VR_SIDE_OLD),
                        vr_comparison_get_article (comparison, VR_SIDE_NEW), &options, overrides,
                        NULL, NULL, NULL);

  return vr_pair_plan_new (decided);
}

/* In every view furniture stands in folds, which count it apart from paragraphs. */
static void
test_furniture (void)
{
  g_autoptr (VrPairPlan) whole = make_copied ();
  const VrPairFilter all = VR_PAIR_FILTER_ALL;
  const VrPairFilter changes = { .show = VR_PAIR_CHANGED, .hide = VR_PAIR_FURNITURE };
  g_autoptr (VrPairPlan) plan = vr_pair_plan_new_filtered (whole, &all);
  g_autoptr (VrPairPlan) open = vr_pair_plan_new_toggled (plan, 1);
  g_autoptr (VrPairPlan) few = vr_pair_plan_new_filtered (whole, &changes);
  guint n_rows, n_changed, n_furniture;

  g_assert_cmpuint (vr_pair_plan_get_n (plan), ==, 3);
  vr_pair_plan_count_folded (plan, 1, &n_rows, &n_changed, &n_furniture);
  g_assert_cmpuint (n_rows, ==, 0);
  g_assert_cmpuint (n_furniture, ==, 2);
  g_assert_cmpuint (vr_pair_plan_get_n_changes (plan), ==, 0);
  g_assert_false (vr_pair_plan_is_furniture (plan, 1));

  g_assert_cmpuint (vr_pair_plan_get_n (open), ==, 5);
  g_assert_true (vr_pair_plan_is_furniture (open, 2));
  g_assert_true (vr_pair_plan_is_furniture (open, 3));
  g_assert_false (vr_pair_plan_is_furniture (open, 4));
  g_assert_cmpint (vr_pair_plan_get_role (open, 2, VR_SIDE_OLD), ==, VR_ROLE_RELATED);

  /* One fold for all that is left out, however it alternates. */
  g_assert_cmpuint (vr_pair_plan_get_n (few), ==, 1);
  vr_pair_plan_count_folded (few, 0, &n_rows, &n_changed, &n_furniture);
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_cmpuint (n_changed, ==, 0);
  g_assert_cmpuint (n_furniture, ==, 2);
}

/* Parts of a long paragraph are shown all or not at all. */
static void
test_long_paragraphs (void)
{
  g_autoptr (GString) longer = g_string_new ("The bell of the old steamer rang.");
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autoptr (VrPairPlan) whole = NULL;
  g_autoptr (VrPairPlan) plan = NULL;
  g_autoptr (VrPairPlan) open = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (longer, " Sentence %u tells of the harbour and of the sea.", i);
  old_text = g_strconcat (longer->str, "\nMonday was fine for all of us.\n", NULL);
  new_text = g_strconcat (longer->str, "\nTuesday was fine for all of us.\n", NULL);
  whole = fixture_plan (old_text, new_text);
  plan = vr_pair_plan_new_filtered (whole, &changed);
  open = vr_pair_plan_new_toggled (plan, 0);

  g_assert_cmpuint (vr_pair_plan_get_n (whole), >, 4);
  g_assert_cmpuint (vr_pair_plan_get_n (plan), ==, 2);
  g_assert_cmpuint (vr_pair_plan_get_fold (plan, 0), ==, 1);
  g_assert_cmpuint (vr_pair_plan_get_n (open), ==, vr_pair_plan_get_n (whole) + 1);
  g_assert_cmpuint (vr_pair_plan_find_counterpart (whole, 3, open), ==, 4);
  g_assert_cmpuint (vr_pair_plan_find_counterpart (open, 4, whole), ==, 3);
}

static void
test_critical (void)
{
  const VrPairFilter critical = { .show = VR_PAIR_CRITICAL };
  g_autoptr (VrPairPlan) whole = fixture_plan (
      "The bridge will cost $48.5m in all.\nNobody was hurt on Monday.\nIt rained all day.\n",
      "The bridge will cost $485m in all.\nNobody was hurt on Tuesday.\nIt rained all day.\n");
  g_autoptr (VrPairPlan) plan = vr_pair_plan_new_filtered (whole, &critical);
  g_autofree char *note = vr_row_words_dup_note (plan, 1);
  g_autofree char *label = vr_row_words_dup_label (plan, 0);
  g_autoptr (VrRowText) text = vr_row_text_new (plan, 0, VR_ROW_VIEW_INLINE);

  g_assert_cmpuint (vr_pair_plan_get_n (plan), ==, 2);
  g_assert_cmpuint (vr_pair_plan_get_n_changes (plan), ==, 1);
  g_assert_cmpuint (vr_pair_plan_get_fold (plan, 1), ==, 2);
  g_assert_cmpstr (note, ==, "2 paragraphs, 1 of them changed");
  g_assert_nonnull (strstr (label, "; critical: "));
  g_assert_cmpuint (text->marks->len, ==, 2);
  for (guint i = 0; i < text->marks->len; i++)
    g_assert_true (g_array_index (text->marks, VrMark, i).is_critical);
}

static void
test_words (void)
{
  g_autoptr (VrPairPlan) whole = make_whole (40);
  g_autoptr (VrPairPlan) plan = vr_pair_plan_new_filtered (whole, &changed);
  guint fold = find_fold (plan, 1 + find_fold (plan, 0));
  g_autoptr (VrPairPlan) open = vr_pair_plan_new_toggled (plan, fold);
  g_autofree char *expected =
      g_strdup_printf ("%u paragraphs the same", vr_pair_plan_get_fold (plan, fold));
  g_autofree char *note = vr_row_words_dup_note (plan, fold);
  g_autofree char *hidden = vr_row_words_dup_label (plan, fold);
  g_autofree char *shown = vr_row_words_dup_label (open, fold);

  if (vr_pair_plan_get_fold (plan, fold) == 1)
    expected[strlen ("1 paragraph")] = '\0';
  g_assert_true (g_str_has_prefix (note, expected));
  g_assert_true (g_str_has_prefix (hidden, note));
  g_assert_true (g_str_has_suffix (hidden, ", hidden"));
  g_assert_true (g_str_has_suffix (shown, ", shown"));
}

/* What was measured is not measured again, whatever was hidden in between. */
static void
test_heights (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (VrPairPlan) whole = make_whole (40);
  g_autoptr (VrPairPlan) plan = vr_pair_plan_new_filtered (whole, &changed);
  g_autoptr (VrPairPlan) open = vr_pair_plan_new_toggled (plan, find_fold (plan, 0));
  g_autoptr (VrRowHeights) heights = vr_row_heights_new (context);
  guint row = fixture_find (whole, VR_ROW_EDITED, FALSE);

  g_object_unref (context);
  vr_row_heights_set_plan (heights, whole);
  vr_row_heights_get (heights, 0, 900);
  vr_row_heights_put (heights, 0, 111);
  vr_row_heights_put (heights, row, 222);
  vr_row_heights_set_plan (heights, plan);
  g_assert_cmpint (vr_row_heights_get (heights, fixture_find (plan, VR_ROW_EDITED, FALSE), 900), ==,
                   222);
  vr_row_heights_set_plan (heights, open);
  g_assert_cmpint (vr_row_heights_get (heights, 1, 900), ==, 111);
  vr_row_heights_set_inline (heights, TRUE);
  g_assert_cmpint (vr_row_heights_get (heights, 1, 900), !=, 111);
  g_assert_true (vr_row_heights_get_geometry (heights, 900).is_inline);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair-filter/furniture-stands-in-folds", test_furniture);
  g_test_add_func ("/pair-filter/one-that-moved-counts-once", test_moved_counts_once);
  g_test_add_func ("/pair-filter/every-place-is-a-row-or-in-a-fold", test_places);
  g_test_add_func ("/pair-filter/folds-open-and-close", test_folds_open_and_close);
  g_test_add_func ("/pair-filter/all-and-none", test_all);
  g_test_add_func ("/pair-filter/parts-of-a-paragraph-stay-together", test_long_paragraphs);
  g_test_add_func ("/pair-filter/what-is-critical-stands-alone", test_critical);
  g_test_add_func ("/pair-filter/a-fold-says-what-it-hides", test_words);
  g_test_add_func ("/pair-filter/heights-go-with-their-rows", test_heights);

  return g_test_run ();
}
