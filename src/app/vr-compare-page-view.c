/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the compare page shows of a comparison, and how: views, folds, quiet differences. */
#include "vr-compare-page-private.h"

#include "vr-closures.h"
#include "vr-pair-item.h"

/* In a list narrower than this the summary would take several lines from the articles. */
#define SUMMARY_FROM_PX 480

/* Of its width on one line: on two it needs half, and a word more. */
#define SUMMARY_SHARE 0.6

VrPairPlan *
vr_compare_page_filter (VrComparePage *self, VrPairPlan *plan)
{
  VrPairFilter filter = VR_PAIR_FILTER_ALL;

  const VrSummary *summary = vr_comparison_get_summary (vr_pair_plan_get_comparison (plan));

  if (self->is_critical_only && vr_summary_count_critical (summary) > 0)
    filter.show = VR_PAIR_CRITICAL;
  else if (self->view == VR_VIEW_CHANGES)
    filter.show = VR_PAIR_CHANGED;

  return vr_pair_plan_new_filtered (plan, &filter);
}

/* The row nearest to what stood at @position of @before; a fold only if it was one. */
static guint
find_nearest_row (const VrPairPlan *before, guint position, const VrPairPlan *plan)
{
  guint found = vr_pair_plan_find_counterpart (before, position, plan);

  if (vr_pair_plan_get_fold (plan, found) == 0 || vr_pair_plan_get_fold (before, position) > 0)
    return found;
  if (found + 1 < vr_pair_plan_get_n (plan))
    return found + 1;

  return found > 0 ? found - 1 : found;
}

gboolean
vr_compare_page_has_focus_inside (VrComparePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view));
}

/* Shows @plan, of the same comparison, in place of the one shown, which it takes.  What stands at
 * @fixed, or failing that the selected row, stays where it is. */
static void
swap_plan (VrComparePage *self, VrPairPlan *plan, guint fixed)
{
  VrPairPlan *before = self->plan;
  GListModel *model = vr_pair_item_new_list (plan);
  guint selected = vr_compare_page_get_selected (self);
  gboolean has_focus = vr_compare_page_has_focus_inside (self);
  VrWanted wanted;

  vr_compare_page_note_place (self, plan, fixed != VR_PAIR_NONE ? fixed : selected, &wanted);
  wanted.position = vr_pair_plan_find_counterpart (before, wanted.position, plan);
  wanted.takes_focus = has_focus;
  if (selected != VR_PAIR_NONE)
    selected = find_nearest_row (before, selected, plan);
  /* Who is told of changes on the way must not look for the old position in the new plan, nor the
   * list for its item among all new ones. */
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->plan = plan;
  vr_compare_page_stop_drag (self);
  vr_selection_set_plan (self->text, plan, vr_selection_get_inline (self->text));

  vr_row_heights_set_plan (self->heights, plan);
  vr_row_heights_set_near (self->heights, wanted.position, wanted.position + 1);
  self->first_visible = wanted.position;
  self->has_rows = FALSE;
  gtk_single_selection_set_model (self->selection, model);
  if (selected != VR_PAIR_NONE)
    gtk_single_selection_set_selected (self->selection, selected);
  wanted.n_around = vr_compare_page_count_around (self, wanted.position);
  vr_compare_page_want (self, &wanted);
  vr_compare_page_search_plan (self);
  vr_compare_page_update (self);
  g_object_unref (model);
  vr_pair_plan_unref (before);
}

/* Shows what is to be shown now, and where the reader is, where it was. */
static void
show_again (VrComparePage *self)
{
  gboolean is_inline = self->view == VR_VIEW_INLINE;
  g_autoptr (VrPairPlan) plan = NULL;
  VrWanted wanted;

  if (self->plan == NULL || vr_pair_plan_get_n (self->plan) == 0)
    {
      vr_row_heights_set_inline (self->heights, is_inline);
      return;
    }
  plan = vr_compare_page_filter (self, self->plan);
  if (plan != self->plan)
    {
      vr_row_heights_set_inline (self->heights, is_inline);
      swap_plan (self, g_steal_pointer (&plan), VR_PAIR_NONE);
    }
  else
    {
      vr_compare_page_note_place (self, plan, vr_compare_page_get_selected (self), &wanted);
      vr_row_heights_set_inline (self->heights, is_inline);
      self->has_rows = FALSE;
      vr_compare_page_refresh_rows (self, TRUE);
      wanted.n_around = vr_compare_page_count_around (self, wanted.position);
      vr_compare_page_want (self, &wanted);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self->headings));
}

void
vr_compare_page_set_view (VrComparePage *self, VrView view)
{
  g_return_if_fail (VR_IS_COMPARE_PAGE (self));

  if (self->view == view)
    return;
  self->view = view;
  show_again (self);
}

void
vr_compare_page_set_critical_only (VrComparePage *self, gboolean is_critical_only)
{
  g_return_if_fail (VR_IS_COMPARE_PAGE (self));

  if (self->is_critical_only == is_critical_only)
    return;
  self->is_critical_only = is_critical_only;
  show_again (self);
}

static guint
count_critical (VrComparePage *self)
{
  const VrSummary *summary;

  if (self->plan == NULL)
    return 0;
  summary = vr_comparison_get_summary (vr_pair_plan_get_comparison (self->plan));

  return (guint)vr_summary_count_critical (summary);
}

gboolean
vr_compare_page_has_critical (VrComparePage *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), FALSE);

  return count_critical (self) > 0;
}

/* In a bar without room the figure alone stands beside the icon. */
static void
show_count (VrComparePage *self, GtkWidget *button, GtkLabel *label, guint n, const char *sentence)
{
  g_autofree char *figure = g_strdup_printf ("%'u", n);

  gtk_widget_set_visible (button, n > 0);
  gtk_label_set_label (label, vr_fit_bin_is_folded (self->bar_bin) ? figure : sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
}

void
vr_compare_page_update_counts (VrComparePage *self)
{
  VrComparison *comparison = self->plan != NULL ? vr_pair_plan_get_comparison (self->plan) : NULL;
  guint n_critical = count_critical (self);
  guint n_decided =
      comparison != NULL ? vr_overrides_get_n (vr_comparison_get_overrides (comparison)) : 0;
  g_autofree char *critical = vr_closure_critical (n_critical);
  g_autofree char *decided = vr_closure_decided (n_decided);
  guint n_notes = self->plan != NULL ? vr_notes_get_n (vr_pair_plan_get_notes (self->plan)) : 0;
  g_autofree char *noted = vr_closure_noted (n_notes);

  self->summary_width = 0;
  show_count (self, self->critical_button, self->critical_label, n_critical, critical);
  show_count (self, self->decided_button, self->decided_label, n_decided, decided);
  show_count (self, self->notes_button, self->notes_label, n_notes, noted);
}

/* In the bar, on two lines at most; else on a line below it; of a telephone neither. */
void
vr_compare_page_place_summary (VrComparePage *self, int width)
{
  gboolean has_summary = *gtk_label_get_label (self->summary_label) != '\0';
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (
      GTK_WIDGET (self->low_summary_label), gtk_label_get_label (self->low_summary_label));
  gboolean is_in_bar = FALSE;
  int whole, taken, own;

  if (!vr_fit_bin_is_folded (self->bar_bin))
    {
      pango_layout_get_pixel_size (layout, &whole, NULL);
      gtk_widget_measure (self->bar, GTK_ORIENTATION_HORIZONTAL, -1, &taken, NULL, NULL, NULL);
      gtk_widget_measure (GTK_WIDGET (self->summary_label), GTK_ORIENTATION_HORIZONTAL, -1, &own,
                          NULL, NULL, NULL);
      is_in_bar = width >= taken - own + whole * SUMMARY_SHARE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), is_in_bar);
  gtk_widget_set_visible (GTK_WIDGET (self->low_summary_label),
                          has_summary && !is_in_bar && width >= SUMMARY_FROM_PX);
}

void
vr_compare_page_expect_width (VrComparePage *self, int width)
{
  g_return_if_fail (VR_IS_COMPARE_PAGE (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    vr_compare_page_set_width (self, width);
}

VrView
vr_compare_page_get_view (VrComparePage *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), VR_VIEW_SIDES);

  return self->view;
}

gboolean
vr_compare_page_is_forced (VrComparePage *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), FALSE);

  return self->is_forced;
}

gboolean
vr_compare_page_is_narrow (VrComparePage *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), FALSE);

  return self->is_narrow;
}

void
vr_compare_page_toggle_fold (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VrComparePage *self = VR_COMPARE_PAGE (widget);
  guint position = g_variant_get_uint32 (parameter);

  if (self->plan == NULL || position >= vr_pair_plan_get_n (self->plan)
      || vr_pair_plan_get_fold (self->plan, position) == 0)
    return;
  swap_plan (self, vr_pair_plan_new_toggled (self->plan, position), position);
}

void
vr_compare_page_set_open (VrComparePage *self, guint position)
{
  swap_plan (self, vr_pair_plan_new_toggled (self->plan, position), position);
}

void
vr_compare_page_go_to_place (VrComparePage *self, guint place)
{
  guint position;

  g_return_if_fail (VR_IS_COMPARE_PAGE (self));
  g_return_if_fail (self->plan != NULL);

  position = vr_pair_plan_find_place (self->plan, place);
  if (vr_pair_plan_get_fold (self->plan, position) > 0)
    {
      vr_compare_page_set_open (self, position);
      position = vr_pair_plan_find_place (self->plan, place);
    }
  vr_compare_page_go_to (self, position);
}

void
vr_compare_page_set_quiet (VrComparePage *self, guint bit, VrQuietShow show)
{
  g_return_if_fail (VR_IS_COMPARE_PAGE (self));
  g_return_if_fail (bit < VR_N_QUIET);

  if (self->palette.quiet_shows[bit] == show)
    return;
  self->palette.quiet_shows[bit] = show;
  vr_compare_page_refresh_rows (self, FALSE);
}
