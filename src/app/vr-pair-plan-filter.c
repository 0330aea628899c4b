/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans that show a selection of places; what they leave out stands in folds. */
#include "vr-pair-plan-private.h"

/* Walks the whole plan and fills a selection. */
typedef struct
{
  const VrPairPlan *whole;
  VrPairPlan *made;
  guint next_position; /* in the whole plan */
  guint next_change;   /* among the whole plan's changes */
  guint next_opened;
} Walk;

static const VrPairPlan *
get_whole (const VrPairPlan *self)
{
  return self->whole != NULL ? self->whole : self;
}

static gboolean
is_shown (const VrPairFilter *filter, guint32 traits)
{
  return (traits & filter->show) != 0 && (traits & filter->hide) == 0;
}

/* Goes past place @place of the whole plan, which is copied with all its parts if @is_kept. */
static void
walk_place (Walk *self, guint32 place, gboolean is_kept)
{
  const VrPairPlan *whole = self->whole;

  for (; self->next_position < whole->pairs->len
         && vr_pair_plan_pair_at (whole, self->next_position)->place == place;
       self->next_position++)
    {
      guint32 position = self->made->pairs->len;
      gboolean is_change =
          self->next_change < whole->changes->len
          && g_array_index (whole->changes, guint32, self->next_change) == self->next_position;

      self->next_change += is_change;
      if (!is_kept)
        continue;
      g_array_append_vals (self->made->pairs, vr_pair_plan_pair_at (whole, self->next_position), 1);
      if (is_change)
        g_array_append_val (self->made->changes, position);
    }
}

/* Whether the fold that begins at @place is open. */
static gboolean
is_opened (Walk *self, guint32 place)
{
  const GArray *opened = self->made->opened;

  while (self->next_opened < opened->len
         && g_array_index (opened, guint32, self->next_opened) < place)
    self->next_opened++;

  return self->next_opened < opened->len
         && g_array_index (opened, guint32, self->next_opened) == place;
}

static void
walk_fold (Walk *self, guint32 first, guint32 end)
{
  VrPair fold = { .place = first, .whole = self->next_position, .n_folded = end - first };
  gboolean is_open = is_opened (self, first);

  g_array_append_val (self->made->pairs, fold);
  for (guint32 place = first; place < end; place++)
    walk_place (self, place, is_open);
}

/* The first place from @place on that is shown, or not shown, as asked. */
static guint32
run_end (const Walk *self, guint32 place, gboolean shown)
{
  guint32 n_places = vr_comparison_get_n_places (self->whole->comparison);

  while (place < n_places && is_shown (&self->made->filter, self->whole->traits[place]) == shown)
    place++;

  return place;
}

/* Takes @opened. */
static VrPairPlan *
select_places (const VrPairPlan *whole, const VrPairFilter *filter, GArray *opened)
{
  VrPairPlan *self = g_atomic_rc_box_new0 (VrPairPlan);
  Walk walk = { .whole = whole, .made = self };
  guint32 n_places = vr_comparison_get_n_places (whole->comparison);
  guint32 place = 0;

  self->comparison = vr_comparison_ref (whole->comparison);
  self->whole = vr_pair_plan_ref ((VrPairPlan *)whole);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (VrPair));
  self->changes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->filter = *filter;
  self->opened = opened;

  while (place < n_places)
    {
      guint32 end = run_end (&walk, place, TRUE);

      for (; place < end; place++)
        walk_place (&walk, place, TRUE);
      end = run_end (&walk, place, FALSE);
      if (end > place)
        walk_fold (&walk, place, end);
      place = end;
    }

  return self;
}

VrPairPlan *
vr_pair_plan_new_filtered (VrPairPlan *plan, const VrPairFilter *filter)
{
  const VrPairPlan *whole = get_whole (plan);
  const VrPairFilter all = VR_PAIR_FILTER_ALL;
  guint32 hide = whole->has_furniture ? filter->hide : filter->hide & ~(guint32)VR_PAIR_FURNITURE;

  if (filter->show == all.show && hide == 0)
    return vr_pair_plan_ref ((VrPairPlan *)whole);

  return select_places (whole, filter, g_array_new (FALSE, FALSE, sizeof (guint32)));
}

VrPairPlan *
vr_pair_plan_new_toggled (VrPairPlan *plan, guint position)
{
  g_autoptr (GArray) opened = NULL;
  guint32 first;
  guint index = 0;

  g_return_val_if_fail (vr_pair_plan_get_fold (plan, position) > 0, vr_pair_plan_ref (plan));

  first = vr_pair_plan_pair_at (plan, position)->place;
  opened = g_array_copy (plan->opened);
  while (index < opened->len && g_array_index (opened, guint32, index) < first)
    index++;
  if (index < opened->len && g_array_index (opened, guint32, index) == first)
    g_array_remove_index (opened, index);
  else
    g_array_insert_val (opened, index, first);

  return select_places (plan->whole, &plan->filter, g_steal_pointer (&opened));
}

VrPairPlan *
vr_pair_plan_get_whole (VrPairPlan *self)
{
  return self->whole != NULL ? self->whole : self;
}

gboolean
vr_pair_plan_is_same_whole (const VrPairPlan *self, const VrPairPlan *other)
{
  return get_whole (self) == get_whole (other);
}

guint
vr_pair_plan_get_n_whole (const VrPairPlan *self)
{
  return get_whole (self)->pairs->len;
}

guint
vr_pair_plan_get_fold (const VrPairPlan *self, guint position)
{
  return vr_pair_plan_pair_at (self, position)->n_folded;
}

void
vr_pair_plan_count_folded (const VrPairPlan *self, guint position, guint *n_rows, guint *n_changed,
                           guint *n_furniture)
{
  const VrPair *fold = vr_pair_plan_pair_at (self, position);
  const guint32 *traits = get_whole (self)->traits + fold->place;

  *n_rows = *n_changed = *n_furniture = 0;
  for (guint32 i = 0; i < fold->n_folded; i++)
    if ((traits[i] & VR_PAIR_FURNITURE) != 0)
      {
        ++*n_furniture;
      }
    else if (!vr_comparison_get_place (self->comparison, fold->place + i).is_reference)
      {
        ++*n_rows;
        *n_changed += (traits[i] & VR_PAIR_CHANGED) != 0;
      }
  if (*n_rows == 0 && *n_furniture == 0)
    *n_rows = *n_changed = fold->n_folded;
}

gboolean
vr_pair_plan_is_open (const VrPairPlan *self, guint position)
{
  const VrPair *fold = vr_pair_plan_pair_at (self, position);

  return fold->n_folded > 0 && position + 1 < self->pairs->len
         && vr_pair_plan_pair_at (self, position + 1)->place == fold->place;
}

guint
vr_pair_plan_find_counterpart (const VrPairPlan *self, guint position, const VrPairPlan *other)
{
  const VrPair *pair = vr_pair_plan_pair_at (self, position);
  guint found = vr_pair_plan_find_place (other, pair->place);

  g_return_val_if_fail (vr_pair_plan_is_same_whole (self, other), 0);

  if (vr_pair_plan_get_fold (other, found) > 0)
    return found;
  if (pair->n_folded > 0)
    return found > 0 && vr_pair_plan_is_open (other, found - 1)
                   && vr_pair_plan_pair_at (other, found - 1)->place == pair->place
               ? found - 1
               : found;

  /* Either all parts of a place are shown or none. */
  return found + pair->whole - vr_pair_plan_pair_at (other, found)->whole;
}
