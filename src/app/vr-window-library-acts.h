/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader does to what was kept: names, labels, the trash; and takes back. */
#pragma once

#include "vr-store-task-acts.h"
#include "vr-window-private.h"

G_BEGIN_DECLS

/* vr-window-library-names.c */

/** Adds the actions for variants, stories and versions. */
void vr_window_add_library_names (VrWindow *self);

/* vr-window-library-files.c */

/** Adds those for files that go out and come in. */
void vr_window_add_library_files (VrWindow *self);

/* vr-window-library-trash.c */

/** Adds the one for the trash. */
void vr_window_add_library_trash (VrWindow *self);

/* vr-window-library-acts.c */

/** Says which of all these are enabled. */
void vr_window_update_library_acts (VrWindow *self);
void vr_window_dispose_library_acts (VrWindow *self);

/** (nullable): the variant whose versions are shown, if the library is; borrowed. */
const char *vr_window_get_variant (VrWindow *self);

/** (nullable): which of its versions is selected, while no others are read; borrowed. */
const VrVersion *vr_window_peek_version (VrWindow *self);

/**
 * Does what @steps say, and says so.
 *
 * @steps: (transfer full): as vr_store_task_act()
 * @sentence: what was done, once it is
 */
void vr_window_act (VrWindow *self, GArray *steps, const char *sentence);

/** Reads the library anew where it is shown; @name (nullable): the variant to be shown then. */
void vr_window_refresh_library (VrWindow *self, const char *name);

/** Whether the reader has closed the window, which a job holds until it has answered: nobody is to
 * be told then. */
gboolean vr_window_is_closed (VrWindow *self);

/** Whether something is done to the archive, so that nothing else can be. */
gboolean vr_window_is_acting (VrWindow *self);
void vr_window_set_acting (VrWindow *self, gboolean is_acting);

/** Whether the library is shown, and what was done in it last can be taken back or done again:
 * @direction is -1 or 1. */
gboolean vr_window_can_step_acts (VrWindow *self, int direction);
void vr_window_step_acts (VrWindow *self, int direction);

G_END_DECLS
