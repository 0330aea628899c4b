/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the action "win.set-roles" is told: a role, and paragraphs. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/** VR_ROLE_TARGET_TYPE: the nick of a role; for each paragraph its side and its index. */
#define VR_ROLE_TARGET_TYPE "(sa(uu))"

/** vr_role_target_new: Returns: (transfer floating): @n paragraphs of @side are a @role. */
GVariant *vr_role_target_new (VrRole role, VrSide side, const guint32 *paragraphs, guint n);

/** vr_role_target_for_row: Returns: (transfer floating): all paragraphs of @row are a @role. */
GVariant *vr_role_target_for_row (VrRole role, const VrRow *row);

G_END_DECLS
