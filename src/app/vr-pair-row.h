/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the list: both sides of a pair, drawn level, with the sign between them. */
#pragma once

#include "vr-finder.h"
#include "vr-pair-item.h"
#include "vr-palette.h"
#include "vr-row-heights.h"
#include "vr-selection.h"

G_BEGIN_DECLS

#define VR_TYPE_PAIR_ROW (vr_pair_row_get_type ())
G_DECLARE_FINAL_TYPE (VrPairRow, vr_pair_row, VR, PAIR_ROW, GtkWidget)

/**
 * vr_pair_row_new:
 * @heights: shared by all rows; kept by reference
 * @palette: shared by all rows; must outlive the row
 * @selection: shared by all rows; kept by reference
 *
 * A row that shows nothing yet.  Its button activates "compare.follow" or, at a fold,
 * "compare.toggle-fold" with the row's position.
 */
GtkWidget *vr_pair_row_new (VrRowHeights *heights, VrPalette *palette,
                            VrSelection *selection) G_GNUC_WARN_UNUSED_RESULT;

/** vr_pair_row_set_finder: what it finds is highlighted; kept by reference. */
void vr_pair_row_set_finder (VrPairRow *self, VrFinder *finder);

/** vr_pair_row_set_item: @item may be %NULL. */
void vr_pair_row_set_item (VrPairRow *self, VrPairItem *item);

/** vr_pair_row_get_position: %VR_PAIR_NONE where it shows nothing. */
guint vr_pair_row_get_position (VrPairRow *self);

/** vr_pair_row_peek_content: (nullable): what it draws, laid out if need be; borrowed for the turn.
 */
const VrRowContent *vr_pair_row_peek_content (VrPairRow *self);

/**
 * vr_pair_row_set_seen:
 *
 * A row that is not in the visible part of the list has no button and keeps no text laid out: the
 * list holds some 200 rows, of which about 20 are seen.
 */
void vr_pair_row_set_seen (VrPairRow *self, gboolean is_seen);

G_END_DECLS
