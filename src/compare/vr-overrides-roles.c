/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader said that paragraphs are. */
#include "vr-error.h"
#include "vr-overrides-private.h"

#include <glib/gi18n-lib.h>

static int
compare_places (const VrRoleChoice *a, const VrRoleChoice *b)
{
  if (a->side != b->side)
    return a->side < b->side ? -1 : 1;
  return (a->index > b->index) - (a->index < b->index);
}

static int
compare_choices (gconstpointer a, gconstpointer b)
{
  const VrRoleChoice *one = a, *other = b;
  int order = compare_places (one, other);

  return order != 0 ? order : (one->role > other->role) - (one->role < other->role);
}

static gboolean
find_choice (const GArray *roles, const VrRoleChoice *choice, guint *position)
{
  guint low = 0, high = roles->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = compare_places (&g_array_index (roles, VrRoleChoice, middle), choice);

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

void
vr_overrides_set_role (VrOverrides *self, VrSide side, guint32 index, VrRole role)
{
  VrRoleChoice choice = { side, index, role };
  guint position;

  g_return_if_fail (self != NULL && role < VR_N_ROLES);

  if (find_choice (self->roles, &choice, &position))
    g_array_index (self->roles, VrRoleChoice, position) = choice;
  else
    g_array_insert_val (self->roles, position, choice);
}

gboolean
vr_overrides_unset_role (VrOverrides *self, VrSide side, guint32 index)
{
  VrRoleChoice choice = { side, index, VR_ROLE_BODY };
  guint position;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!find_choice (self->roles, &choice, &position))
    return FALSE;
  g_array_remove_index (self->roles, position);

  return TRUE;
}

const VrRoleChoice *
vr_overrides_peek_roles (const VrOverrides *self, guint *n)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n = self->roles->len;
  return (const VrRoleChoice *)(gpointer)self->roles->data;
}

void
vr_overrides_map_roles (const VrOverrides *self, VrRoleChoiceMap map, gpointer user_data,
                        VrOverrides *mapped)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->roles->len; i++)
    {
      VrRoleChoice choice = g_array_index (self->roles, VrRoleChoice, i);

      if (map (&choice, user_data))
        g_array_append_val (mapped->roles, choice);
    }
  g_array_sort (mapped->roles, compare_choices);
  for (guint i = 0; i < mapped->roles->len; i++)
    {
      VrRoleChoice *all = (VrRoleChoice *)(gpointer)mapped->roles->data;

      if (n_kept == 0 || compare_places (&all[n_kept - 1], &all[i]) != 0)
        all[n_kept++] = all[i];
    }
  g_array_set_size (mapped->roles, n_kept);
}

gboolean
vr_overrides_check_roles (const VrOverrides *self, guint n_old, guint n_new, GError **error)
{
  for (guint i = 0; i < self->roles->len; i++)
    {
      const VrRoleChoice *choice = &g_array_index (self->roles, VrRoleChoice, i);
      guint n = choice->side == VR_SIDE_OLD ? n_old : n_new;

      if (choice->index < n)
        continue;
      g_set_error (
          error, VR_ERROR, VR_ERROR_NOT_FOUND,
          _ ("An override gives a role to paragraph %u, but its article has %u paragraphs, "
             "counted from 0; correct or remove it."),
          choice->index, n);
      return FALSE;
    }

  return TRUE;
}

int
vr_overrides_compare_roles (const VrOverrides *a, const VrOverrides *b)
{
  int order = (a->roles->len > b->roles->len) - (a->roles->len < b->roles->len);

  for (guint i = 0; order == 0 && i < a->roles->len; i++)
    order = compare_choices (&g_array_index (a->roles, VrRoleChoice, i),
                             &g_array_index (b->roles, VrRoleChoice, i));

  return order;
}
