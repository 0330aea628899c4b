/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A variant's versions, newest first, and what can be compared of them. */
#include "vr-timeline-view.h"

#include "vr-button-names.h"
#include "vr-list-grower.h"
#include "vr-resources.h"
#include "vr-store-task.h"
#include "vr-tab-stop.h"
#include "vr-timeline-rows.h"
#include "vr-timeline-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A wait shorter than this needs no explanation. */
#define LOADING_AFTER_MS 300

struct _VrTimelineView
{
  GtkWidget parent_instance;

  char *name;            /* (nullable): what is shown, or read */
  GCancellable *reading; /* (nullable) */
  guint loading_timeout;
  GArray *listed;     /* (nullable): what was read, until the rows before are gone */
  char *coming_stamp; /* (nullable): of it */
  guint64 n_most_words;
  VrTimelineModel *model; /* (nullable): of what was read last */
  VrListGrower *grower;   /* (nullable): over it */
  GtkSingleSelection *selection;
  VrTimelineFigures *figures;
  char *stamp; /* (nullable): of the versions in the model, where they are those of @name */
  gboolean takes_focus; /* once there are versions */

  /* Template widgets */
  GtkWidget *content;
  GtkStack *stack;
  GtkLabel *error_label;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkMenuButton *menu_button;
  GtkListView *list_view;
  GtkLabel *hint_label;
  GtkWidget *compare_button;
  GtkLabel *compare_label;
};

enum
{
  PROP_0,
  PROP_COMPARABLE,
  N_PROPS,
};

enum
{
  COMPARE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrTimelineView, vr_timeline_view, GTK_TYPE_WIDGET)

static guint
get_selected (VrTimelineView *self)
{
  VrTimelineItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? vr_timeline_item_peek_version (item)->number : 0;
}

/* The two versions that the button is about.  Returns: whether there are two. */
static gboolean
find_pair (VrTimelineView *self, guint *older, guint *newer)
{
  *older = *newer = 0;
  if (self->model == NULL)
    return FALSE;
  if (vr_timeline_model_get_marked (self->model, older, newer))
    return TRUE;
  *newer = get_selected (self);
  *older = *newer > 0 ? *newer - 1 : 0;

  return *older > 0;
}

static void
update (VrTimelineView *self)
{
  guint older, newer;
  gboolean can_compare = find_pair (self, &older, &newer);
  g_autofree char *hint = vr_timeline_words_dup_hint (self->model);
  g_autofree char *label = NULL;
  g_autofree char *spoken = NULL;

  /* Translators: a button; the numbers of two versions. */
  label = can_compare ? g_strdup_printf (_ ("_Compare %'u with %'u"), older, newer)
                      : g_strdup (_ ("_Compare"));
  spoken = can_compare ? g_strdup_printf (_ ("Compare Version %'u with Version %'u"), older, newer)
                       : g_strdup (_ ("Compare"));
  gtk_label_set_label (self->hint_label, hint);
  gtk_label_set_label (self->compare_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->compare_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARABLE]);
}

static void
figures_changed_cb (VrTimelineView *self)
{
  vr_timeline_rows_update_flags (self->list_view, self->model, self->figures);
}

static void
marks_changed_cb (VrTimelineView *self)
{
  vr_timeline_rows_update (self->list_view, self->model, self->figures);
  update (self);
}

static void
toggled_cb (VrVersionRow *row, VrTimelineView *self)
{
  vr_timeline_model_toggle (self->model, vr_version_row_get_number (row));
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, VrTimelineView *self)
{
  GtkWidget *row = vr_version_row_new ();

  g_signal_connect (row, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, VrTimelineView *self)
{
  const VrVersion *version = vr_timeline_item_peek_version (gtk_list_item_get_item (item));

  vr_timeline_figures_want (self->figures, version);
  vr_timeline_rows_show (VR_VERSION_ROW (gtk_list_item_get_child (item)), version, self->model,
                         self->figures);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, VrTimelineView *self)
{
  vr_timeline_figures_unwant (self->figures,
                              vr_timeline_item_peek_version (gtk_list_item_get_item (item)));
  vr_version_row_set_version (VR_VERSION_ROW (gtk_list_item_get_child (item)), NULL, FALSE);
}

static void
emit_compare (VrTimelineView *self, guint older, guint newer)
{
  VrVersionPair pair = { .name = self->name, .numbers = { older, newer } };

  pair.versions = vr_timeline_model_peek_versions (self->model);
  for (guint side = 0; side < VR_N_SIDES; side++)
    pair.ids[side] = vr_timeline_model_peek (self->model, pair.numbers[side])->id;
  g_signal_emit (self, signals[COMPARE], 0, &pair);
}

/* Whoever opens a version sees what it changed. */
static void
activate_cb (GtkListView *list_view, guint position, VrTimelineView *self)
{
  guint number = vr_timeline_model_get_n_versions (self->model) - position;

  if (number > 1)
    emit_compare (self, number - 1, number);
}

static gboolean
list_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
             VrTimelineView *self)
{
  VrVersionRow *row = vr_timeline_rows_get_focused (self->list_view);

  if ((keyval != GDK_KEY_space && keyval != GDK_KEY_KP_Space) || row == NULL
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  vr_timeline_model_toggle (self->model, vr_version_row_get_number (row));

  return GDK_EVENT_STOP;
}

static void
stop_reading (VrTimelineView *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
  g_clear_pointer (&self->listed, vr_store_task_drop_versions);
  g_clear_pointer (&self->coming_stamp, g_free);
}

static void
set_model (VrTimelineView *self, VrTimelineModel *model)
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
  g_autofree char *subtitle = vr_timeline_words_dup_subtitle (self->name, n);

  gtk_label_set_label (self->title_label, strchr (self->name, '/') + 1);
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
      set_model (self, model);
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
  if (self->coming_stamp == NULL)
    return;
  if (self->listed != NULL)
    show_versions (self, g_steal_pointer (&self->listed), self->n_most_words);
  g_free (self->stamp);
  self->stamp = g_steal_pointer (&self->coming_stamp);
  stop_reading (self);
  show_titles (self);
  gtk_stack_set_visible_child_name (self->stack, "versions");
  update (self);
  if (self->takes_focus)
    vr_timeline_view_take_focus (self);
}

static void
show_error (VrTimelineView *self, const GError *error)
{
  stop_reading (self);
  set_model (self, NULL);
  g_clear_pointer (&self->stamp, g_free);
  gtk_label_set_label (self->error_label, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
  update (self);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrTimelineView *self = VR_TIMELINE_VIEW (object);
  g_autoptr (GError) error = NULL;
  VrStoreListed listed;
  GArray *versions = vr_store_task_list_versions_finish (result, &listed, &error);
  g_autofree char *stamp = listed.stamp;

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
  self->n_most_words = listed.n_most_words;
  self->coming_stamp = g_steal_pointer (&stamp);
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

static void
retry_cb (VrTimelineView *self)
{
  vr_timeline_view_show (self, self->name);
}

static void
vr_timeline_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_COMPARABLE:
      g_value_set_boolean (value, vr_timeline_view_can_compare (VR_TIMELINE_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vr_timeline_view_dispose (GObject *object)
{
  VrTimelineView *self = VR_TIMELINE_VIEW (object);

  stop_reading (self);
  if (self->list_view != NULL)
    {
      gtk_list_view_set_model (self->list_view, NULL);
      set_model (self, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->figures);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (vr_timeline_view_parent_class)->dispose (object);
}

static void
vr_timeline_view_class_init (VrTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vr_timeline_view_get_property;
  object_class->dispose = vr_timeline_view_dispose;

  properties[PROP_COMPARABLE] =
      g_param_spec_boolean ("comparable", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (VR_TYPE_TAB_STOP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VrTimelineView, content);
  gtk_widget_class_bind_template_child (widget_class, VrTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, VrTimelineView, error_label);
  gtk_widget_class_bind_template_child (widget_class, VrTimelineView, title_label);
  gtk_widget_class_bind_template_child (widget_class, VrTimelineView, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, VrTimelineView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VrTimelineView, list_view);
  gtk_widget_class_bind_template_child (widget_class, VrTimelineView, hint_label);
  gtk_widget_class_bind_template_child (widget_class, VrTimelineView, compare_button);
  gtk_widget_class_bind_template_child (widget_class, VrTimelineView, compare_label);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
vr_timeline_view_init (VrTimelineView *self)
{
  self->figures = vr_timeline_figures_new ();
  g_signal_connect_swapped (self->figures, "changed", G_CALLBACK (figures_changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  vr_button_names_watch_menu (gtk_menu_button_get_popover (self->menu_button));
  self->selection = gtk_single_selection_new (NULL);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (update), self);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

void
vr_timeline_view_show (VrTimelineView *self, const char *name)
{
  g_autofree char *wanted = g_strdup (name);

  g_return_if_fail (VR_IS_TIMELINE_VIEW (self));

  stop_reading (self);
  /* The one before stays to be seen until the other is there, but is nothing to it. */
  if (g_strcmp0 (self->name, wanted) != 0)
    g_clear_pointer (&self->stamp, g_free);
  g_free (self->name);
  self->name = g_steal_pointer (&wanted);
  if (self->name == NULL)
    {
      set_model (self, NULL);
      vr_timeline_figures_set_versions (self->figures, NULL, 0);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      update (self);
      return;
    }
  self->reading = g_cancellable_new ();
  self->loading_timeout = g_timeout_add (LOADING_AFTER_MS, loading_cb, self);
  vr_store_task_list_versions (G_OBJECT (self), self->name, self->stamp, self->reading, listed_cb);
}

const char *
vr_timeline_view_get_name (VrTimelineView *self)
{
  g_return_val_if_fail (VR_IS_TIMELINE_VIEW (self), NULL);

  return self->name;
}

const VrVersion *
vr_timeline_view_peek_selected (VrTimelineView *self)
{
  g_return_val_if_fail (VR_IS_TIMELINE_VIEW (self), NULL);

  return self->reading == NULL && self->model != NULL
             ? vr_timeline_model_peek (self->model, get_selected (self))
             : NULL;
}

VrTimelineModel *
vr_timeline_view_get_model (VrTimelineView *self)
{
  return self->model;
}

GtkWidget *
vr_timeline_view_get_list (VrTimelineView *self)
{
  return GTK_WIDGET (self->list_view);
}

const char *
vr_timeline_view_get_selected_id (VrTimelineView *self)
{
  guint number;

  g_return_val_if_fail (VR_IS_TIMELINE_VIEW (self), NULL);

  if (self->model == NULL || self->reading != NULL)
    return NULL;
  number = get_selected (self);

  return number > 0 && number < vr_timeline_model_get_n_versions (self->model)
             ? vr_timeline_model_peek (self->model, number)->id
             : NULL;
}

gboolean
vr_timeline_view_take_focus (VrTimelineView *self)
{
  g_return_val_if_fail (VR_IS_TIMELINE_VIEW (self), FALSE);

  self->takes_focus = self->reading != NULL;
  if (self->takes_focus || self->model == NULL)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* While others are read, those that stand are not the ones that are named. */
gboolean
vr_timeline_view_can_compare (VrTimelineView *self)
{
  guint older, newer;

  g_return_val_if_fail (VR_IS_TIMELINE_VIEW (self), FALSE);

  return self->stamp != NULL && find_pair (self, &older, &newer);
}

void
vr_timeline_view_compare (VrTimelineView *self)
{
  guint older, newer;

  g_return_if_fail (VR_IS_TIMELINE_VIEW (self));

  if (self->stamp != NULL && find_pair (self, &older, &newer))
    emit_compare (self, older, newer);
}

gboolean
vr_timeline_view_can_play (VrTimelineView *self)
{
  g_return_val_if_fail (VR_IS_TIMELINE_VIEW (self), FALSE);

  return self->stamp != NULL && vr_timeline_model_get_n_versions (self->model) > 1;
}

void
vr_timeline_view_play (VrTimelineView *self)
{
  if (vr_timeline_view_can_play (self))
    emit_compare (self, 1, 2);
}
