/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing again what stands: read anew from disk, or with its sides swapped. */
#include "vr-file-name.h"
#include "vr-trouble.h"
#include "vr-window-private.h"

#include <glib/gi18n-lib.h>

VrNotice *
vr_window_get_notice (VrWindow *self)
{
  GtkWidget *below = GTK_WIDGET (self->toasts);
  GtkBox *box = GTK_BOX (gtk_widget_get_parent (below));

  if (self->notice == NULL)
    {
      self->notice = g_object_new (VR_TYPE_NOTICE, NULL);
      gtk_box_insert_child_after (box, GTK_WIDGET (self->notice),
                                  gtk_widget_get_prev_sibling (below));
    }

  return self->notice;
}

static char *
dup_source_name (VrDocument *document, VrSide side)
{
  const VrSource *source = vr_document_peek_source (document, side);
  g_autoptr (GFile) file = source->uri != NULL ? g_file_new_for_uri (source->uri) : NULL;

  return file != NULL ? vr_file_name_dup (file) : g_strdup (source->name);
}

static VrSourceState
get_state (VrWindow *self, VrSide side)
{
  return vr_source_monitor_get_state (self->monitor, side);
}

static void
say_changed (VrWindow *self, VrSide side)
{
  g_autofree char *name = dup_source_name (vr_compare_task_get_document (self->task), side);
  gboolean is_gone = get_state (self, side) == VR_SOURCE_GONE;
  g_autofree char *sentence = NULL;

  if (is_gone)
    sentence = g_strdup_printf (
        _ ("“%s” is no longer where it was; what was read of it stays here."), name);
  else if (get_state (self, 1 - side) == VR_SOURCE_CHANGED)
    sentence = g_strdup (_ ("Both articles changed on disk."));
  else
    sentence = g_strdup_printf (_ ("“%s” changed on disk."), name);
  vr_notice_say (vr_window_get_notice (self), "dialog-information-symbolic", sentence,
                 is_gone ? NULL : _ ("_Reload"), is_gone ? NULL : "win.compare-again");
}

/* A side that is what was read says nothing, but what is said of the other stays. */
static void
source_changed_cb (VrSourceMonitor *monitor, guint side, VrWindow *self)
{
  if (get_state (self, side) == VR_SOURCE_AS_READ)
    side = 1 - side;
  if (get_state (self, side) != VR_SOURCE_AS_READ)
    say_changed (self, side);
  else if (self->notice != NULL)
    vr_notice_hush (self->notice);
}

static VrSourceMonitor *
make_monitor (VrWindow *self, VrCompareTask *task)
{
  VrSourceMonitor *before[VR_N_SIDES];

  for (guint side = 0; side < VR_N_SIDES; side++)
    before[side] = vr_compare_task_reads (task, side) ? NULL : self->monitor;

  return vr_source_monitor_new (vr_compare_task_get_document (task), before);
}

void
vr_window_expect_sources (VrWindow *self)
{
  g_clear_object (&self->expected);
  self->expected = make_monitor (self, self->pending);
}

void
vr_window_watch_sources (VrWindow *self)
{
  VrSourceMonitor *const before[VR_N_SIDES] = { self->expected, self->expected };
  g_autoptr (VrSourceMonitor) monitor =
      vr_source_monitor_new (vr_compare_task_get_document (self->task), before);

  vr_window_forget_sources (self);
  self->monitor = g_steal_pointer (&monitor);
  g_signal_connect (self->monitor, "changed", G_CALLBACK (source_changed_cb), self);
  source_changed_cb (self->monitor, VR_SIDE_OLD, self);
}

void
vr_window_forget_sources (VrWindow *self)
{
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_clear_object (&self->expected);
}

static gboolean
has_same_sources (VrDocument *document, VrDocument *other)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (g_strcmp0 (vr_document_peek_source (document, side)->uri,
                   vr_document_peek_source (other, side)->uri)
        != 0)
      return FALSE;

  return TRUE;
}

void
vr_window_tell_failure (VrWindow *self, VrCompareTask *task)
{
  gboolean is_reload = has_same_sources (vr_compare_task_get_document (task),
                                         vr_compare_task_get_document (self->task));
  g_autoptr (GFile) file = vr_compare_task_dup_failed_file (task);
  g_autofree char *sentence =
      vr_trouble_dup_sentence (vr_compare_task_get_error (task, NULL), file);

  vr_notice_say (vr_window_get_notice (self), "dialog-warning-symbolic", sentence,
                 is_reload ? _ ("_Try Again") : NULL, is_reload ? "win.compare-again" : NULL);
}

static void
compare_again_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autoptr (VrCompareTask) task = NULL;

  if (vr_window_open_unopened (self))
    return;
  task = vr_window_new_reread_task (self);
  vr_window_replace_task (self, task);
}

static void
swap_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autoptr (VrDocument) document = vr_document_swap (vr_window_get_document (self));

  vr_window_replace_document (self, document);
}

static const GActionEntry entries[] = {
  { .name = "compare-again", .activate = compare_again_action },
  { .name = "swap", .activate = swap_action },
};

void
vr_window_add_reload_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
