/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the reader stands: carried over to the comparison that takes the place of what is shown,
 * and told so that another window finds it again. */
#include "vr-compare-page-private.h"

#include <string.h>

/* A row that is not there any more is looked for beside so many of its neighbours. */
#define MAX_NEIGHBOURS 64

/* Laying out a row takes about a millisecond. */
#define MAX_AROUND 48

/* A comparison and the one that takes its place. */
typedef struct
{
  const VrComparison *before;
  const VrComparison *after;
} Change;

/* The paragraph with the text of another, as near as can be to where that one stood. */
static guint
find_text (const VrArticle *article, VrSlice text, guint32 stood_at)
{
  guint n = vr_article_get_n_paragraphs (article);
  guint best = VR_PAIR_NONE;
  guint best_distance = G_MAXUINT;

  for (guint i = 0; i < n; i++)
    {
      VrSlice other = vr_article_get_paragraph_text (article, i);
      guint distance = i > stood_at ? i - stood_at : stood_at - i;

      if (distance < best_distance && other.n_bytes == text.n_bytes
          && memcmp (other.text, text.text, text.n_bytes) == 0)
        {
          best = i;
          best_distance = distance;
        }
    }

  return best;
}

/* What was not read anew is the same article, maybe on the other side by now. */
static guint
find_row_on_side (const Change *change, guint index, VrSide side)
{
  VrRow row = vr_comparison_get_row (change->before, index);
  const VrArticle *article = vr_comparison_get_article (change->before, side);
  guint n, found;
  const guint32 *paragraphs = vr_row_peek_paragraphs (&row, side, &n);

  if (n == 0)
    return VR_PAIR_NONE;
  for (guint there = 0; there < VR_N_SIDES; there++)
    if (vr_comparison_get_article (change->after, there) == article)
      return vr_comparison_find_row (change->after, there, paragraphs[0]);
  found = find_text (vr_comparison_get_article (change->after, side),
                     vr_article_get_paragraph_text (article, paragraphs[0]), paragraphs[0]);

  return found != VR_PAIR_NONE ? vr_comparison_find_row (change->after, side, found) : VR_PAIR_NONE;
}

static guint
find_same_row (const Change *change, guint row)
{
  guint found;

  if (row >= vr_comparison_get_n_rows (change->before))
    return VR_PAIR_NONE;
  found = find_row_on_side (change, row, VR_SIDE_NEW);
  if (found == VR_PAIR_NONE)
    found = find_row_on_side (change, row, VR_SIDE_OLD);

  return found;
}

/* The row itself, or where it would stand by its nearest neighbour that is still there. */
static guint
find_row (const Change *change, guint row)
{
  guint n = vr_comparison_get_n_rows (change->after);
  guint found = find_same_row (change, row);

  for (guint i = 1; i <= MAX_NEIGHBOURS && found == VR_PAIR_NONE; i++)
    {
      guint before = row >= i ? find_same_row (change, row - i) : VR_PAIR_NONE;
      guint behind = before == VR_PAIR_NONE ? find_same_row (change, row + i) : VR_PAIR_NONE;

      if (before != VR_PAIR_NONE)
        found = MIN (before + i, n - 1);
      else if (behind != VR_PAIR_NONE)
        found = behind > i ? behind - i : 0;
    }

  return found != VR_PAIR_NONE ? found : MIN (row, n - 1);
}

/* Which position of @after shows what stands at @position of @before. */
static guint
find_position (const VrPairPlan *before, guint position, const VrPairPlan *after)
{
  Change change = { vr_pair_plan_get_comparison (before), vr_pair_plan_get_comparison (after) };
  const VrPair *pair = vr_pair_plan_peek (before, position);
  guint part = pair->n_folded > 0 ? 0 : position - vr_pair_plan_find_place (before, pair->place);
  guint row, place, found;

  row = find_row (&change, vr_pair_plan_get_row_index (before, position));
  place = vr_comparison_get_row_place (change.after, row);
  if (vr_pair_plan_is_reference (before, position)
      && vr_comparison_get_row_reference (change.after, row) != G_MAXUINT)
    place = vr_comparison_get_row_reference (change.after, row);
  found = vr_pair_plan_find_place (after, place);
  while (part-- > 0 && !vr_pair_plan_is_last (after, found))
    found++;
  /* An open fold stands before the place that it begins with. */
  if (pair->n_folded > 0 && found > 0 && vr_pair_plan_peek (after, found - 1)->place == place)
    found--;

  return found;
}

/* Opens the fold of @plan, which it takes, that hides what stands at place @place of another. */
static VrPairPlan *
open_fold (const Change *change, guint place, VrPairPlan *plan)
{
  guint row = find_same_row (change, vr_comparison_get_place (change->before, place).row);
  g_autoptr (VrPairPlan) closed = NULL;
  guint position;

  if (row == VR_PAIR_NONE)
    return plan;
  position = vr_pair_plan_find_place (plan, vr_comparison_get_row_place (change->after, row));
  if (vr_pair_plan_get_fold (plan, position) == 0)
    return plan;
  closed = plan;

  return vr_pair_plan_new_toggled (closed, position);
}

/* What the reader unfolded stays so.  A step may part what was one fold, so both its ends count. */
static VrPairPlan *
keep_open (const VrPairPlan *before, VrPairPlan *plan)
{
  const Change change = { vr_pair_plan_get_comparison (before),
                          vr_pair_plan_get_comparison (plan) };

  for (guint i = 0; i < vr_pair_plan_get_n (before); i++)
    if (vr_pair_plan_is_open (before, i))
      {
        const VrPair *fold = vr_pair_plan_peek (before, i);

        plan = open_fold (&change, fold->place, plan);
        plan = open_fold (&change, fold->place + fold->n_folded - 1, plan);
      }

  return plan;
}

/* Heights are estimates that may be too large. */
guint
vr_compare_page_count_around (VrComparePage *self, guint position)
{
  int least = 2 * gtk_widget_get_height (GTK_WIDGET (self->list_view));
  guint n = 0;

  while (n < MAX_AROUND
         && vr_row_heights_sum (self->heights, position - MIN (position, n), position) < least
         && vr_row_heights_sum (self->heights, position, position + n) < least)
    n++;

  return n;
}

void
vr_compare_page_replace_plan (VrComparePage *self, VrPairPlan *plan)
{
  g_autoptr (VrPairPlan) before = NULL;
  VrWanted wanted;
  guint selected;

  g_return_if_fail (VR_IS_COMPARE_PAGE (self));
  g_return_if_fail (plan != NULL);

  if (self->plan == NULL || vr_pair_plan_get_n (self->plan) == 0 || vr_pair_plan_get_n (plan) == 0)
    {
      vr_compare_page_set_plan (self, plan);
      return;
    }
  before = vr_pair_plan_ref (self->plan);
  selected = vr_compare_page_get_selected (self);
  vr_compare_page_note_place (self, before, selected, &wanted);
  wanted.takes_focus = vr_compare_page_has_focus_inside (self);

  vr_compare_page_show (self, keep_open (before, vr_compare_page_filter (self, plan)));
  wanted.position = find_position (before, wanted.position, self->plan);
  if (selected != VR_PAIR_NONE)
    gtk_single_selection_set_selected (self->selection,
                                       find_position (before, selected, self->plan));
  wanted.n_around = vr_compare_page_count_around (self, wanted.position);
  vr_compare_page_want (self, &wanted);
}

VrReadingPlace *
vr_compare_page_dup_place (VrComparePage *self)
{
  VrReadingPlace *place;

  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), NULL);

  if (self->plan == NULL || !self->has_rows)
    return NULL;
  place = g_new0 (VrReadingPlace, 1);
  vr_row_anchor_set (&place->top, self->plan, self->first_visible);
  place->within = self->first_within;
  vr_row_anchor_set (&place->selected, self->plan, vr_compare_page_get_selected (self));

  return place;
}

void
vr_compare_page_return_to (VrComparePage *self, const VrReadingPlace *place)
{
  guint position;

  g_return_if_fail (VR_IS_COMPARE_PAGE (self));

  if (self->plan == NULL)
    return;
  position = vr_row_anchor_find (&place->selected, self->plan);
  if (position != VR_PAIR_NONE)
    gtk_single_selection_set_selected (self->selection, position);
  position = vr_row_anchor_find (&place->top, self->plan);
  if (position != VR_PAIR_NONE)
    {
      const VrWanted wanted = { .position = position, .within = place->within };

      vr_compare_page_want (self, &wanted);
    }
}
