/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library is searched: names while they are typed, phrases in all versions on demand. */
#include "vr-library-page-private.h"

static gboolean
has_words (VrLibraryPage *self)
{
  g_autofree char *words = g_strdup (gtk_editable_get_text (self->search_entry));

  return *g_strstrip (words) != '\0';
}

/* What is no name is looked for in the texts. */
static void
enter_found (VrLibraryPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    {
      vr_library_page_search_versions (self);
      return;
    }
  vr_variant_side_close_phrases (self->side);
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  vr_library_page_go_deep (self);
}

static void
search_now (gpointer user_data)
{
  VrLibraryPage *self = VR_LIBRARY_PAGE (user_data);

  self->is_listing = TRUE;
  vr_list_grower_begin (self->grower);
  vr_library_model_search (self->model, gtk_editable_get_text (self->search_entry));
  self->is_listing = FALSE;
  vr_library_page_select_shown (self);
  if (self->is_entered)
    {
      self->is_entered = FALSE;
      enter_found (self);
    }
}

static void
search_cb (VrLibraryPage *self)
{
  gtk_widget_set_visible (self->phrase_button, has_words (self));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);
  vr_list_grower_shrink (self->grower, search_now, self);
}

/* From the entry, the arrow goes to what was found. */
static gboolean
search_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
               GdkModifierType state, VrLibraryPage *self)
{
  if (keyval != GDK_KEY_Down || g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* Who types and presses Enter at once means the words that stand there, not those before. */
static void
enter_cb (VrLibraryPage *self)
{
  self->is_entered = TRUE;
  search_cb (self);
}

void
vr_library_page_class_init_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
}

gboolean
vr_library_page_is_searching (VrLibraryPage *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->search_entry))
          & GTK_STATE_FLAG_FOCUS_WITHIN)
             != 0
         && *gtk_editable_get_text (self->search_entry) != '\0';
}

void
vr_library_page_search (VrLibraryPage *self)
{
  g_return_if_fail (VR_IS_LIBRARY_PAGE (self));

  adw_leaflet_set_visible_child (self->leaflet, self->stories_side);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
vr_library_page_search_versions (VrLibraryPage *self)
{
  gboolean is_folded;

  g_return_if_fail (VR_IS_LIBRARY_PAGE (self));

  if (!has_words (self))
    {
      vr_library_page_search (self);
      return;
    }
  is_folded = adw_leaflet_get_folded (self->leaflet);
  vr_variant_side_search (self->side, gtk_editable_get_text (self->search_entry));
  if (is_folded)
    {
      adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->side));
      /* The entry is out of sight. */
      gtk_widget_child_focus (GTK_WIDGET (self->side), GTK_DIR_TAB_FORWARD);
    }
  vr_variant_side_take_focus (self->side);
}
