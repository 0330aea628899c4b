/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells a copied page's text from what stands around it: a linear chain over its lines. */
#pragma once

#include "vr-role-features.h"

G_BEGIN_DECLS

/**
 * VrRoleState: where in the page a line is.  The text begins once and ends once; what stands
 * between its paragraphs returns to it.
 */
typedef enum
{
  VR_ROLE_STATE_ABOVE,
  VR_ROLE_STATE_TEXT,
  VR_ROLE_STATE_BETWEEN,
  VR_ROLE_STATE_BELOW,
  VR_N_ROLE_STATES,
} VrRoleState;

/** The weights: of each feature in each state, and of each step from state to state, in 1/256. */
extern const gint16 vr_role_weights[][VR_N_ROLE_STATES];
extern const gint16 vr_role_steps[VR_N_ROLE_STATES][VR_N_ROLE_STATES];
extern const guint vr_role_n_weights;

/** vr_role_state_may_follow: whether a line in @state may stand below one in @before. */
gboolean vr_role_state_may_follow (VrRoleState before, VrRoleState state);

/** vr_role_chain_run: the likeliest state of each of @n lines (Viterbi 1967), in @states. */
void vr_role_chain_run (const VrRoleLine *lines, guint n, guint8 *states);

G_END_DECLS
