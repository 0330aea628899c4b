/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Above the columns: the name of each article and what file it is. */
#pragma once

#include "vr-row-heights.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VR_TYPE_SIDE_HEADINGS (vr_side_headings_get_type ())
G_DECLARE_FINAL_TYPE (VrSideHeadings, vr_side_headings, VR, SIDE_HEADINGS, GtkWidget)

/** vr_side_headings_set_heights: whose columns the headings stand above. */
void vr_side_headings_set_heights (VrSideHeadings *self, VrRowHeights *heights);

/** vr_side_headings_set_comparison: names both sides. */
void vr_side_headings_set_comparison (VrSideHeadings *self, VrComparison *comparison);

/** vr_side_headings_set_narrow: whether there is room for one button a side only. */
void vr_side_headings_set_narrow (VrSideHeadings *self, gboolean is_narrow);

G_END_DECLS
