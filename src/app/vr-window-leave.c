/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking before a window closes or the program ends, and going on when all is answered. */
#include "vr-window-private.h"

#include "vr-button-names.h"

#include <glib/gi18n-lib.h>

static void
stay (VrWindow *self)
{
  self->leave = VR_LEAVE_NOT;
  self->may_lose = VR_LOSS_NONE;
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
      self->may_lose |= self->asked;
      /* The dialog that says so must be gone before its parent is. */
      g_idle_add_full (G_PRIORITY_DEFAULT, go_on_cb, g_object_ref (self), g_object_unref);
    }
  else if (g_str_equal (response, "save"))
    {
      if (self->asked == VR_LOSS_TEXTS)
        vr_window_save_texts (self);
      else
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
  gboolean is_texts = self->asked == VR_LOSS_TEXTS;
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), is_texts ? _ ("Save the Texts?") : _ ("Save the Comparison?"),
      is_texts ? _ ("Texts that are neither compared nor saved will be lost.")
               : _ ("Changes since the last save will be lost."));

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

static VrLoss
find_loss (VrWindow *self)
{
  if (vr_window_is_unsaved (self) && !(self->may_lose & VR_LOSS_COMPARISON))
    return VR_LOSS_COMPARISON;
  if (vr_window_holds_texts (self) && !(self->may_lose & VR_LOSS_TEXTS))
    return VR_LOSS_TEXTS;

  return VR_LOSS_NONE;
}

gboolean
vr_window_asks (VrWindow *self, VrLeave leave)
{
  VrLoss loss;

  g_return_val_if_fail (VR_IS_WINDOW (self), FALSE);

  loss = find_loss (self);
  if (!vr_window_is_saving (self) && self->question == NULL && loss == VR_LOSS_NONE)
    return FALSE;
  self->leave = leave;
  if (vr_window_is_saving (self))
    return TRUE;
  if (self->question == NULL)
    {
      self->asked = loss;
      ask (self);
    }
  /* What was typed and gone back from is seen, too. */
  if (self->asked == VR_LOSS_TEXTS)
    vr_window_show_paste (self, NULL);
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
