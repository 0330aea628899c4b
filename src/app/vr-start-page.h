/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows first: two places for two articles. */
#pragma once

#include "vr-span.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrStartPage:
 *
 * Files may be chosen or dropped; one file waits for the second and says so.
 *
 * Signal "compare" (GFile *old_file, GFile *new_file): both are there.
 */
#define VR_TYPE_START_PAGE (vr_start_page_get_type ())
G_DECLARE_FINAL_TYPE (VrStartPage, vr_start_page, VR, START_PAGE, GtkWidget)

/** vr_start_page_set_file: @file may be %NULL, for a place that waits. */
void vr_start_page_set_file (VrStartPage *self, VrSide side, GFile *file);

/** vr_start_page_offer: puts a list of GFile where there is room; two go to both places. */
void vr_start_page_offer (VrStartPage *self, GListModel *files);

/** vr_start_page_choose: asks for the file of one side. */
void vr_start_page_choose (VrStartPage *self, VrSide side);

G_END_DECLS
