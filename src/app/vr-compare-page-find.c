/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compare page finds: the bar asks, the rows and the overview show, the list goes there. */
#include "vr-compare-page-private.h"

#include "vr-row-highlights.h"

/* A match that is gone to stands here in the list, with more of what follows than of what was. */
#define MATCH_AT 0.4

/* Where in its row at @position the current match stands, 0 to 1.  The row need not be on the
 * screen. */
static double
find_within (VrComparePage *self, guint position)
{
  const VrRowStyle *style = vr_row_heights_peek_style (self->heights);
  g_autoptr (VrRowContent) content = NULL;
  double y;

  if (vr_row_heights_get_width (self->heights) == 0)
    return 0;
  content = vr_row_content_new (self->plan, position, style);
  y = vr_row_highlights_get_y (vr_finder_peek_matches (self->finder), self->plan, position,
                               vr_finder_get_current (self->finder), content);

  return y / MAX (vr_row_content_get_height (content), 1);
}

/* Where the list has the current match, or the fold that hides it. */
static guint
find_match (VrComparePage *self)
{
  const VrMatch *match = vr_finder_peek_current (self->finder);

  if (match == NULL)
    return VR_PAIR_NONE;

  return vr_pair_plan_find_counterpart (vr_pair_plan_get_whole (self->plan), match->position,
                                        self->plan);
}

static void
reveal_match (VrComparePage *self)
{
  VrWanted wanted = { .at = MATCH_AT, .is_lazy = TRUE, .is_point = TRUE };

  wanted.position = find_match (self);
  if (wanted.position == VR_PAIR_NONE)
    return;
  if (vr_pair_plan_get_fold (self->plan, wanted.position) > 0)
    {
      vr_compare_page_set_open (self, wanted.position);
      wanted.position = find_match (self);
    }
  wanted.within = find_within (self, wanted.position);
  gtk_single_selection_set_selected (self->selection, wanted.position);
  vr_compare_page_want (self, &wanted);
}

static void
found_cb (VrFinder *finder, VrComparePage *self)
{
  vr_find_bar_show (self->find_bar, finder);
  vr_compare_page_refresh_rows (self, FALSE);
  vr_overview_strip_refresh (self->overview);
  if (!self->reveals_match || vr_finder_is_busy (finder) || vr_finder_peek_matches (finder) == NULL)
    return;
  self->reveals_match = FALSE;
  reveal_match (self);
}

static void
query_changed_cb (VrFindBar *bar, VrComparePage *self)
{
  if (!vr_find_bar_get_open (bar))
    return;
  self->reveals_match = TRUE;
  vr_finder_set_query (self->finder, vr_find_bar_get_query (bar));
}

/* The reader searches from where the list stands, or from the row selected if that is in view or
 * about to be. */
static guint
find_origin (VrComparePage *self)
{
  guint selected = vr_compare_page_get_selected (self);
  gboolean is_there = selected != VR_PAIR_NONE
                      && (selected >= self->first_visible || selected == self->wanted.position);
  guint origin = is_there ? selected : self->first_visible;

  return origin < vr_pair_plan_get_n (self->plan) ? vr_pair_plan_peek (self->plan, origin)->whole
                                                  : 0;
}

/* Where a match was found the keyboard goes on from its row, else from where the list has it. */
static void
give_focus_to_list (VrComparePage *self)
{
  VrWanted wanted = { .at = MATCH_AT, .is_lazy = TRUE, .is_point = TRUE, .takes_focus = TRUE };

  wanted.position = find_match (self);
  if (wanted.position == VR_PAIR_NONE || wanted.position != vr_compare_page_get_selected (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
      return;
    }
  wanted.within = find_within (self, wanted.position);
  vr_compare_page_want (self, &wanted);
}

static void
open_cb (VrFindBar *bar, GParamSpec *pspec, VrComparePage *self)
{
  gboolean is_open = vr_find_bar_get_open (bar);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.close-find", is_open);
  if (is_open)
    {
      self->reveals_match = *vr_find_bar_get_query (bar) != '\0';
      vr_finder_set_plan (self->finder, self->plan);
      vr_finder_set_origin (self->finder, find_origin (self));
      vr_finder_set_query (self->finder, vr_find_bar_get_query (bar));
    }
  else
    {
      give_focus_to_list (self);
      self->reveals_match = FALSE;
      vr_finder_set_plan (self->finder, NULL);
    }
  vr_compare_page_find_opened (self);
}

void
vr_compare_page_search_plan (VrComparePage *self)
{
  vr_finder_set_plan (self->finder, vr_find_bar_get_open (self->find_bar) ? self->plan : NULL);
}

static void
close_find_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  vr_find_bar_set_open (VR_COMPARE_PAGE (widget)->find_bar, FALSE);
}

void
vr_compare_page_class_init_find (GtkWidgetClass *widget_class)
{
  g_type_ensure (VR_TYPE_FIND_BAR);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, find_bar);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_install_action (widget_class, "compare.close-find", NULL, close_find_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "compare.close-find", NULL);
}

void
vr_compare_page_init_find (VrComparePage *self)
{
  self->finder = vr_finder_new ();
  g_signal_connect (self->finder, "changed", G_CALLBACK (found_cb), self);
  vr_overview_strip_set_finder (self->overview, self->finder);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.close-find", FALSE);
}

void
vr_compare_page_find (VrComparePage *self, const char *query)
{
  g_return_if_fail (VR_IS_COMPARE_PAGE (self));

  /* Asked for once more, it goes on from here. */
  vr_finder_stay (self->finder);
  if (query != NULL)
    vr_find_bar_set_query (self->find_bar, query);
  vr_find_bar_set_open (self->find_bar, TRUE);
}

void
vr_compare_page_find_step (VrComparePage *self, int direction)
{
  g_return_if_fail (VR_IS_COMPARE_PAGE (self));

  /* Opened, it goes to the next match from where the reader is. */
  if (!vr_find_bar_get_open (self->find_bar))
    {
      vr_find_bar_set_open (self->find_bar, TRUE);
      if (direction > 0)
        return;
    }
  self->reveals_match = TRUE;
  vr_finder_step (self->finder, direction);
}

gboolean
vr_compare_page_can_find (VrComparePage *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), FALSE);

  return self->plan != NULL && vr_pair_plan_get_n (self->plan) > 0;
}

gboolean
vr_compare_page_has_painted_match (VrComparePage *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), FALSE);

  if (vr_finder_peek_matches (self->finder) == NULL || vr_finder_is_busy (self->finder))
    return FALSE;

  return vr_finder_get_n (self->finder) == 0 || vr_finder_get_painted (self->finder);
}
