/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From version to version: by a step, or by itself through the life of an article. */
#pragma once

#include "vr-store-task.h"
#include "vr-window-private.h"

G_BEGIN_DECLS

/** Adds "previous-version", "next-version" and "play-versions". */
void vr_window_add_walk_actions (VrWindow *self);
/** Enables them, and says which versions are compared, where versions are. */
void vr_window_update_walk (VrWindow *self);
/** Two versions of the library are about to be compared in @self. */
void vr_window_expect_walk (VrWindow *self, const VrVersionPair *pair);
/** They are about to be compared in @other, which may be @self. */
void vr_window_move_walk (VrWindow *self, VrWindow *other);
/** Nothing plays any more. */
void vr_window_stop_playing (VrWindow *self);
/** The archive is another: later versions may be there. */
void vr_window_renew_walk (VrWindow *self);
/** (transfer full) (nullable): the versions that are compared, for a title. */
char *vr_window_dup_walk_words (VrWindow *self);
void vr_window_dispose_walk (VrWindow *self);

G_END_DECLS
