/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking before a window closes or the program ends, and going on when all is answered. */
#include "vr-window-private.h"

#include "vr-button-names.h"

#include <glib/gi18n-lib.h>

static void
stay (VrWindow *self)
{
  self->leave = VR_LEAVE_NOT;
  self->may_lose = FALSE;
}

/* Whoever does not want to quit keeps every window, and what was answered for another one before
 * is not what is wanted the next time. */
void
vr_window_stay (VrWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList *windows = application != NULL ? gtk_application_get_windows (application) : NULL;

  for (GList *l = windows; l != NULL && self->leave == VR_LEAVE_QUIT; l = l->next)
    if (VR_IS_WINDOW (l->data) && l->data != self)
      stay (l->data);
  stay (self);
}

void
vr_window_go_on_leaving (VrWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  VrLeave leave = self->leave;

  self->leave = VR_LEAVE_NOT;
  if (leave == VR_LEAVE_QUIT && application != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  else if (leave != VR_LEAVE_NOT)
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
go_on_cb (gpointer user_data)
{
  vr_window_go_on_leaving (VR_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, VrWindow *self)
{
  g_clear_weak_pointer (&self->question);
  if (g_str_equal (response, "discard"))
    {
      self->may_lose = TRUE;
      /* The dialog that says so must be gone before its parent is. */
      g_idle_add_full (G_PRIORITY_DEFAULT, go_on_cb, g_object_ref (self), g_object_unref);
    }
  else if (g_str_equal (response, "save"))
    {
      vr_window_save (self);
    }
  else
    {
      vr_window_stay (self);
    }
}

static void
ask (VrWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), _ ("Save the Comparison?"),
      _ ("What was pasted, decided by hand or set since it was saved will be lost otherwise."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  vr_button_names_mend (dialog, NULL);
  g_set_weak_pointer (&self->question, GTK_WINDOW (dialog));
}

gboolean
vr_window_asks (VrWindow *self, VrLeave leave)
{
  g_return_val_if_fail (VR_IS_WINDOW (self), FALSE);

  if (!vr_window_is_saving (self) && self->question == NULL
      && (self->may_lose || !vr_window_is_unsaved (self)))
    return FALSE;
  self->leave = leave;
  if (vr_window_is_saving (self))
    return TRUE;
  if (self->question == NULL)
    ask (self);
  /* Of several windows the one that is asked about is seen. */
  if (leave == VR_LEAVE_QUIT)
    gtk_window_present (GTK_WINDOW (self));
  gtk_window_present (self->question);

  return TRUE;
}

gboolean
vr_window_holds_up_quit (VrWindow *self)
{
  return vr_window_asks (self, VR_LEAVE_QUIT);
}
