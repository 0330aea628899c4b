/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the keyboard comes to the compare page, goes through it and leaves it. */
#include "vr-compare-page-private.h"

void
vr_compare_page_take_focus (VrComparePage *self)
{
  g_return_if_fail (VR_IS_COMPARE_PAGE (self));

  /* A list that was filled just now has no row yet to give it to. */
  if (self->wanted.position != VR_PAIR_NONE
      && self->wanted.position == vr_compare_page_get_selected (self))
    self->wanted.takes_focus = TRUE;
  if (!gtk_widget_get_visible (self->nothing))
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  else
    gtk_widget_child_focus (self->nothing, GTK_DIR_TAB_FORWARD);
}

/* At the row that the reader stood on last, or else at the first that is seen.  Asked for Tab, a
 * newer list would begin at its first row, and select it where it was out of view. */
static gboolean
enter_list (VrComparePage *self)
{
  GtkWidget *list = GTK_WIDGET (self->list_view);
  GtkWidget *item;

  if (!gtk_widget_grab_focus (list))
    return FALSE;
  item = gtk_widget_get_focus_child (list);
  if (item == NULL)
    item = vr_compare_page_find_list_item (self, self->first_visible);
  /* The row itself comes before its buttons. */
  if (item != NULL && gtk_widget_grab_focus (item))
    gtk_widget_activate_action (list, "list.scroll-to-item", "u",
                                vr_pair_row_get_position (vr_compare_page_get_row (item)));

  return TRUE;
}

static GtkWidget *
get_next_section (VrComparePage *self, GtkWidget *section, gboolean is_forward)
{
  if (section == NULL)
    return is_forward ? gtk_widget_get_first_child (GTK_WIDGET (self))
                      : gtk_widget_get_last_child (GTK_WIDGET (self));

  return is_forward ? gtk_widget_get_next_sibling (section) : gtk_widget_get_prev_sibling (section);
}

/* Whether the list is in @section, with a row to stand on. */
static gboolean
has_list (VrComparePage *self, GtkWidget *section)
{
  return self->plan != NULL && vr_pair_plan_get_n (self->plan) > 0
         && gtk_widget_is_ancestor (GTK_WIDGET (self->list_view), section);
}

/* Whether the keyboard comes from the page that stood in this one's place, which is no Tab. */
static gboolean
is_shown_anew (VrComparePage *self)
{
  GtkWidget *stack = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_STACK);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus == NULL
         || (stack != NULL && gtk_widget_is_ancestor (focus, stack)
             && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

/* The headings stand above the list, in one section with it. */
static gboolean
enter_section (VrComparePage *self, GtkWidget *section, GtkDirectionType direction)
{
  GtkWidget *headings = GTK_WIDGET (self->headings);

  if (!has_list (self, section))
    return gtk_widget_child_focus (section, direction);
  if (direction == GTK_DIR_TAB_FORWARD && !is_shown_anew (self))
    return gtk_widget_child_focus (headings, direction) || enter_list (self);

  return enter_list (self) || gtk_widget_child_focus (headings, direction);
}

/* Goes on inside the section that has the list: from the headings to it and back. */
static gboolean
go_on_at_list (VrComparePage *self, GtkDirectionType direction)
{
  GtkWidget *headings = GTK_WIDGET (self->headings);
  GtkWidget *item;

  if (gtk_widget_get_focus_child (gtk_widget_get_parent (headings)) == headings)
    return gtk_widget_child_focus (headings, direction)
           || (direction == GTK_DIR_TAB_FORWARD && enter_list (self));
  item = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));

  return (item != NULL && gtk_widget_child_focus (item, direction))
         || (direction == GTK_DIR_TAB_BACKWARD && gtk_widget_child_focus (headings, direction));
}

/* The list's own Tab would stop at every paragraph of the article: here it stops at the buttons of
 * the row and then goes on behind the list; the arrows go from row to row. */
gboolean
vr_compare_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  VrComparePage *self = VR_COMPARE_PAGE (widget);
  GtkWidget *section = gtk_widget_get_focus_child (widget);
  gboolean is_forward = direction == GTK_DIR_TAB_FORWARD;

  if (!is_forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->focus (widget, direction);
  if (section != NULL
      && (has_list (self, section) ? go_on_at_list (self, direction)
                                   : gtk_widget_child_focus (section, direction)))
    return TRUE;
  do
    section = get_next_section (self, section, is_forward);
  while (section != NULL && !enter_section (self, section, direction));

  return section != NULL;
}
