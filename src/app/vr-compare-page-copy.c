/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the compare page goes to the clipboard, and the menu that offers it. */
#include "vr-compare-page-private.h"

#include "vr-button-names.h"
#include "vr-citation.h"
#include "vr-cited-words.h"
#include "vr-resources.h"
#include "vr-role-menu.h"
#include "vr-text-content.h"

void
vr_compare_page_update_primary (VrComparePage *self)
{
  VrTextRange range;

  if (vr_selection_is_empty (self->text) || !vr_selection_get_range (self->text, &range))
    return;
  g_autoptr (GdkContentProvider) content =
      vr_text_content_new (self->plan, vr_selection_get_view (self->text), range);
  gdk_clipboard_set_content (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), content);
}

/* All of the row that is stood on: as it is now, or as it was where it is no more. */
static gboolean
find_row_range (VrComparePage *self, VrRowView *view, VrTextRange *range)
{
  guint selected = vr_compare_page_get_selected (self);
  VrComparison *comparison = vr_pair_plan_get_comparison (self->plan);
  g_autoptr (VrColumn) column = NULL;
  guint row, first, last;

  if (selected == VR_PAIR_NONE)
    return FALSE;
  row = vr_pair_plan_get_row_index (self->plan, selected);
  *view = vr_comparison_get_row (comparison, row).n_new > 0 ? VR_ROW_VIEW_NEW : VR_ROW_VIEW_OLD;
  column = vr_column_new (self->plan, *view);
  first = last =
      vr_pair_plan_find_place (self->plan, vr_comparison_get_row_place (comparison, row));
  while (last + 1 < vr_pair_plan_get_n (self->plan)
         && !vr_pair_plan_is_first (self->plan, last + 1))
    last++;
  range->from = (VrTextPoint){ vr_column_find (column, first, 1), 0 };
  range->to.position = vr_column_find (column, last, -1);
  if (range->from.position == VR_PAIR_NONE || range->to.position == VR_PAIR_NONE
      || range->from.position > range->to.position)
    return FALSE;
  range->to.byte = vr_column_get_n_bytes (column, range->to.position);

  return TRUE;
}

void
vr_compare_page_copy (VrComparePage *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  g_autoptr (GdkContentProvider) content = NULL;
  VrTextRange range;
  VrRowView view;

  g_return_if_fail (VR_IS_COMPARE_PAGE (self));

  if (self->plan == NULL)
    return;
  if (!vr_selection_is_empty (self->text))
    {
      view = vr_selection_get_view (self->text);
      vr_selection_get_range (self->text, &range);
    }
  else if (!find_row_range (self, &view, &range))
    {
      return;
    }
  content = vr_text_content_new (self->plan, view, range);
  gdk_clipboard_set_content (clipboard, content);
}

char *
vr_compare_page_dup_citation (VrComparePage *self)
{
  VrComparison *comparison;
  VrCitation citation = { .is_moved = FALSE };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (VrCitedWords) cited = NULL;
  VrTextRange range;

  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), NULL);

  if (!vr_compare_page_get_copyable (self))
    return NULL;
  if (!vr_selection_is_empty (self->text) && vr_selection_get_range (self->text, &range))
    cited = vr_cited_words_of_range (vr_selection_get_column (self->text), range);
  else
    cited = vr_cited_words_of_row (self->plan, vr_compare_page_get_selected (self));
  if (cited->words[VR_SIDE_OLD] == NULL && cited->words[VR_SIDE_NEW] == NULL)
    return NULL;
  comparison = vr_pair_plan_get_comparison (self->plan);
  citation.is_moved = cited->is_moved;
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      citation.words[side] = cited->words[side];
      citation.titles[side] = vr_article_get_title (vr_comparison_get_article (comparison, side));
    }

  return vr_citation_format (&citation, now);
}

void
vr_compare_page_copy_citation (VrComparePage *self)
{
  g_autofree char *citation = vr_compare_page_dup_citation (self);

  if (citation != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), citation);
}

void
vr_compare_page_select_all (VrComparePage *self)
{
  VrRowView view = VR_ROW_VIEW_NEW;
  VrColumn *column;

  g_return_if_fail (VR_IS_COMPARE_PAGE (self));

  if (self->plan == NULL)
    return;
  column = vr_selection_get_column (self->text);
  if (column != NULL)
    view = vr_column_get_view (column);
  else if (vr_selection_get_inline (self->text))
    view = VR_ROW_VIEW_INLINE;
  vr_selection_select_all (self->text, view);
  vr_compare_page_update_primary (self);
  vr_compare_page_wake_caret (self);
  vr_compare_page_describe_caret (self, (VrSpan){ 0, 0 });
}

/* A popover that closes leaves the keyboard to the first widget of the window. */
static void
menu_closed_cb (VrComparePage *self)
{
  GtkWidget *list_item = vr_compare_page_find_list_item (self, vr_compare_page_get_selected (self));

  if (list_item != NULL)
    vr_compare_page_focus_in_place (self, list_item);
  else
    vr_compare_page_take_focus (self);
}

void
vr_compare_page_show_menu (VrComparePage *self, double x, double y)
{
  GdkRectangle at = { .width = 1, .height = 1 };

  if (self->row_menu == NULL)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource (VR_RESOURCES "vr-row-menu.ui");
      GMenuModel *model = G_MENU_MODEL (gtk_builder_get_object (builder, "row_menu"));

      vr_role_menu_fill (G_MENU (gtk_builder_get_object (builder, "role_menu")));
      self->row_menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->row_menu), FALSE);
      gtk_widget_set_halign (self->row_menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->row_menu, GTK_WIDGET (self));
      vr_button_names_watch_menu (GTK_POPOVER (self->row_menu));
      g_signal_connect_swapped (self->row_menu, "closed", G_CALLBACK (menu_closed_cb), self);
    }
  gtk_widget_translate_coordinates (GTK_WIDGET (self->list_view), GTK_WIDGET (self), x, y, &x, &y);
  at.x = (int)x;
  at.y = (int)y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->row_menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->row_menu));
}

/* By key the menu opens below the row that is stood on. */
static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VrComparePage *self = VR_COMPARE_PAGE (widget);
  guint selected = vr_compare_page_get_selected (self);
  GtkWidget *list_item = vr_compare_page_find_list_item (self, selected);
  double x = gtk_widget_get_width (GTK_WIDGET (self->list_view)) / 2.0;
  double top = 0;
  double bottom = 0;

  if (list_item != NULL)
    vr_compare_page_get_extent (self, list_item, &top, &bottom);
  vr_compare_page_show_menu (
      self, x, CLAMP (bottom, 0, gtk_widget_get_height (GTK_WIDGET (self->list_view))));
}

/* These keys are the page's, not the application's, so that an entry keeps its own. */
void
vr_compare_page_install_copy (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "win.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.copy-citation", NULL);
}
