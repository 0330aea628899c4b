/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole comparison as it is laid out, one narrow column a side, with what is visible framed. */
#pragma once

#include "vr-finder.h"
#include "vr-palette.h"
#include "vr-row-heights.h"

G_BEGIN_DECLS

/**
 * VrOverviewStrip:
 *
 * Kinds are told by colour and by place: what only one side has stands in its column only, moved
 * paragraphs in its inner half.  What was found has a thin line across both columns.
 *
 * Signal "reveal" (position: guint, fraction: double): the reader wants this point of a row, 0 its
 * top and 1 its bottom, in the middle of the list.
 */
#define VR_TYPE_OVERVIEW_STRIP (vr_overview_strip_get_type ())
G_DECLARE_FINAL_TYPE (VrOverviewStrip, vr_overview_strip, VR, OVERVIEW_STRIP, GtkWidget)

/** vr_overview_strip_set_source: @palette must outlive the strip. */
void vr_overview_strip_set_source (VrOverviewStrip *self, VrRowHeights *heights,
                                   VrPalette *palette);

/** vr_overview_strip_set_finder: kept by reference; vr_overview_strip_refresh() tells of news. */
void vr_overview_strip_set_finder (VrOverviewStrip *self, VrFinder *finder);

/**
 * vr_overview_strip_set_view:
 * @position: the topmost visible one
 * @hidden_px: how much of it is above the visible part
 * @visible_px: the height of the visible part
 */
void vr_overview_strip_set_view (VrOverviewStrip *self, guint position, int hidden_px,
                                 int visible_px);

/** VR_OVERVIEW_WIDE_PX: how wide it is where it is not thin. */
#define VR_OVERVIEW_WIDE_PX 48

/** vr_overview_strip_set_thin: for narrow windows. */
void vr_overview_strip_set_thin (VrOverviewStrip *self, gboolean is_thin);

/** vr_overview_strip_refresh: heights, the plan or what was found are other ones. */
void vr_overview_strip_refresh (VrOverviewStrip *self);

G_END_DECLS
