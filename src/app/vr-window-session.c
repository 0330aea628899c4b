/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in the session: what it compares is remembered, and where its reader stands. */
#include "vr-window-private.h"

void
vr_window_set_session (VrWindow *self, VrSession *session)
{
  g_return_if_fail (VR_IS_WINDOW (self));

  if (g_set_object (&self->session, session) && session != NULL)
    g_signal_connect_object (self->preferences, "notify::restore-session",
                             G_CALLBACK (vr_window_remember), self, G_CONNECT_SWAPPED);
}

void
vr_window_restore (VrWindow *self, VrRemembered *remembered)
{
  VrWindowState *state = &remembered->state;

  g_return_if_fail (VR_IS_WINDOW (self));

  if (state->width > 0 && state->height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), state->width, state->height);
  if (state->is_maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  else
    gtk_window_unmaximize (GTK_WINDOW (self));
  vr_window_open_document (self, remembered->document);
  self->place = vr_reading_place_copy (state->place);
  if (state->file != NULL)
    vr_window_set_file (self, state->file, remembered->document);
  /* Whether or not it can be compared now: a file may be back the next time. */
  if (self->session != NULL)
    {
      vr_session_put (self->session, self, remembered->document);
      vr_session_put_state (self->session, self, state);
    }
}

static void
put_state (VrWindow *self)
{
  GFile *file = vr_window_get_file (self);
  VrWindowState state = { .is_maximized = gtk_window_is_maximized (GTK_WINDOW (self)),
                          .place = vr_compare_page_dup_place (self->compare_page) };

  /* One with changes since is another comparison than the file's, and begins as one in no file. */
  if (file != NULL && !vr_window_is_unsaved (self))
    state.file = g_object_ref (file);
  gtk_window_get_default_size (GTK_WINDOW (self), &state.width, &state.height);
  vr_session_put_state (self->session, self, &state);
}

void
vr_window_remember (VrWindow *self)
{
  if (self->session == NULL)
    return;
  if (!vr_preferences_restores_session (self->preferences))
    vr_session_drop (self->session, self);
  else if (vr_window_shows (self, "compare") && vr_window_get_comparison (self) != NULL)
    {
      /* What is under way may be given up. */
      vr_session_put (self->session, self, vr_compare_task_get_document (self->task));
      put_state (self);
    }
}

void
vr_window_return_to_place (VrWindow *self)
{
  g_autoptr (VrReadingPlace) place = g_steal_pointer (&self->place);

  if (place != NULL)
    vr_compare_page_return_to (self->compare_page, place);
}

static gboolean
is_last (VrWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList *windows = application != NULL ? gtk_application_get_windows (application) : NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != self && VR_IS_WINDOW (l->data))
      return FALSE;

  return TRUE;
}

void
vr_window_leave_session (VrWindow *self)
{
  gboolean is_quitting;

  if (self->session == NULL)
    return;
  is_quitting = vr_session_is_quitting (self->session);
  /* What the reader would not have saved is gone, too.  An error that was read and closed need not
   * come again; one that was not looked at may. */
  if (vr_window_shows (self, "start") || vr_window_is_unsaved (self)
      || (vr_window_shows (self, "error") && !is_quitting) || !(is_quitting || is_last (self)))
    vr_session_drop (self->session, self);
  if (vr_window_shows (self, "compare"))
    put_state (self);
  vr_session_close (self->session, self);
  g_clear_object (&self->session);
}
