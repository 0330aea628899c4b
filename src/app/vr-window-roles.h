/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader says of how a side is read: roles of its paragraphs, its encoding, its repairs.
 */
#pragma once

#include "vr-window-private.h"

G_BEGIN_DECLS

/** Adds "set-role", "set-roles", "toggle-furniture" ("take-out" or "put-back", as the row is),
 * "undecide-role", "set-encoding" and "keep-characters". */
void vr_window_add_role_actions (VrWindow *self);

/** What can be done with the row that is stood on. */
void vr_window_update_role_actions (VrWindow *self, gboolean is_compare);

G_END_DECLS
