/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window on a display: opening, stepping, following, errors, widths, and that it goes away. */
#include "vr-pair-row.h"
#include "window-fixture.h"

static void
test_start (void)
{
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);

  vr_window_present_soon (window);
  fixture_wait_ms (100);
  g_assert_cmpstr (vr_window_get_state (window), ==, "start");
  g_assert_false (fixture_is_enabled (window, "next-change"));
  g_assert_false (fixture_is_enabled (window, "compare-again"));
  g_assert_true (fixture_is_enabled (window, "open"));
  fixture_close_window (window);
}

static void
test_steps (void)
{
  VrWindow *window = fixture_open_pair (120, 1180);
  VrComparePage *page = vr_window_get_compare_page (window);
  VrPairPlan *plan = vr_compare_page_get_plan (page);
  guint n = vr_pair_plan_get_n_changes (plan);

  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (fixture_label_of (window, "position"), ==, "4 changes");
  g_assert_false (fixture_is_enabled (window, "follow-move"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *expected = g_strdup_printf ("%u of 4", i + 1);

      fixture_activate (window, "next-change");
      g_assert_cmpuint (vr_compare_page_get_selected (page), ==, vr_pair_plan_get_change (plan, i));
      g_assert_cmpstr (fixture_label_of (window, "position"), ==, expected);
      fixture_assert_in_view (window, vr_pair_plan_get_change (plan, i));
    }
  g_assert_false (fixture_is_enabled (window, "next-change"));
  fixture_activate (window, "previous-change");
  g_assert_cmpstr (fixture_label_of (window, "position"), ==, "3 of 4");
  fixture_activate (window, "first-change");
  g_assert_cmpstr (fixture_label_of (window, "position"), ==, "1 of 4");
  fixture_assert_in_view (window, vr_pair_plan_get_change (plan, 0));
  g_assert_false (fixture_is_enabled (window, "previous-change"));
  fixture_activate (window, "last-change");
  fixture_assert_in_view (window, vr_pair_plan_get_change (plan, n - 1));
  fixture_close_window (window);
}

static void
test_follow (void)
{
  VrWindow *window = fixture_open_pair (120, 1180);
  VrComparePage *page = vr_window_get_compare_page (window);
  VrPairPlan *plan = vr_compare_page_get_plan (page);
  guint moved = fixture_find (plan, VR_ROW_MOVED, FALSE);
  guint reference = fixture_find (plan, VR_ROW_MOVED, TRUE);

  gtk_widget_activate_action (GTK_WIDGET (page), "compare.follow", "u", reference);
  g_assert_cmpuint (vr_compare_page_get_selected (page), ==, moved);
  fixture_assert_in_view (window, moved);
  fixture_activate (window, "follow-move");
  g_assert_cmpuint (vr_compare_page_get_selected (page), ==, reference);
  fixture_assert_in_view (window, reference);
  fixture_close_window (window);
}

/* Each row seen has the height that both of its sides need, at whatever width. */
static void
test_level (void)
{
  static const int widths[] = { 360, 600, 700, 1180, 1600 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      VrWindow *window = fixture_open_pair (40, widths[i]);
      VrComparePage *page = vr_window_get_compare_page (window);
      GtkWidget *list = fixture_find_named (GTK_WIDGET (window), "rows");
      g_autoptr (VrRowHeights) heights = vr_row_heights_new (gtk_widget_get_pango_context (list));
      gboolean is_narrow;
      int space = 24, bottom = space; /* the list has some above its rows, and below them */

      vr_row_heights_set_plan (heights, vr_compare_page_get_plan (page));
      vr_row_heights_set_near (heights, 0, 100);
      g_object_get (page, "narrow", &is_narrow, NULL);
      g_assert_cmpint (is_narrow, ==, gtk_widget_get_width (list) < VR_ROW_INLINE_BELOW_PX);
      for (guint position = 0; bottom < gtk_widget_get_height (list) - space; position++)
        {
          GtkWidget *row = fixture_find_row (window, position);
          g_autoptr (VrRowContent) content = NULL;

          g_assert_nonnull (row);
          vr_row_heights_get (heights, position, gtk_widget_get_width (row));
          content = vr_row_content_new (vr_compare_page_get_plan (page), position,
                                        vr_row_heights_peek_style (heights));
          g_assert_cmpint (gtk_widget_get_height (row), ==, vr_row_content_get_height (content));
          bottom += gtk_widget_get_height (row);
        }
      fixture_close_window (window);
    }
}

/* Text is selected by actions, in two columns and in one, and a caret holds up no window. */
static void
test_text (void)
{
  static const int widths[] = { 420, 1180 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      VrWindow *window = fixture_open_pair (40, widths[i]);
      VrComparePage *page = vr_window_get_compare_page (window);
      VrSelection *selection = vr_compare_page_get_selection (page);
      g_autofree char *citation = NULL;

      g_assert_false (fixture_is_enabled (window, "copy"));
      fixture_activate (window, "place-caret");
      g_assert_cmpint (vr_column_get_view (vr_selection_get_column (selection)), ==,
                       widths[i] < VR_ROW_INLINE_BELOW_PX ? VR_ROW_VIEW_INLINE : VR_ROW_VIEW_NEW);
      g_assert_true (fixture_is_enabled (window, "copy"));
      g_assert_true (vr_selection_is_empty (selection));
      fixture_activate (window, "select-all");
      g_assert_false (vr_selection_is_empty (selection));
      fixture_activate (window, "copy");
      fixture_activate (window, "next-change");
      g_assert_true (vr_selection_is_empty (selection));
      g_assert_cmpuint (vr_selection_get_caret (selection).position, >=,
                        vr_compare_page_get_selected (page));
      citation = vr_compare_page_dup_citation (page);
      g_assert_nonnull (strstr (citation, " Nobody was hurt."));
      fixture_activate (window, "copy-citation");
      fixture_close_window (window);
    }
}

static void
test_errors (void)
{
  static const char not_text[] = "\177ELF\0\1\2\0\0\377\376\375\0\0\0\0\3\0\76\0\1\0";
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);
  g_autofree char *good = fixture_write ("good.txt", "One.\nTwo.\n", -1);
  g_autofree char *binary = fixture_write ("binary.dat", not_text, sizeof not_text);
  g_autofree char *missing = g_strconcat (good, ".missing", NULL);

  vr_window_present_soon (window);
  fixture_open_paths (window, good, missing);
  fixture_wait_for_state (window, "error");
  g_assert_true (fixture_is_enabled (window, "choose-another"));
  fixture_open_paths (window, good, good);
  fixture_wait_for_rows (window);
  g_assert_cmpstr (fixture_label_of (window, "position"), ==, "No changes");
  g_assert_false (fixture_is_enabled (window, "next-change"));
  fixture_open_paths (window, binary, good);
  fixture_wait_for_state (window, "error");
  fixture_close_window (window);
}

static void
test_replaced (void)
{
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);
  g_autofree char *long_text = NULL;
  g_autofree char *other_text = NULL;
  g_autofree char *long_path = NULL;
  g_autofree char *other_path = NULL;
  g_autofree char *small = fixture_write ("small.txt", "One.\nTwo.\n", -1);

  fixture_pair (20000, &long_text, &other_text);
  long_path = fixture_write ("long.txt", long_text, -1);
  other_path = fixture_write ("other.txt", other_text, -1);
  vr_window_present_soon (window);

  /* Stopped, the window is what it was before. */
  fixture_open_paths (window, long_path, other_path);
  g_assert_true (fixture_is_enabled (window, "cancel"));
  fixture_activate (window, "cancel");
  g_assert_false (fixture_is_enabled (window, "cancel"));
  fixture_wait_ms (300);
  g_assert_cmpstr (vr_window_get_state (window), ==, "start");

  /* What was asked for last is what is shown, whichever is ready first. */
  fixture_open_paths (window, long_path, other_path);
  fixture_open_paths (window, small, small);
  fixture_wait_for_rows (window);
  fixture_wait_ms (500);
  g_assert_cmpuint (
      vr_pair_plan_get_n (vr_compare_page_get_plan (vr_window_get_compare_page (window))), ==, 2);
  fixture_close_window (window);
}

static void
test_empty (void)
{
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);
  g_autofree char *empty = fixture_write ("empty.txt", "", 0);

  vr_window_present_soon (window);
  fixture_open_paths (window, empty, empty);
  fixture_wait_for_state (window, "compare");
  fixture_wait_ms (100);
  g_assert_cmpstr (fixture_label_of (window, "position"), ==, "No changes");
  fixture_close_window (window);
}

/* The window closes while a comparison is under way, and nothing comes back to haunt it. */
static void
test_closed_early (void)
{
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);
  g_autofree char *long_text = NULL;
  g_autofree char *other_text = NULL;
  g_autofree char *long_path = NULL;
  g_autofree char *other_path = NULL;

  fixture_pair (5000, &long_text, &other_text);
  long_path = fixture_write ("long.txt", long_text, -1);
  other_path = fixture_write ("other.txt", other_text, -1);
  fixture_open_paths (window, long_path, other_path);
  vr_window_present_soon (window);
  fixture_close_window (window);
  fixture_wait_ms (500);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/window/starts-with-two-places", test_start);
  g_test_add_func ("/window/steps-through-the-changes", test_steps);
  g_test_add_func ("/window/follows-a-moved-paragraph", test_follow);
  g_test_add_func ("/window/rows-are-level-at-every-width", test_level);
  g_test_add_func ("/window/selects-and-copies-text", test_text);
  g_test_add_func ("/window/says-what-is-wrong-with-a-file", test_errors);
  g_test_add_func ("/window/shows-what-was-asked-for-last", test_replaced);
  g_test_add_func ("/window/shows-two-empty-files", test_empty);
  g_test_add_func ("/window/closes-while-it-compares", test_closed_early);

  return g_test_run ();
}
