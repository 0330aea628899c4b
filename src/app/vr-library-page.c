/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was kept: stories with their variants, and the versions of one of them. */
#include "vr-library-page-private.h"

#include "vr-button-names.h"
#include "vr-library-row.h"
#include "vr-resources.h"
#include "vr-status-page.h"
#include "vr-store-task.h"
#include "vr-tab-stop.h"

/* A wait shorter than this needs no explanation. */
#define LOADING_AFTER_MS 300

enum
{
  PROP_0,
  PROP_DEEP,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VrLibraryPage, vr_library_page, VR_TYPE_COMPARER)

static gboolean
is_deep (VrLibraryPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "library") == 0
         && adw_leaflet_get_folded (self->leaflet)
         && adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->side);
}

static void
notify_place_cb (VrLibraryPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEEP]);
  vr_comparer_update (VR_COMPARER (self));
}

static void
show_page (VrLibraryPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  notify_place_cb (self);
}

void
vr_library_page_go_deep (VrLibraryPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->side));
  vr_variant_side_take_focus (self->side);
}

static void
activate_cb (GtkListView *list_view, guint position, VrLibraryPage *self)
{
  vr_variant_side_close_phrases (self->side);
  vr_library_page_go_deep (self);
}

/* Elsewhere a click shows them already. */
static void
clicked_cb (GtkGestureClick *click, int n_press, double x, double y, VrLibraryPage *self)
{
  vr_variant_side_close_phrases (self->side);
  if (adw_leaflet_get_folded (self->leaflet))
    vr_library_page_go_deep (self);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, VrLibraryPage *self)
{
  GtkWidget *row = vr_library_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, VrLibraryPage *self)
{
  vr_library_row_set_item (gtk_list_item_get_child (item),
                           VR_LIBRARY_ITEM (gtk_list_item_get_item (item)));
}

static void
selected_cb (VrLibraryPage *self)
{
  VrLibraryItem *item = gtk_single_selection_get_selected_item (self->selection);

  /* What a search leaves out is still there to be read. */
  if (item == NULL || self->is_listing
      || g_strcmp0 (vr_timeline_view_get_name (self->timeline), vr_library_item_get_name (item))
             == 0)
    return;
  vr_variant_side_close_phrases (self->side);
  vr_variant_side_show (self->side, vr_library_item_get_name (item));
}

void
vr_library_page_select_shown (VrLibraryPage *self)
{
  const char *name = vr_timeline_view_get_name (self->timeline);
  guint position = name != NULL ? vr_library_model_find (self->model, name) : VR_LIBRARY_NONE;

  /* One that is further down is not to be waited for. */
  if (position != VR_LIBRARY_NONE
      && position >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    vr_list_grower_reach (self->grower);
  gtk_single_selection_set_selected (
      self->selection, position != VR_LIBRARY_NONE ? position : GTK_INVALID_LIST_POSITION);
  gtk_stack_set_visible_child_name (
      self->stories_stack,
      g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 ? "stories" : "nothing");
}

static void
stop_reading (VrLibraryPage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->loading_timeout, g_source_remove);
}

/* What was read before is read anew, or what comes first. */
static void
show_versions (VrLibraryPage *self)
{
  g_autofree char *shown = g_strdup (vr_timeline_view_get_name (self->timeline));

  vr_variant_side_show (self->side, vr_library_model_has (self->model, shown)
                                        ? shown
                                        : vr_library_model_peek_name (self->model, 0));
}

/* Who has kept nothing yet has thrown nothing away. */
static void
show_nothing (VrLibraryPage *self)
{
  g_autofree char *path = vr_archive_dup_default_path ();

  gtk_widget_set_visible (self->trash_button, g_file_test (path, G_FILE_TEST_IS_DIR));
  vr_variant_side_show (self->side, NULL);
}

/* The row that shows variant @name, as far as it is in sight; NULL for none. */
static GtkWidget *
find_row (VrLibraryPage *self, const char *name)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (row != NULL && g_strcmp0 (vr_library_row_get_name (row), name) == 0)
        return child;
    }

  return NULL;
}

/* Whoever was in the list when another program changed it stays at the variant shown, wherever it
 * stands now; a list view would stay at the number of its row. */
static void
keep_keyboard (VrLibraryPage *self)
{
  GtkWidget *row = find_row (self, vr_timeline_view_get_name (self->timeline));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (row == NULL)
    vr_library_page_take_focus (self);
  else if (gtk_root_get_focus (root) != row)
    gtk_widget_grab_focus (row);
}

static gboolean
has_keyboard (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrLibraryPage *self = VR_LIBRARY_PAGE (object);
  g_autoptr (GError) error = NULL;
  GArray *variants = vr_store_task_list_variants_finish (result, &error);
  g_autofree char *markup = NULL;
  gboolean had_keyboard;

  /* What is not wanted any more is told by its cancellable. */
  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    {
      g_clear_pointer (&variants, g_array_unref);
      return;
    }
  stop_reading (self);
  if (variants == NULL)
    {
      markup = g_markup_escape_text (error->message, -1);
      adw_status_page_set_description (self->error_page, markup);
      show_page (self, "error");
      return;
    }
  had_keyboard = has_keyboard (GTK_WIDGET (self->list_view));
  self->is_listing = TRUE;
  if (vr_library_model_get_n_variants (self->model) == 0)
    vr_list_grower_begin (self->grower);
  vr_library_model_set_variants (self->model, variants);
  self->is_listing = FALSE;
  if (vr_library_model_get_n_variants (self->model) > 0)
    show_versions (self);
  else
    show_nothing (self);
  vr_library_page_select_shown (self);
  show_page (self, vr_library_model_get_n_variants (self->model) > 0 ? "library" : "empty");
  if (self->takes_focus)
    vr_library_page_take_focus (self);
  else if (had_keyboard)
    keep_keyboard (self);
}

static gboolean
loading_cb (gpointer user_data)
{
  VrLibraryPage *self = VR_LIBRARY_PAGE (user_data);

  self->loading_timeout = 0;
  /* A list that is read anew stays until then. */
  if (vr_library_model_get_n_variants (self->model) == 0)
    show_page (self, "loading");

  return G_SOURCE_REMOVE;
}

static gboolean
vr_library_page_can_compare (VrComparer *comparer)
{
  VrLibraryPage *self = VR_LIBRARY_PAGE (comparer);

  return vr_library_page_can_search (self) && vr_comparer_can_compare (VR_COMPARER (self->side));
}

static void
vr_library_page_compare (VrComparer *comparer)
{
  vr_comparer_compare (VR_COMPARER (VR_LIBRARY_PAGE (comparer)->side));
}

static void
vr_library_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VrLibraryPage *self = VR_LIBRARY_PAGE (object);

  switch (id)
    {
    case PROP_DEEP:
      g_value_set_boolean (value, is_deep (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vr_library_page_dispose (GObject *object)
{
  VrLibraryPage *self = VR_LIBRARY_PAGE (object);

  stop_reading (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_LIBRARY_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->grower);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (vr_library_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VrLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VrLibraryPage, error_page);
  gtk_widget_class_bind_template_child (widget_class, VrLibraryPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, VrLibraryPage, keep_button);
  gtk_widget_class_bind_template_child (widget_class, VrLibraryPage, trash_button);
  gtk_widget_class_bind_template_child (widget_class, VrLibraryPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, VrLibraryPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, VrLibraryPage, stories_side);
  gtk_widget_class_bind_template_child (widget_class, VrLibraryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VrLibraryPage, library_menu_button);
  gtk_widget_class_bind_template_child (widget_class, VrLibraryPage, stories_stack);
  gtk_widget_class_bind_template_child (widget_class, VrLibraryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, VrLibraryPage, phrase_button);
  gtk_widget_class_bind_template_child (widget_class, VrLibraryPage, side);
  gtk_widget_class_bind_template_callback (widget_class, notify_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, vr_comparer_update);
  gtk_widget_class_bind_template_callback (widget_class, vr_comparer_emit);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, vr_library_page_refresh);
  gtk_widget_class_bind_template_callback (widget_class, vr_library_page_select_shown);
  vr_library_page_class_init_search (widget_class);
}

static void
vr_library_page_class_init (VrLibraryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  VrComparerClass *comparer_class = VR_COMPARER_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vr_library_page_get_property;
  object_class->dispose = vr_library_page_dispose;
  comparer_class->can_compare = vr_library_page_can_compare;
  comparer_class->compare = vr_library_page_compare;

  properties[PROP_DEEP] =
      g_param_spec_boolean ("deep", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VR_TYPE_TAB_STOP);
  g_type_ensure (VR_TYPE_VARIANT_SIDE);
  gtk_widget_class_set_css_name (widget_class, "librarypage");
  bind_template (widget_class);
}

static void
vr_library_page_init (VrLibraryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->timeline = vr_variant_side_get_timeline (self->side);
  vr_status_page_mend (self->empty_page);
  vr_status_page_mend (self->error_page);
  vr_button_names_watch_menu (gtk_menu_button_get_popover (self->library_menu_button));
  self->model = vr_library_model_new ();
  self->grower = vr_list_grower_new (G_LIST_MODEL (self->model));
  self->selection =
      gtk_single_selection_new (g_object_ref (vr_list_grower_get_list (self->grower)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

void
vr_library_page_refresh (VrLibraryPage *self)
{
  g_return_if_fail (VR_IS_LIBRARY_PAGE (self));

  stop_reading (self);
  self->reading = g_cancellable_new ();
  self->loading_timeout = g_timeout_add (LOADING_AFTER_MS, loading_cb, self);
  vr_store_task_list_variants (G_OBJECT (self), self->reading, listed_cb);
}

void
vr_library_page_set_can_keep (VrLibraryPage *self, gboolean can_keep)
{
  g_return_if_fail (VR_IS_LIBRARY_PAGE (self));

  gtk_widget_set_visible (self->keep_button, can_keep);
  gtk_widget_set_visible (self->open_button, !can_keep);
}

VrLibraryModel *
vr_library_page_get_model (VrLibraryPage *self)
{
  return self->model;
}

GtkWidget *
vr_library_page_get_list (VrLibraryPage *self)
{
  return GTK_WIDGET (self->list_view);
}

VrTimelineView *
vr_library_page_get_timeline (VrLibraryPage *self)
{
  return self->timeline;
}

void
vr_library_page_take_focus (VrLibraryPage *self)
{
  const char *shown;

  g_return_if_fail (VR_IS_LIBRARY_PAGE (self));

  self->takes_focus = self->reading != NULL;
  shown = gtk_stack_get_visible_child_name (self->stack);
  if (self->takes_focus)
    return;
  if (g_strcmp0 (shown, "library") != 0)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  else if (is_deep (self) || vr_variant_side_has_phrases (self->side))
    vr_variant_side_take_focus (self->side);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

gboolean
vr_library_page_can_search (VrLibraryPage *self)
{
  g_return_val_if_fail (VR_IS_LIBRARY_PAGE (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "library") == 0;
}

/* Who searched is back where that began. */
static void
leave_phrases (VrLibraryPage *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, self->stories_side);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

gboolean
vr_library_page_go_back (VrLibraryPage *self)
{
  g_return_val_if_fail (VR_IS_LIBRARY_PAGE (self), FALSE);

  if (vr_variant_side_stop (self->side))
    return TRUE;
  if (vr_library_page_is_searching (self))
    {
      gtk_editable_set_text (self->search_entry, "");
      return TRUE;
    }
  if (vr_variant_side_has_phrases (self->side))
    {
      vr_variant_side_close_phrases (self->side);
      leave_phrases (self);
      return TRUE;
    }
  if (!is_deep (self))
    return FALSE;
  adw_leaflet_set_visible_child (self->leaflet, self->stories_side);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));

  return TRUE;
}

void
vr_library_page_set_view (VrLibraryPage *self, VrVariantViewKind view)
{
  g_return_if_fail (VR_IS_LIBRARY_PAGE (self));

  vr_variant_side_close_phrases (self->side);
  vr_variant_side_set_view (self->side, view);
}

void
vr_library_page_set_style (VrLibraryPage *self, const VrReadingStyle *style)
{
  g_return_if_fail (VR_IS_LIBRARY_PAGE (self));

  vr_variant_side_set_style (self->side, style);
}
