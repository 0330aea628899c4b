/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a reader stands, told so that it is found again in another comparison of the articles. */
#include "vr-row-anchor.h"

void
vr_row_anchor_clear (VrRowAnchor *self)
{
  g_free (self->row_id);
  *self = (VrRowAnchor){ 0 };
}

void
vr_row_anchor_set (VrRowAnchor *self, const VrPairPlan *plan, guint position)
{
  VrRow row;

  vr_row_anchor_clear (self);
  if (position >= vr_pair_plan_get_n (plan))
    return;

  row = vr_pair_plan_get_row (plan, position);
  self->row_id = vr_comparison_dup_row_id (vr_pair_plan_get_comparison (plan),
                                           vr_pair_plan_get_row_index (plan, position));
  self->side = row.n_new > 0 ? VR_SIDE_NEW : VR_SIDE_OLD;
  self->paragraph = row.n_new > 0 ? row.new_paragraphs[0] : row.old_paragraphs[0];
  self->is_reference = vr_pair_plan_is_reference (plan, position);
  while (position > 0 && !vr_pair_plan_is_first (plan, position))
    {
      self->part++;
      position--;
    }
}

static gboolean
has_id (const VrRowAnchor *self, VrComparison *comparison, guint index)
{
  g_autofree char *id = vr_comparison_dup_row_id (comparison, index);

  return g_str_equal (id, self->row_id);
}

static guint
find_row (const VrRowAnchor *self, VrComparison *comparison)
{
  guint fallback = vr_comparison_find_row (comparison, self->side, self->paragraph);
  guint row;

  if (fallback != VR_PAIR_NONE && has_id (self, comparison, fallback))
    return fallback;
  row = vr_comparison_find_row_id (comparison, self->row_id);

  return row != G_MAXUINT ? row : fallback;
}

guint
vr_row_anchor_find (const VrRowAnchor *self, const VrPairPlan *plan)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (plan);
  guint row = self->row_id != NULL ? find_row (self, comparison) : VR_PAIR_NONE;
  guint place, position;

  if (row == VR_PAIR_NONE)
    return VR_PAIR_NONE;

  place = self->is_reference ? vr_comparison_get_row_reference (comparison, row) : VR_PAIR_NONE;
  if (place == VR_PAIR_NONE)
    place = vr_comparison_get_row_place (comparison, row);
  position = vr_pair_plan_find_place (plan, place);
  for (guint part = 0; part < self->part && position != VR_PAIR_NONE; part++)
    {
      if (vr_pair_plan_is_last (plan, position))
        break;
      position++;
    }

  return position;
}

VrReadingPlace *
vr_reading_place_copy (const VrReadingPlace *self)
{
  VrReadingPlace *copy;

  if (self == NULL)
    return NULL;
  copy = g_new0 (VrReadingPlace, 1);
  *copy = *self;
  copy->top.row_id = g_strdup (self->top.row_id);
  copy->selected.row_id = g_strdup (self->selected.row_id);

  return copy;
}

void
vr_reading_place_free (VrReadingPlace *self)
{
  vr_row_anchor_clear (&self->top);
  vr_row_anchor_clear (&self->selected);
  g_free (self);
}
