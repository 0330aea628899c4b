/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader decided by hand: pairs that must and must not be, and roles. */
#include "vr-overrides-private.h"

#include "vr-error.h"

#include <glib/gi18n-lib.h>

int
vr_override_compare (gconstpointer a, gconstpointer b)
{
  const VrOverride *one = a, *other = b;

  if (one->old_index != other->old_index)
    return one->old_index < other->old_index ? -1 : 1;
  return (one->new_index > other->new_index) - (one->new_index < other->new_index);
}

/* Where @pair stands in the sorted @pairs, or would. */
gboolean
vr_overrides_find_pair (const GArray *pairs, const VrOverride *pair, guint *position)
{
  guint low = 0, high = pairs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = vr_override_compare (&g_array_index (pairs, VrOverride, middle), pair);

      if (order == 0)
        {
          *position = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *position = low;
  return FALSE;
}

static void
put_pair (GArray *pairs, GArray *others, guint32 old_index, guint32 new_index)
{
  VrOverride pair = { old_index, new_index };
  guint position;

  if (vr_overrides_find_pair (others, &pair, &position))
    g_array_remove_index (others, position);
  if (!vr_overrides_find_pair (pairs, &pair, &position))
    g_array_insert_val (pairs, position, pair);
}

VrOverrides *
vr_overrides_new (void)
{
  VrOverrides *self = g_atomic_rc_box_new0 (VrOverrides);

  self->must = g_array_new (FALSE, FALSE, sizeof (VrOverride));
  self->must_not = g_array_new (FALSE, FALSE, sizeof (VrOverride));
  self->roles = g_array_new (FALSE, FALSE, sizeof (VrRoleChoice));
  return self;
}

VrOverrides *
vr_overrides_ref (VrOverrides *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_overrides (gpointer data)
{
  VrOverrides *self = data;

  g_array_unref (self->must);
  g_array_unref (self->must_not);
  g_array_unref (self->roles);
}

void
vr_overrides_unref (VrOverrides *self)
{
  g_atomic_rc_box_release_full (self, clear_overrides);
}

void
vr_overrides_must_pair (VrOverrides *self, guint32 old_index, guint32 new_index)
{
  g_return_if_fail (self != NULL);

  put_pair (self->must, self->must_not, old_index, new_index);
}

void
vr_overrides_must_not_pair (VrOverrides *self, guint32 old_index, guint32 new_index)
{
  g_return_if_fail (self != NULL);

  put_pair (self->must_not, self->must, old_index, new_index);
}

const VrOverride *
vr_overrides_peek_must (const VrOverrides *self, guint *n)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n = self->must->len;
  return (const VrOverride *)(gpointer)self->must->data;
}

const VrOverride *
vr_overrides_peek_must_not (const VrOverrides *self, guint *n)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n = self->must_not->len;
  return (const VrOverride *)(gpointer)self->must_not->data;
}

gboolean
vr_overrides_remove (VrOverrides *self, guint32 old_index, guint32 new_index)
{
  VrOverride pair = { old_index, new_index };
  guint position;

  g_return_val_if_fail (self != NULL, FALSE);

  if (vr_overrides_find_pair (self->must, &pair, &position))
    g_array_remove_index (self->must, position);
  else if (vr_overrides_find_pair (self->must_not, &pair, &position))
    g_array_remove_index (self->must_not, position);
  else
    return FALSE;

  return TRUE;
}

VrOverrides *
vr_overrides_copy (const VrOverrides *self)
{
  VrOverrides *copy = vr_overrides_new ();

  if (self != NULL)
    {
      g_array_append_vals (copy->must, self->must->data, self->must->len);
      g_array_append_vals (copy->must_not, self->must_not->data, self->must_not->len);
      g_array_append_vals (copy->roles, self->roles->data, self->roles->len);
    }

  return copy;
}

guint
vr_overrides_get_n (const VrOverrides *self)
{
  return self != NULL ? self->must->len + self->must_not->len + self->roles->len : 0;
}

void
vr_overrides_sort_pairs (GArray *pairs)
{
  VrOverride *all = (VrOverride *)(gpointer)pairs->data;
  guint kept = 0;

  g_array_sort (pairs, vr_override_compare);
  for (guint i = 0; i < pairs->len; i++)
    if (kept == 0 || vr_override_compare (&all[kept - 1], &all[i]) != 0)
      all[kept++] = all[i];
  g_array_set_size (pairs, kept);
}

static void
map_pairs (const GArray *pairs, VrOverrideMap map, gpointer user_data, GArray *mapped)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      VrOverride pair = g_array_index (pairs, VrOverride, i);

      if (map (&pair, user_data))
        g_array_append_val (mapped, pair);
    }
  /* One by one in another order, a million would take minutes to find their places. */
  vr_overrides_sort_pairs (mapped);
}

VrOverrides *
vr_overrides_map (const VrOverrides *self, VrOverrideMap map, VrRoleChoiceMap map_role,
                  gpointer user_data)
{
  VrOverrides *mapped = vr_overrides_new ();

  g_return_val_if_fail (self != NULL, mapped);

  map_pairs (self->must, map, user_data, mapped->must);
  map_pairs (self->must_not, map, user_data, mapped->must_not);
  vr_overrides_map_roles (self, map_role, user_data, mapped);

  return mapped;
}

static gboolean
swap_pair (VrOverride *pair, gpointer user_data)
{
  *pair = (VrOverride){ pair->new_index, pair->old_index };

  return TRUE;
}

static gboolean
swap_role (VrRoleChoice *choice, gpointer user_data)
{
  choice->side = choice->side == VR_SIDE_OLD ? VR_SIDE_NEW : VR_SIDE_OLD;

  return TRUE;
}

VrOverrides *
vr_overrides_swap (const VrOverrides *self)
{
  return vr_overrides_map (self, swap_pair, swap_role, NULL);
}

static int
compare_lists (const GArray *a, const GArray *b)
{
  int order = 0;

  for (guint i = 0; order == 0 && i < MIN (a->len, b->len); i++)
    order =
        vr_override_compare (&g_array_index (a, VrOverride, i), &g_array_index (b, VrOverride, i));

  return order;
}

int
vr_overrides_compare_with_mirror (const VrOverrides *self)
{
  g_autoptr (VrOverrides) mirror = vr_overrides_swap (self);
  int order = compare_lists (self->must, mirror->must);

  if (order == 0)
    order = compare_lists (self->must_not, mirror->must_not);

  return order != 0 ? order : vr_overrides_compare_roles (self, mirror);
}

gboolean
vr_overrides_equal (const VrOverrides *a, const VrOverrides *b)
{
  if (a == NULL || b == NULL || a == b)
    return vr_overrides_get_n (a) == vr_overrides_get_n (b);

  return a->must->len == b->must->len && a->must_not->len == b->must_not->len
         && compare_lists (a->must, b->must) == 0 && compare_lists (a->must_not, b->must_not) == 0
         && vr_overrides_compare_roles (a, b) == 0;
}

gboolean
vr_overrides_check (const VrOverrides *self, guint n_old, guint n_new, GError **error)
{
  for (guint list = 0; self != NULL && list < 2; list++)
    {
      guint n;
      const VrOverride *pairs =
          list == 0 ? vr_overrides_peek_must (self, &n) : vr_overrides_peek_must_not (self, &n);

      for (guint i = 0; i < n; i++)
        if (pairs[i].old_index >= n_old || pairs[i].new_index >= n_new)
          {
            g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                         _ ("An override names paragraphs %u and %u, but the articles have %u and "
                            "%u paragraphs, counted from 0; correct or remove it."),
                         pairs[i].old_index, pairs[i].new_index, n_old, n_new);
            return FALSE;
          }
    }

  return self == NULL || vr_overrides_check_roles (self, n_old, n_new, error);
}
