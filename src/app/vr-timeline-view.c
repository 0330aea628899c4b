/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A variant's versions, newest first, and what can be compared of them. */
#include "vr-timeline-view-private.h"

#include "vr-button-names.h"
#include "vr-resources.h"
#include "vr-store-task.h"
#include "vr-tab-stop.h"
#include "vr-timeline-rows.h"
#include "vr-timeline-words.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (VrTimelineView, vr_timeline_view, VR_TYPE_COMPARER)

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

void
vr_timeline_view_update (VrTimelineView *self)
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
  vr_comparer_update (VR_COMPARER (self));
}

static void
figures_changed_cb (VrTimelineView *self)
{
  vr_timeline_rows_update_flags (self->list_view, self->model, self->figures);
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
  vr_comparer_emit (VR_COMPARER (self), &pair);
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
retry_cb (VrTimelineView *self)
{
  vr_timeline_view_show (self, self->name);
}

/* While others are read, those that stand are not the ones that are named. */
static gboolean
vr_timeline_view_can_compare (VrComparer *comparer)
{
  VrTimelineView *self = VR_TIMELINE_VIEW (comparer);
  guint older, newer;

  return self->stamp != NULL && find_pair (self, &older, &newer);
}

static void
vr_timeline_view_compare (VrComparer *comparer)
{
  VrTimelineView *self = VR_TIMELINE_VIEW (comparer);
  guint older, newer;

  if (find_pair (self, &older, &newer))
    emit_compare (self, older, newer);
}

static void
vr_timeline_view_dispose (GObject *object)
{
  VrTimelineView *self = VR_TIMELINE_VIEW (object);

  vr_timeline_view_stop_reading (self);
  if (self->list_view != NULL)
    {
      gtk_list_view_set_model (self->list_view, NULL);
      vr_timeline_view_set_model (self, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_TIMELINE_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->figures);
  g_clear_pointer (&self->name, g_free);
  vr_variant_titles_clear (&self->titles);

  G_OBJECT_CLASS (vr_timeline_view_parent_class)->dispose (object);
}

static void
vr_timeline_view_class_init (VrTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  VrComparerClass *comparer_class = VR_COMPARER_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vr_timeline_view_dispose;
  comparer_class->can_compare = vr_timeline_view_can_compare;
  comparer_class->compare = vr_timeline_view_compare;

  g_type_ensure (VR_TYPE_TAB_STOP);
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
  g_signal_connect_swapped (self->selection, "notify::selected",
                            G_CALLBACK (vr_timeline_view_update), self);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

const char *
vr_timeline_view_get_name (VrTimelineView *self)
{
  g_return_val_if_fail (VR_IS_TIMELINE_VIEW (self), NULL);

  return self->name;
}

/* The titles of the variant before stay as long as that is seen. */
void
vr_timeline_view_dup_titles (VrTimelineView *self, VrVariantTitles *titles)
{
  g_return_if_fail (VR_IS_TIMELINE_VIEW (self) && self->name != NULL);

  if (self->stamp != NULL)
    *titles = vr_variant_titles_copy (&self->titles);
  else
    vr_variant_titles_init_slugs (titles, self->name);
}

GMenuModel *
vr_timeline_view_get_menu (VrTimelineView *self)
{
  g_return_val_if_fail (VR_IS_TIMELINE_VIEW (self), NULL);

  return gtk_menu_button_get_menu_model (self->menu_button);
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
