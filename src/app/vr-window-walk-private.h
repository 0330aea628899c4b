/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stepping and playing share; for vr-window-walk.c and vr-window-play.c only. */
#pragma once

#include "vr-version-bar.h"
#include "vr-window-walk.h"

G_BEGIN_DECLS

struct _VrWalk
{
  VrVersionBar *bar;     /* (nullable): made when versions are first compared */
  char *name;            /* (nullable): "story/variant" of @versions, or of what is listed */
  GArray *versions;      /* (nullable): of VrVersion */
  char *stamp;           /* (nullable): of them, where it is known */
  guint at[VR_N_SIDES];  /* what was asked for last; 0 where it is what is shown */
  GCancellable *listing; /* (nullable) */
  GCancellable *reading; /* (nullable) */
  int waiting;           /* a step that waits for the list: 1 or -1 */
  gboolean is_expected;  /* versions, which are not shown yet */
  gboolean is_playing;
  gboolean is_watched; /* keys and clicks pause */
  guint timeout;
};

/** What the window knows of it, made where there was nothing; borrowed. */
VrWalk *vr_window_get_walk (VrWindow *self);
/** The bar that says which versions are compared, made where there was none; borrowed. */
VrVersionBar *vr_window_get_version_bar (VrWindow *self);

/** @direction: 1 to later versions, -1 to earlier ones. */
gboolean vr_window_can_step_versions (VrWindow *self, int direction);
/** Compares the pair beside the one that is shown or under way; where the versions are not known
 * yet, once they are. */
void vr_window_step_versions (VrWindow *self, int direction);
/** Compares two versions, which are there, in place of those that are shown. */
void vr_window_go_to_versions (VrWindow *self, guint older, guint newer);

void vr_window_add_play_actions (VrWindow *self);
void vr_window_set_playing (VrWindow *self, gboolean is_playing);
/** Two versions are shown: where it plays, the next follow in a while. */
void vr_window_play_on (VrWindow *self);

G_END_DECLS
