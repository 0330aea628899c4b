/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows first: ways to begin, or two places of which one waits; and cards. */
#pragma once

#include "vr-span.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrStartPage:
 *
 * Files may be chosen or dropped; one file waits for the second and says so.
 *
 * Property "waiting": whether there is one file that waits for the other.
 * Signal "chosen" (guint side, GFile *file): one file was chosen for a place; what it is is not
 * known yet, so that the place is not filled. Signal "compare" (GFile *old_file, GFile *new_file):
 * both are there.
 */
#define VR_TYPE_START_PAGE (vr_start_page_get_type ())
G_DECLARE_FINAL_TYPE (VrStartPage, vr_start_page, VR, START_PAGE, GtkWidget)

/** vr_start_page_set_file: @file may be %NULL, for a place that waits. */
void vr_start_page_set_file (VrStartPage *self, VrSide side, GFile *file);

/** vr_start_page_dup_file: Returns: (transfer full) (nullable): what waits there. */
GFile *vr_start_page_dup_file (VrStartPage *self, VrSide side) G_GNUC_WARN_UNUSED_RESULT;

/** vr_start_page_offer: the same for the first place that is free. */
void vr_start_page_offer (VrStartPage *self, GFile *file);

/** vr_start_page_is_waiting: whether there is one file that waits for the other. */
gboolean vr_start_page_is_waiting (VrStartPage *self);

/** vr_start_page_start_over: no file waits any more. */
void vr_start_page_start_over (VrStartPage *self);

/** vr_start_page_set_recents: @recents: VrRecent, in the order in which they shall stand. */
void vr_start_page_set_recents (VrStartPage *self, const GPtrArray *recents);

/** vr_start_page_choose: asks for the file of one side. */
void vr_start_page_choose (VrStartPage *self, VrSide side);

G_END_DECLS
