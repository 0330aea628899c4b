/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many tokens of two units stand in the same order: their longest common subsequence. */
#pragma once

#include "vr-align-private.h"

G_BEGIN_DECLS

/** VrAlignOrder: one row's tokens, made ready to be compared with many columns'. */
typedef struct _VrAlignOrder VrAlignOrder;

VrAlignOrder *vr_align_order_new (const VrAlign *align) G_GNUC_WARN_UNUSED_RESULT;
void vr_align_order_free (VrAlignOrder *self);
void vr_align_order_set_row (VrAlignOrder *self, guint32 row);

/** vr_align_order_measure: fills in the pair's order; it is of the row set last. */
void vr_align_order_measure (VrAlignOrder *self, VrAlignPair *pair);

G_END_DECLS
