/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader noted on a row, below its texts. */
#pragma once

#include "vr-row-content.h"

G_BEGIN_DECLS

typedef struct _VrRowRemark VrRowRemark;

/** vr_row_remark_new: Returns: (transfer full) (nullable): the note at @position, laid out; %NULL
 * where there is none, or the row goes on behind @position. */
VrRowRemark *vr_row_remark_new (const VrPairPlan *plan, guint position,
                                const VrRowStyle *style) G_GNUC_WARN_UNUSED_RESULT;
void vr_row_remark_free (VrRowRemark *self);

/** vr_row_remark_get_height: @self: (nullable): with the space above it. */
int vr_row_remark_get_height (const VrRowRemark *self);

/** vr_row_remark_snapshot: @y is where the texts end. */
void vr_row_remark_snapshot (const VrRowRemark *self, GtkSnapshot *snapshot,
                             const VrPalette *palette, int y);

G_END_DECLS
