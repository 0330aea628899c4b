/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on a display, as the tests open it, wait for it and look into it. */
#include "window-fixture.h"

#include "vr-pair-row.h"

#include <locale.h>

void
fixture_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (argc, argv, NULL);
  /* g_test_init () makes every warning fatal; a newer GTK warns of what we cannot change. */
  if (gtk_get_minor_version () >= 10)
    g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  adw_init ();
}

void
fixture_wait_for_state (VrWindow *window, const char *state)
{
  fixture_wait_until (g_str_equal (vr_window_get_state (window), state));
}

void
fixture_wait_for_rows (VrWindow *window)
{
  fixture_wait_for_state (window, "compare");
  fixture_wait_until (vr_compare_page_has_painted_rows (vr_window_get_compare_page (window)));
  fixture_wait_ms (100);
}

void
fixture_open_paths (VrWindow *window, const char *old_path, const char *new_path)
{
  g_autoptr (GFile) old_file = g_file_new_for_path (old_path);
  g_autoptr (GFile) new_file = g_file_new_for_path (new_path);

  vr_window_open (window, old_file, new_file);
}

VrWindow *
fixture_open_document (VrDocument *document)
{
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);

  vr_window_open_document (window, document);
  vr_window_present_soon (window);
  fixture_wait_for_rows (window);

  return window;
}

VrWindow *
fixture_open_texts (const char *old_text, const char *new_text, int width)
{
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);
  g_autofree char *old_path = fixture_write ("old.txt", old_text, -1);
  g_autofree char *new_path = fixture_write ("new.txt", new_text, -1);

  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  fixture_open_paths (window, old_path, new_path);
  vr_window_present_soon (window);
  fixture_wait_for_rows (window);

  return window;
}

VrWindow *
fixture_open_pair (guint n, int width)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;

  fixture_pair (n, &old_text, &new_text);

  return fixture_open_texts (old_text, new_text, width);
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
  fixture_wait_until (is_in_view (window, position));
}
