/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of an article with the versions of its sentences: a paragraph. */
#pragma once

#include "vr-origins-layout.h"

G_BEGIN_DECLS

/** VrOriginsRow: only one that is seen is laid out; others say about how high they are. */
#define VR_TYPE_ORIGINS_ROW (vr_origins_row_get_type ())
G_DECLARE_FINAL_TYPE (VrOriginsRow, vr_origins_row, VR, ORIGINS_ROW, GtkWidget)

/** vr_origins_row_new: @style, @palette: read whenever they are needed; must outlive it. */
GtkWidget *vr_origins_row_new (const VrOriginsStyle *style, VrPalette *palette);

/** vr_origins_row_set_item: @item: (nullable). */
void vr_origins_row_set_item (VrOriginsRow *self, VrOriginsItem *item);
/** vr_origins_row_get_item: (nullable): borrowed. */
VrOriginsItem *vr_origins_row_get_item (VrOriginsRow *self);

/** vr_origins_row_set_selected: a sentence, of this row or another. */
void vr_origins_row_set_selected (VrOriginsRow *self, guint sentence);

/** vr_origins_row_check_height: asks for another height where what is seen needs one. */
void vr_origins_row_check_height (VrOriginsRow *self);

/** vr_origins_row_find: the sentence at a point, or the nearest one; @sentence: (out).  Returns:
 * whether the row has any */
gboolean vr_origins_row_find (VrOriginsRow *self, double x, double y, guint *sentence);

/** vr_origins_row_get_extent: where @sentence of the row stands. */
void vr_origins_row_get_extent (VrOriginsRow *self, guint sentence, int *y, int *height);

G_END_DECLS
