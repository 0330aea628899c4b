/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How high each position is at the list's width: measured once, then known. */
#pragma once

#include "vr-pair-plan.h"
#include "vr-reading-style.h"
#include "vr-row-content.h"

G_BEGIN_DECLS

/**
 * VrRowHeights:
 *
 * Heights by position for one width and font.  A width or a font that is not the last one empties
 * it.  What is not known is estimated, and measured soon after in idle time, nearest to the reader
 * first; GtkListView asks for some 200 rows at once, and measuring them all would hold up a frame.
 *
 * Signal "changed": heights became known that were estimated before; emitted from an idle.
 */
#define VR_TYPE_ROW_HEIGHTS (vr_row_heights_get_type ())
G_DECLARE_FINAL_TYPE (VrRowHeights, vr_row_heights, VR, ROW_HEIGHTS, GObject)

/** vr_row_heights_new: @context is kept, and watched for changes of the font. */
VrRowHeights *vr_row_heights_new (PangoContext *context) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_row_heights_set_plan:
 * @plan: (nullable): what is known of the positions it shares with the last one stays known
 */
void vr_row_heights_set_plan (VrRowHeights *self, VrPairPlan *plan);
/** vr_row_heights_get_plan: (nullable): borrowed. */
VrPairPlan *vr_row_heights_get_plan (VrRowHeights *self);
/** vr_row_heights_set_style: how long lines may be and how far apart they stand; the font is the
 * context's. */
void vr_row_heights_set_style (VrRowHeights *self, const VrReadingStyle *style);
/** vr_row_heights_peek_style: how rows are set at the width last asked for; borrowed. */
const VrRowStyle *vr_row_heights_peek_style (VrRowHeights *self);
/** vr_row_heights_set_inline: whether both sides stand in one column at every width. */
void vr_row_heights_set_inline (VrRowHeights *self, gboolean is_inline);
/** vr_row_heights_get_geometry: the columns at @width in this font. */
VrRowGeometry vr_row_heights_get_geometry (VrRowHeights *self, int width);

/** vr_row_heights_get: the height of @position at @width in pixels, maybe an estimate. */
int vr_row_heights_get (VrRowHeights *self, guint position, int width);

/**
 * vr_row_heights_wants:
 *
 * Returns: whether the height of @position is not known and matters now, so that whoever shows it
 *   should lay it out and tell
 */
gboolean vr_row_heights_wants (VrRowHeights *self, guint position, int width);

/** vr_row_heights_put: the height of @position, measured at the width last asked for. */
void vr_row_heights_put (VrRowHeights *self, guint position, int height);

/** vr_row_heights_get_width: the width they are of; 0 before any was asked for. */
int vr_row_heights_get_width (VrRowHeights *self);

/** vr_row_heights_is_exact: whether the height at @position is measured. */
gboolean vr_row_heights_is_exact (VrRowHeights *self, guint position);

/**
 * vr_row_heights_set_near:
 *
 * Positions @first up to, not including, @end are what the reader sees; some beyond them are taken
 * to matter as well, as many as a turn of the wheel brings into view.
 */
void vr_row_heights_set_near (VrRowHeights *self, guint first, guint end);

/** vr_row_heights_sum: heights of @first up to, not including, @end, estimates where need be. */
gint64 vr_row_heights_sum (VrRowHeights *self, guint first, guint end);

G_END_DECLS
