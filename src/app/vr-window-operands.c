/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a command line names, where a version of the archive is among it. */
#include "vr-window-private.h"

#include "vr-store-task-operands.h"

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrDocument) document = vr_store_task_read_operands_finish (result, &error);

  /* What is not wanted any more is told by its cancellable. */
  if (g_task_get_cancellable (G_TASK (result)) != self->looking)
    return;
  g_clear_object (&self->looking);
  if (document != NULL)
    vr_window_open_document (self, document);
  else
    vr_window_show_error (self, error, NULL);
}

void
vr_window_open_operands (VrWindow *self, const char *const words[VR_N_SIDES],
                         const char *const names[VR_N_SIDES], gboolean hold)
{
  VrOptions options;

  g_return_if_fail (VR_IS_WINDOW (self));

  options = vr_preferences_get_options (self->preferences);
  vr_window_stop_looking (self);
  self->looking = g_cancellable_new ();
  vr_store_task_read_operands (G_OBJECT (self), words, names, &options, hold, self->looking,
                               read_cb);
}
