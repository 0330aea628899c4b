/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From change to change, and to the other end of a move. */
#include "vr-compare-page-private.h"

#include "vr-pattern.h"
#include "vr-row-moves.h"

/* A change that is stepped to stands here, so that what leads up to it is seen too. */
#define STEP_AT 0.25

void
vr_compare_page_go_to (VrComparePage *self, guint position)
{
  VrWanted wanted = { .position = position, .at = STEP_AT, .is_lazy = TRUE, .takes_focus = TRUE };

  gtk_single_selection_set_selected (self->selection, position);
  /* Where there is a caret it goes along, or the next key would lead back. */
  if (vr_selection_get_column (self->text) != NULL)
    vr_compare_page_take_caret (self, position);
  vr_compare_page_want (self, &wanted);
}

/* The place that the row at @position moved from or to, or failing that a sentence of it. */
static guint
find_other_place (VrComparePage *self, guint position)
{
  guint place = vr_pair_plan_find_partner_place (self->plan, position);

  return place != G_MAXUINT ? place : vr_row_moves_find_next (self->plan, position);
}

void
vr_compare_page_go_to_row (VrComparePage *self, guint row)
{
  VrComparison *comparison;

  g_return_if_fail (VR_IS_COMPARE_PAGE (self));
  g_return_if_fail (self->plan != NULL);

  comparison = vr_pair_plan_get_comparison (self->plan);
  vr_compare_page_go_to_place (self, vr_comparison_get_row_place (comparison, row));
}

static gboolean
has_text (const VrComparison *comparison, guint row, VrSide side, const VrPattern *pattern)
{
  VrArticle *article = vr_comparison_get_article (comparison, side);
  VrRow parts = vr_comparison_get_row (comparison, row);
  guint n;
  const guint32 *paragraphs = vr_row_peek_paragraphs (&parts, side, &n);
  VrSpan match;

  for (guint i = 0; i < n; i++)
    if (vr_pattern_find (pattern, vr_article_get_paragraph_text (article, paragraphs[i]), 0,
                         &match))
      return TRUE;

  return FALSE;
}

/* What stands in several places is looked for where something happened. */
static guint
find_text_row (const VrComparison *comparison, VrSide side, const VrPattern *pattern)
{
  guint n = vr_comparison_get_n_rows (comparison);
  guint first = VR_PAIR_NONE;

  for (guint row = 0; row < n; row++)
    {
      gboolean is_change = vr_comparison_is_change (comparison, row);

      if ((first != VR_PAIR_NONE && !is_change) || !has_text (comparison, row, side, pattern))
        continue;
      if (is_change)
        return row;
      first = row;
    }

  return first;
}

gboolean
vr_compare_page_go_to_text (VrComparePage *self, VrSide side, const char *text, gboolean is_sought)
{
  g_autoptr (VrPattern) pattern = vr_pattern_new (text);
  guint row = VR_PAIR_NONE;

  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), FALSE);

  if (self->plan != NULL && pattern != NULL)
    row = find_text_row (vr_pair_plan_get_comparison (self->plan), side, pattern);
  if (row == VR_PAIR_NONE)
    return FALSE;
  /* What was found in what was shown before is no place to go on from. */
  vr_find_bar_set_open (self->find_bar, FALSE);
  vr_compare_page_go_to_row (self, row);
  if (is_sought)
    vr_compare_page_find (self, text);

  return TRUE;
}

void
vr_compare_page_follow_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VrComparePage *self = VR_COMPARE_PAGE (widget);
  guint position = g_variant_get_uint32 (parameter);
  guint place;

  if (self->plan == NULL || position >= vr_pair_plan_get_n (self->plan))
    return;
  place = find_other_place (self, position);
  if (place != G_MAXUINT)
    vr_compare_page_go_to_place (self, place);
}

/* The change a step leads to; with nothing selected, counted from what is seen first. */
static guint
find_step (VrComparePage *self, VrStep step)
{
  guint n = self->plan != NULL ? vr_pair_plan_get_n_changes (self->plan) : 0;
  guint selected = vr_compare_page_get_selected (self);
  gboolean is_selected = selected != VR_PAIR_NONE;
  guint from = is_selected ? selected : self->first_visible;
  guint index;

  if (n == 0)
    return VR_PAIR_NONE;
  index = vr_pair_plan_count_changes_before (self->plan, from);
  if (step == VR_STEP_FIRST)
    index = 0;
  else if (step == VR_STEP_LAST)
    index = n - 1;
  else if (step == VR_STEP_PREVIOUS)
    index = index > 0 ? index - 1 : n;
  else if (is_selected && vr_pair_plan_is_change (self->plan, selected))
    index++;

  return index < n ? vr_pair_plan_get_change (self->plan, index) : VR_PAIR_NONE;
}

gboolean
vr_compare_page_can_step (VrComparePage *self, VrStep step)
{
  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), FALSE);

  return find_step (self, step) != VR_PAIR_NONE;
}

void
vr_compare_page_step (VrComparePage *self, VrStep step)
{
  guint position;

  g_return_if_fail (VR_IS_COMPARE_PAGE (self));

  position = find_step (self, step);
  if (position != VR_PAIR_NONE)
    vr_compare_page_go_to (self, position);
}

void
vr_compare_page_show_change (VrComparePage *self)
{
  VrWanted wanted = { .position = find_step (self, VR_STEP_FIRST), .at = STEP_AT, .is_lazy = TRUE };

  if (wanted.position == VR_PAIR_NONE)
    return;
  gtk_single_selection_set_selected (self->selection, wanted.position);
  vr_compare_page_want (self, &wanted);
}

gboolean
vr_compare_page_can_follow (VrComparePage *self)
{
  guint selected = vr_compare_page_get_selected (self);

  return selected != VR_PAIR_NONE && find_other_place (self, selected) != G_MAXUINT;
}

void
vr_compare_page_follow (VrComparePage *self)
{
  if (vr_compare_page_can_follow (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "compare.follow", "u",
                                vr_compare_page_get_selected (self));
}
