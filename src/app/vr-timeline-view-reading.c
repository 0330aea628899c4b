/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of a timeline are read, and read anew, in a thread. */
#include "vr-timeline-view-private.h"

#include "vr-store-task.h"
#include "vr-timeline-rows.h"
#include "vr-timeline-words.h"

#include <string.h>

/* A wait shorter than this needs no explanation. */
#define LOADING_AFTER_MS 300

static void
marks_changed_cb (VrTimelineView *self)
{
  vr_timeline_rows_update (self->list_view, self->model, self->figures);
  vr_timeline_view_update (self);
}

void
vr_timeline_view_stop_reading (VrTimelineView *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  g_clear_pointer (&self->listed, vr_store_task_drop_versions);
  vr_store_listed_clear (&self->coming);
}

void
vr_timeline_view_set_model (VrTimelineView *self, VrTimelineModel *model)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  g_clear_object (&self->grower);
  if (model != NULL)
    {
      g_signal_connect_swapped (model, "marks-changed", G_CALLBACK (marks_changed_cb), self);
      self->grower = vr_list_grower_new (G_LIST_MODEL (model));
    }
  gtk_single_selection_set_model (
      self->selection, self->grower != NULL ? vr_list_grower_get_list (self->grower) : NULL);
}

static void
show_titles (VrTimelineView *self)
{
  guint n = vr_timeline_model_get_n_versions (self->model);
  g_autofree char *subtitle = vr_timeline_words_dup_subtitle (self->titles.story, n);

  gtk_label_set_label (self->title_label, self->titles.variant);
  /* What a command line calls it. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), self->name);
  gtk_label_set_label (self->subtitle_label, subtitle);
}

/* @versions: (transfer full): of another variant, or the same with more of them. */
static void
show_versions (VrTimelineView *self, GArray *versions, guint64 n_most_words)
{
  if (self->stamp == NULL)
    {
      g_autoptr (VrTimelineModel) model = vr_timeline_model_new (versions);

      vr_timeline_figures_set_versions (self->figures, versions, n_most_words);
      vr_timeline_view_set_model (self, model);
    }
  else
    {
      vr_timeline_figures_renew (self->figures, versions, n_most_words);
      vr_timeline_model_set_versions (self->model, versions);
      vr_timeline_rows_update (self->list_view, self->model, self->figures);
    }
}

static void
show_listed (gpointer user_data)
{
  VrTimelineView *self = VR_TIMELINE_VIEW (user_data);

  /* Another variant was chosen meanwhile. */
  if (self->coming.stamp == NULL)
    return;
  if (self->listed != NULL)
    {
      show_versions (self, g_steal_pointer (&self->listed), self->coming.n_most_words);
      vr_variant_titles_clear (&self->titles);
      self->titles = self->coming.titles;
      self->coming.titles = (VrVariantTitles){ NULL };
    }
  g_free (self->stamp);
  self->stamp = g_steal_pointer (&self->coming.stamp);
  vr_timeline_view_stop_reading (self);
  show_titles (self);
  gtk_stack_set_visible_child_name (self->stack, "versions");
  vr_timeline_view_update (self);
  if (self->takes_focus)
    vr_timeline_view_take_focus (self);
}

static void
show_error (VrTimelineView *self, const GError *error)
{
  vr_timeline_view_stop_reading (self);
  vr_timeline_view_set_model (self, NULL);
  g_clear_pointer (&self->stamp, g_free);
  gtk_label_set_label (self->error_label, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
  vr_timeline_view_update (self);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrTimelineView *self = VR_TIMELINE_VIEW (object);
  g_autoptr (GError) error = NULL;
  g_auto (VrStoreListed) listed = { NULL };
  GArray *versions = vr_store_task_list_versions_finish (result, &listed, &error);

  /* What is not wanted any more is told by its cancellable. */
  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    {
      g_clear_pointer (&versions, vr_store_task_drop_versions);
      return;
    }
  if (error != NULL)
    {
      show_error (self, error);
      return;
    }
  self->listed = versions;
  self->coming = listed;
  listed = (VrStoreListed){ NULL };
  /* The rows of another variant are taken down first. */
  if (self->stamp == NULL && self->grower != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);
      vr_list_grower_shrink (self->grower, show_listed, self);
    }
  else
    show_listed (self);
}

static gboolean
loading_cb (gpointer user_data)
{
  VrTimelineView *self = VR_TIMELINE_VIEW (user_data);

  self->loading_timeout = 0;
  /* One that is read anew stays until then. */
  if (self->stamp == NULL)
    gtk_stack_set_visible_child_name (self->stack, "loading");

  return G_SOURCE_REMOVE;
}

void
vr_timeline_view_show (VrTimelineView *self, const char *name)
{
  g_autofree char *wanted = g_strdup (name);

  g_return_if_fail (VR_IS_TIMELINE_VIEW (self));

  vr_timeline_view_stop_reading (self);
  /* The one before stays to be seen until the other is there, but is nothing to it. */
  if (g_strcmp0 (self->name, wanted) != 0)
    g_clear_pointer (&self->stamp, g_free);
  g_free (self->name);
  self->name = g_steal_pointer (&wanted);
  if (self->name == NULL)
    {
      vr_timeline_view_set_model (self, NULL);
      vr_timeline_figures_set_versions (self->figures, NULL, 0);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      vr_timeline_view_update (self);
      return;
    }
  self->reading = g_cancellable_new ();
  self->loading_timeout = g_timeout_add (LOADING_AFTER_MS, loading_cb, self);
  vr_store_task_list_versions (G_OBJECT (self), self->name, self->stamp, self->reading, listed_cb);
}
