/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application's windows together: how they begin, which are opened again, and all closed. */
#include "vr-application-private.h"

#include "vr-preferences.h"
#include "vr-single-window.h"

/* What was kept so far goes with the wish to have it kept. */
static void
restore_session_cb (VrPreferences *preferences, GParamSpec *pspec, VrApplication *self)
{
  if (!vr_preferences_restores_session (preferences))
    vr_session_drop_all (self->session);
}

void
vr_application_start_session (VrApplication *self)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "variorum", "session", NULL);
  g_autoptr (VrPreferences) preferences = vr_preferences_dup_default ();

  self->session = vr_session_new (folder);
  g_signal_connect_object (preferences, "notify::restore-session", G_CALLBACK (restore_session_cb),
                           self, 0);
}

/* As large as the one used last, which is another one as yet. */
void
vr_application_take_window (VrApplication *self, VrWindow *window)
{
  GtkWindow *before = vr_single_window_find (GTK_APPLICATION (self), VR_TYPE_WINDOW);
  int width, height;

  vr_window_set_session (window, self->session);
  if (before == NULL)
    return;
  gtk_window_get_default_size (before, &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
}

static void
restored_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrApplication *self = VR_APPLICATION (user_data);
  g_autoptr (GPtrArray) windows = vr_session_load_finish (VR_SESSION (object), result);

  self->is_restoring = FALSE;
  for (guint i = 0; i < windows->len; i++)
    {
      VrWindow *window = vr_window_new (ADW_APPLICATION (self));

      vr_window_restore (window, g_ptr_array_index (windows, i));
      vr_window_present_soon (window);
    }
  if (windows->len == 0)
    vr_window_present_soon (vr_window_new (ADW_APPLICATION (self)));
  g_application_release (G_APPLICATION (self));
}

gboolean
vr_application_restore (VrApplication *self)
{
  g_autoptr (VrPreferences) preferences = vr_preferences_dup_default ();

  if (self->is_restoring)
    return TRUE;
  if (self->session == NULL || !vr_preferences_restores_session (preferences)
      || !vr_session_exists (self->session))
    return FALSE;

  self->is_restoring = TRUE;
  g_application_hold (G_APPLICATION (self));
  vr_session_load_async (self->session, restored_cb, self);

  return TRUE;
}

static gpointer
ref_window (gconstpointer window, gpointer user_data)
{
  return g_object_ref ((gpointer)window);
}

/* One after the other asks before the first is closed: who cancels keeps them all. */
static gboolean
asks_before (VrApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (VR_IS_WINDOW (l->data) && gtk_widget_get_realized (l->data)
        && vr_window_holds_up_quit (l->data))
      return TRUE;

  return FALSE;
}

/* Closing is what saves a window's size. */
void
vr_application_close_all (VrApplication *self)
{
  GList *windows;

  if (asks_before (self))
    return;
  windows =
      g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (self)), ref_window, NULL);
  if (self->session != NULL)
    vr_session_begin_quit (self->session);
  for (GList *l = windows; l != NULL; l = l->next)
    /* One that waits for its first rows has nobody to ask, and GTK would not close it. */
    if (gtk_widget_get_realized (l->data))
      gtk_window_close (l->data);
    else
      gtk_window_destroy (l->data);
  g_list_free_full (windows, g_object_unref);
}
