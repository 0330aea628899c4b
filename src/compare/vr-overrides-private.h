/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the reader's decisions, for the files that have them. */
#pragma once

#include "vr-overrides.h"

G_BEGIN_DECLS

struct _VrOverrides
{
  GArray *must;     /* VrOverride, sorted */
  GArray *must_not; /* VrOverride, sorted */
  GArray *roles;    /* VrRoleChoice, by side, then paragraph */
};

/* Where @pair stands in the sorted @pairs, or would. */
gboolean vr_overrides_find_pair (const GArray *pairs, const VrOverride *pair, guint *position);
void vr_overrides_sort_pairs (GArray *pairs);

/* What vr_overrides_map(), _check() and _compare_with_mirror() do about roles. */
void vr_overrides_map_roles (const VrOverrides *self, VrRoleChoiceMap map, gpointer user_data,
                             VrOverrides *mapped);
gboolean vr_overrides_check_roles (const VrOverrides *self, guint n_old, guint n_new,
                                   GError **error);
int vr_overrides_compare_roles (const VrOverrides *a, const VrOverrides *b);

G_END_DECLS
