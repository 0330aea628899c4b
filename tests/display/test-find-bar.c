/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding in the window: the list goes to the very line, in long paragraphs and in one column. */
#include "window-fixture.h"

static void
wait_for_match (VrWindow *window)
{
  fixture_wait_until (vr_compare_page_has_painted_match (vr_window_get_compare_page (window)));
  fixture_wait_ms (100);
}

static void
find (VrWindow *window, const char *query)
{
  vr_compare_page_find (vr_window_get_compare_page (window), query);
  wait_for_match (window);
}

static void
step (VrWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  wait_for_match (window);
}

static const char *
get_position (VrWindow *window)
{
  return gtk_label_get_label (
      GTK_LABEL (fixture_find_named (GTK_WIDGET (window), "find-position")));
}

static double
get_scrolled (VrWindow *window)
{
  GtkWidget *scroller = fixture_find_named (GTK_WIDGET (window), "scroller");

  return gtk_adjustment_get_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

/* One paragraph of some 60 lines, with @first at its start, the needle in its middle and end. */
static char *
long_paragraph (const char *first)
{
  GString *text = g_string_new (first);

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *paragraph = fixture_paragraph (i);

      g_string_append_printf (text, " %s%s", paragraph, i % 15 == 14 ? " A needle lay there." : "");
    }
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

/* The row fills the window more than once; what is gone to is the line. */
static void
check_long (int width)
{
  g_autofree char *old_text = long_paragraph ("Monday came.");
  g_autofree char *new_text = long_paragraph ("Tuesday came.");
  VrWindow *window = fixture_open_texts (old_text, new_text, width);
  double first, second;

  find (window, "NEEDLE");
  g_assert_cmpstr (get_position (window), ==, "1 of 2");
  first = get_scrolled (window);
  step (window, "win.find-next");
  g_assert_cmpstr (get_position (window), ==, "2 of 2");
  second = get_scrolled (window);
  g_assert_cmpfloat (second, >, first + 200);
  step (window, "win.find-next");
  g_assert_cmpstr (get_position (window), ==, "1 of 2");
  /* From above or from below, the line is in view; here it is brought to the same height. */
  g_assert_cmpfloat (get_scrolled (window), <, second - 200);
  step (window, "win.find-previous");
  g_assert_cmpstr (get_position (window), ==, "2 of 2");
  fixture_close_window (window);
}

static void
test_long_paragraph (void)
{
  check_long (1000);
}

static void
test_one_column (void)
{
  check_long (420);
}

static void
test_far_away (void)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  VrWindow *window;
  double scrolled;

  fixture_pair (60, &old_text, &new_text);
  window = fixture_open_texts (old_text, new_text, 900);
  find (window, "number 500");
  g_assert_cmpstr (get_position (window), ==, "1 of 1");
  g_assert_true (gtk_widget_is_sensitive (fixture_find_named (GTK_WIDGET (window), "find-next")));
  /* Until all heights are known the list counts from estimates. */
  fixture_wait_ms (1000);
  scrolled = get_scrolled (window);
  g_assert_cmpfloat (scrolled, >, 1000);

  /* What is in view already does not move. */
  find (window, "number 50");
  g_assert_cmpfloat (get_scrolled (window), ==, scrolled);
  find (window, "zebra");
  g_assert_cmpstr (get_position (window), ==, "No results");
  g_assert_false (gtk_widget_is_sensitive (fixture_find_named (GTK_WIDGET (window), "find-next")));
  fixture_close_window (window);
}

/* Closed while a search is under way. */
static void
test_goes_away (void)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  VrWindow *window;

  fixture_pair (300, &old_text, &new_text);
  window = fixture_open_texts (old_text, new_text, 900);
  vr_compare_page_find (vr_window_get_compare_page (window), "e");
  fixture_close_window (window);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/find/goes-to-the-line-in-a-long-paragraph", test_long_paragraph);
  g_test_add_func ("/find/goes-to-the-line-in-one-column", test_one_column);
  g_test_add_func ("/find/goes-far-and-stays-where-it-is-in-view", test_far_away);
  g_test_add_func ("/find/goes-away-with-the-window", test_goes_away);

  return g_test_run ();
}
