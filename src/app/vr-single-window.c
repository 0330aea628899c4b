/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows beside the main ones, of which one of a kind is enough. */
#include "vr-single-window.h"

GtkWindow *
vr_single_window_find (GtkApplication *application, GType type)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type))
      return l->data;

  return NULL;
}

void
vr_single_window_present (GtkApplication *application, GtkWindow *window)
{
  GtkWindow *active = gtk_application_get_active_window (application);

  /* Of the window that was used last, and gone with it. */
  if (active != NULL && active != window && gtk_window_get_transient_for (active) != window)
    gtk_window_set_transient_for (window, active);
  gtk_window_set_application (window, application);
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_window_present (window);
}
