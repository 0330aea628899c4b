/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trash of the library, opened from the window. */
#include "vr-trash-dialog.h"
#include "vr-window-library-acts.h"
#include "vr-window-library.h"

#include <glib/gi18n-lib.h>

#define DIALOG_KEY "vr-trash-dialog"

static VrTrashDialog *
get_dialog (VrWindow *self)
{
  return g_object_get_data (G_OBJECT (self), DIALOG_KEY);
}

/* Shows what became of it, in the dialog if that is still there.  Returns: whether it is to be told
 * in the window. */
static gboolean
end (VrWindow *self, const GError *error)
{
  VrTrashDialog *dialog;

  if (vr_window_is_closed (self))
    return FALSE;
  dialog = get_dialog (self);
  vr_window_set_acting (self, FALSE);
  if (dialog != NULL)
    {
      vr_trash_dialog_set_busy (dialog, FALSE);
      vr_trash_dialog_tell (dialog, error != NULL ? error->message : NULL);
      vr_trash_dialog_refresh (dialog);
    }
  else if (error != NULL)
    vr_window_tell_library_trouble (self, error);

  return error == NULL;
}

static gboolean
begin (VrWindow *self, VrTrashDialog *dialog)
{
  if (vr_window_is_acting (self))
    return FALSE;
  vr_window_set_acting (self, TRUE);
  vr_trash_dialog_set_busy (dialog, TRUE);

  return TRUE;
}

static void
restored_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) inverse = vr_store_task_act_finish (result, &error);

  if (end (self, error))
    vr_window_refresh_library (self, g_array_index (inverse, VrStoreStep, 0).name);
}

static void
restore_cb (VrTrashDialog *dialog, const char *name, VrWindow *self)
{
  g_autoptr (GArray) steps = NULL;

  if (!begin (self, dialog))
    return;
  steps = vr_store_steps_new ();
  vr_store_steps_add (steps, VR_STORE_RESTORE, name, NULL, NULL);
  vr_store_task_act (G_OBJECT (self), steps, restored_cb);
}

static void
emptied_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (object);
  g_autoptr (GError) error = NULL;

  vr_store_task_empty_trash_finish (result, &error);
  if (!end (self, error))
    return;
  /* What was thrown away cannot be taken back any more. */
  vr_window_dispose_library_acts (self);
  vr_window_update_actions (self);
}

static void
empty_cb (VrTrashDialog *dialog, VrWindow *self)
{
  if (begin (self, dialog))
    vr_store_task_empty_trash (G_OBJECT (self), emptied_cb);
}

static void
dialog_gone_cb (VrWindow *self)
{
  g_object_set_data (G_OBJECT (self), DIALOG_KEY, NULL);
}

static void
trash_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  VrTrashDialog *dialog = vr_trash_dialog_new (GTK_WINDOW (self));

  g_object_set_data (G_OBJECT (self), DIALOG_KEY, dialog);
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_cb), self, 0);
  g_signal_connect_object (dialog, "empty", G_CALLBACK (empty_cb), self, 0);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (dialog_gone_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry entries[] = {
  { .name = "trash", .activate = trash_action },
};

void
vr_window_add_library_trash (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
