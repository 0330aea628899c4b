/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How high each position is at the list's width: measured once, then known. */
#pragma once

#include "vr-pair-plan.h"
#include "vr-row-geometry.h"

#include <pango/pango.h>
#include <glib-object.h>

G_BEGIN_DECLS

/** VR_ROW_NOTE_PX: the least height of the line that says where a row moved; a button fits in. */
#define VR_ROW_NOTE_PX 34

/** VR_ROW_BUTTON_PX: room for that button, with the space before it. */
#define VR_ROW_BUTTON_PX 38

/** VR_ROW_EXCERPT_LINES: how much of a paragraph stands where it moved away. */
#define VR_ROW_EXCERPT_LINES 2

/**
 * VrRowHeights:
 *
 * Heights by position for one width and font.  A width or a font that is not the last one empties
 * it.  What is not known is measured when asked for, or, when a frame has asked for too much,
 * estimated and measured soon after in idle time, nearest to the reader first.
 *
 * Signal "changed": heights became known that were estimated before; emitted from an idle.
 */
#define VR_TYPE_ROW_HEIGHTS (vr_row_heights_get_type ())
G_DECLARE_FINAL_TYPE (VrRowHeights, vr_row_heights, VR, ROW_HEIGHTS, GObject)

/** vr_row_heights_new: @context is kept, and watched for changes of the font. */
VrRowHeights *vr_row_heights_new (PangoContext *context) G_GNUC_WARN_UNUSED_RESULT;

/** vr_row_heights_set_plan: @plan may be %NULL. */
void vr_row_heights_set_plan (VrRowHeights *self, VrPairPlan *plan);
/** vr_row_heights_get_plan: (nullable): borrowed. */
VrPairPlan *vr_row_heights_get_plan (VrRowHeights *self);
/** vr_row_heights_get_context: borrowed. */
PangoContext *vr_row_heights_get_context (VrRowHeights *self);
/** vr_row_heights_get_line_height: of the prose, in pixels. */
int vr_row_heights_get_line_height (VrRowHeights *self);
/** vr_row_heights_get_geometry: the columns at @width in this font. */
VrRowGeometry vr_row_heights_get_geometry (VrRowHeights *self, int width);

/**
 * vr_row_heights_get:
 *
 * Returns: the height of @position at @width in pixels; exact for what vr_row_heights_set_near()
 *   named and for the first of the others in a frame, else maybe an estimate
 */
int vr_row_heights_get (VrRowHeights *self, guint position, int width);

/** vr_row_heights_get_width: the width they are of; 0 before any was asked for. */
int vr_row_heights_get_width (VrRowHeights *self);

/** vr_row_heights_is_exact: whether the height at @position is measured. */
gboolean vr_row_heights_is_exact (VrRowHeights *self, guint position);

/** vr_row_heights_begin_frame: gives the next frame its time for measuring. */
void vr_row_heights_begin_frame (VrRowHeights *self);

/** vr_row_heights_set_near: positions @first up to, not including, @end are what the reader sees.
 */
void vr_row_heights_set_near (VrRowHeights *self, guint first, guint end);

/** vr_row_heights_sum: heights of @first up to, not including, @end, estimates where need be. */
gint64 vr_row_heights_sum (VrRowHeights *self, guint first, guint end);

G_END_DECLS
