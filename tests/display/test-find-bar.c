/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding in the window: the list goes to the very line, in long paragraphs and in one column. */
#include "plan-fixture.h"
#include "vr-window.h"

#include <locale.h>

#define WAIT_SECONDS 20

static gboolean
wait_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, wait_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, name);

  return found;
}

static void
wait_for (VrWindow *window, gboolean (*is_so) (VrComparePage *page))
{
  gint64 deadline = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;

  while (!is_so (vr_window_get_compare_page (window)))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      wait_ms (5);
    }
  wait_ms (100);
}

static VrWindow *
open_texts (const char *old_text, const char *new_text, int width)
{
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);
  g_autofree char *old_path = fixture_write ("old.txt", old_text, -1);
  g_autofree char *new_path = fixture_write ("new.txt", new_text, -1);
  g_autoptr (GFile) old_file = g_file_new_for_path (old_path);
  g_autoptr (GFile) new_file = g_file_new_for_path (new_path);

  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  vr_window_open (window, old_file, new_file);
  vr_window_present_soon (window);
  wait_for (window, vr_compare_page_has_painted_rows);

  return window;
}

/* Nothing may hold the window. */
static void
close_window (VrWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < 20 && window != NULL; i++)
    wait_ms (50);
  g_assert_null (window);
  fixture_clean ();
}

static void
find (VrWindow *window, const char *query)
{
  vr_compare_page_find (vr_window_get_compare_page (window), query);
  wait_for (window, vr_compare_page_has_painted_match);
}

static void
step (VrWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  wait_for (window, vr_compare_page_has_painted_match);
}

static const char *
get_position (VrWindow *window)
{
  return gtk_label_get_label (GTK_LABEL (find_named (GTK_WIDGET (window), "find-position")));
}

static double
get_scrolled (VrWindow *window)
{
  GtkWidget *scroller = find_named (GTK_WIDGET (window), "scroller");

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
  VrWindow *window = open_texts (old_text, new_text, width);
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
  close_window (window);
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
  window = open_texts (old_text, new_text, 900);
  find (window, "number 500");
  g_assert_cmpstr (get_position (window), ==, "1 of 1");
  /* Until all heights are known the list counts from estimates. */
  wait_ms (1000);
  scrolled = get_scrolled (window);
  g_assert_cmpfloat (scrolled, >, 1000);

  /* What is in view already does not move. */
  find (window, "number 50");
  g_assert_cmpfloat (get_scrolled (window), ==, scrolled);
  find (window, "zebra");
  g_assert_cmpstr (get_position (window), ==, "No results");
  close_window (window);
}

/* Closed while a search is under way. */
static void
test_goes_away (void)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  VrWindow *window;

  fixture_pair (300, &old_text, &new_text);
  window = open_texts (old_text, new_text, 900);
  vr_compare_page_find (vr_window_get_compare_page (window), "e");
  close_window (window);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  /* g_test_init () makes every warning fatal; a newer GTK warns of what we cannot change. */
  if (gtk_get_minor_version () >= 10)
    g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  adw_init ();
  g_test_add_func ("/find/goes-to-the-line-in-a-long-paragraph", test_long_paragraph);
  g_test_add_func ("/find/goes-to-the-line-in-one-column", test_one_column);
  g_test_add_func ("/find/goes-far-and-stays-where-it-is-in-view", test_far_away);
  g_test_add_func ("/find/goes-away-with-the-window", test_goes_away);

  return g_test_run ();
}
