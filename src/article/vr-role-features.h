/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a paragraph and its neighbours show, as the numbers that the chain has weights for. */
#pragma once

#include "vr-role-lines.h"

G_BEGIN_DECLS

/** How many a line has at most. */
#define VR_ROLE_MAX_FEATURES 64

/** VrRoleFeatures: what is needed of all lines to tell one line's features; of one text. */
typedef struct _VrRoleFeatures VrRoleFeatures;

/** vr_role_features_new: @lines is borrowed, and outlives it. */
VrRoleFeatures *vr_role_features_new (const VrRoleLine *lines, guint n) G_GNUC_WARN_UNUSED_RESULT;
void vr_role_features_free (VrRoleFeatures *self);

/** vr_role_features_get: the numbers of those that line @index has, in @features; Returns: how many
 */
guint vr_role_features_get (const VrRoleFeatures *self, guint index,
                            guint16 features[VR_ROLE_MAX_FEATURES]);

/** vr_role_features_get_n: how many there are in all. */
guint vr_role_features_get_n (void);

/** vr_role_features_is_placed: whether a feature tells where in the page a line may be; the others
 * only tell text from all else, and have a weight there alone. */
gboolean vr_role_features_is_placed (guint feature);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrRoleFeatures, vr_role_features_free)

G_END_DECLS
