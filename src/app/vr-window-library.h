/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library in the window: articles are kept, versions found and compared. */
#pragma once

#include "vr-window-private.h"

G_BEGIN_DECLS

/** Adds "library", "snapshot", "compare-versions", "search-versions" and "library-view". */
void vr_window_add_library_actions (VrWindow *self);

/** Whether there are articles in the window that can be kept. */
gboolean vr_window_can_keep (VrWindow *self);
/** Whether the library is shown, with two versions to compare. */
gboolean vr_window_can_compare_versions (VrWindow *self);
/** Whether the library is shown, and has something to search. */
gboolean vr_window_can_search_library (VrWindow *self);
void vr_window_search_library (VrWindow *self);
/** Whether the library is shown, with versions to play through. */
gboolean vr_window_can_play_library (VrWindow *self);
/** Opens the first pair of them. */
void vr_window_play_library (VrWindow *self);
/** Leaves the versions for the stories that they hide, or else the library for what was before. */
void vr_window_leave_library (VrWindow *self);
/** Says why something cannot be done, under the header. */
void vr_window_tell_library_trouble (VrWindow *self, const GError *error);
/** What was said about an earlier act is of no use any more. */
void vr_window_hush_library_trouble (VrWindow *self);
/** Goes to where the comparison that was just shown is to begin, if it is one of two versions. */
void vr_window_go_to_version_place (VrWindow *self);
/** What is compared now is something else. */
void vr_window_forget_version_place (VrWindow *self);
/** Gives up what is read for the window. */
void vr_window_dispose_library (VrWindow *self);

G_END_DECLS
