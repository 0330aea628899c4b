/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Above a column: what the article is called, where and when it was published, how it was read. */
#pragma once

#include "vr-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrSideHeading:
 *
 * On the first line the title, the outlet and the date; on the second the file's name and a button
 * for each thing about how it was read that can be undone; where it is narrow, one for all.
 */
#define VR_TYPE_SIDE_HEADING (vr_side_heading_get_type ())
G_DECLARE_FINAL_TYPE (VrSideHeading, vr_side_heading, VR, SIDE_HEADING, GtkBox)

GtkWidget *vr_side_heading_new (VrSide side) G_GNUC_WARN_UNUSED_RESULT;

/** vr_side_heading_set_comparison: shows its side of @comparison; a list that is open stays so. */
void vr_side_heading_set_comparison (VrSideHeading *self, VrComparison *comparison);

/** vr_side_heading_set_narrow: whether there is room for one button only. */
void vr_side_heading_set_narrow (VrSideHeading *self, gboolean is_narrow);

G_END_DECLS
