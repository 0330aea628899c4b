/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on a display, as the tests open it, wait for it and look into it. */
#include "window-fixture.h"

#include "plan-fixture.h"
#include "vr-pair-row.h"

#define WAIT_SECONDS 20

static gboolean
wait_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;

  return G_SOURCE_REMOVE;
}

void
fixture_wait_ms (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, wait_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

void
fixture_wait_for_state (VrWindow *window, const char *state)
{
  gint64 deadline = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;

  while (!g_str_equal (vr_window_get_state (window), state))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      fixture_wait_ms (5);
    }
}

void
fixture_wait_for_rows (VrWindow *window)
{
  gint64 deadline = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;

  fixture_wait_for_state (window, "compare");
  while (!vr_compare_page_has_painted_rows (vr_window_get_compare_page (window)))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      fixture_wait_ms (5);
    }
  fixture_wait_ms (100);
}

void
fixture_open_paths (VrWindow *window, const char *old_path, const char *new_path)
{
  g_autoptr (GFile) old_file = g_file_new_for_path (old_path);
  g_autoptr (GFile) new_file = g_file_new_for_path (new_path);

  vr_window_open (window, old_file, new_file);
}

/* A window that shows the fixture pair. */
VrWindow *
fixture_open_pair (guint n, int width)
{
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autofree char *old_path = NULL;
  g_autofree char *new_path = NULL;

  fixture_pair (n, &old_text, &new_text);
  old_path = fixture_write ("old.txt", old_text, -1);
  new_path = fixture_write ("new.txt", new_text, -1);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  fixture_open_paths (window, old_path, new_path);
  vr_window_present_soon (window);
  fixture_wait_for_rows (window);

  return window;
}

/* The list keeps rows until a frame has gone by; then nothing may hold the window. */
void
fixture_close_window (VrWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < 20 && window != NULL; i++)
    fixture_wait_ms (50);
  g_assert_null (window);
  fixture_clean ();
}

void
fixture_activate (VrWindow *window, const char *name)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_assert_nonnull (action);
  g_assert_true (g_action_get_enabled (action));
  g_action_activate (action, NULL);
}

gboolean
fixture_is_enabled (VrWindow *window, const char *name)
{
  return g_action_get_enabled (g_action_map_lookup_action (G_ACTION_MAP (window), name));
}

GtkWidget *
fixture_find_named (GtkWidget *widget, const char *name)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = fixture_find_named (child, name);

  return found;
}

const char *
fixture_label_of (VrWindow *window, const char *name)
{
  return gtk_label_get_label (GTK_LABEL (fixture_find_named (GTK_WIDGET (window), name)));
}

/* The row widget that shows @position, where it is seen. */
GtkWidget *
fixture_find_row (VrWindow *window, guint position)
{
  GtkWidget *list = fixture_find_named (GTK_WIDGET (window), "rows");

  for (GtkWidget *item = gtk_widget_get_first_child (list); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (gtk_widget_get_child_visible (item) && VR_IS_PAIR_ROW (row)
          && vr_pair_row_get_position (VR_PAIR_ROW (row)) == position)
        return row;
    }

  return NULL;
}

static gboolean
is_in_view (VrWindow *window, guint position)
{
  GtkWidget *list = fixture_find_named (GTK_WIDGET (window), "rows");
  GtkWidget *row = fixture_find_row (window, position);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, list, &bounds))
    return FALSE;

  return bounds.origin.y >= -1
         && bounds.origin.y + MIN (bounds.size.height, 40) <= gtk_widget_get_height (list);
}

void
fixture_assert_in_view (VrWindow *window, guint position)
{
  gint64 deadline = g_get_monotonic_time () + WAIT_SECONDS * G_USEC_PER_SEC;

  while (!is_in_view (window, position))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      fixture_wait_ms (5);
    }
}
