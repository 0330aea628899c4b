/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a row that is too long to lay out at once into parts that stay level. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/**
 * VrPairPart:
 * @spans: bytes of the row's text on either side
 * @is_change: whether something that counts differs in it
 */
typedef struct
{
  VrSpan spans[VR_N_SIDES];
  gboolean is_change;
} VrPairPart;

/**
 * vr_pair_parts_cut:
 * @max_bytes: how much of either side a part may have, at least 64
 *
 * Cuts behind sentences where it can, else behind words, else behind characters, and always where
 * both sides can be cut at once: inside equal text, or between pieces.
 *
 * Returns: (transfer full) (element-type VrPairPart): the parts; joined they are the row
 */
GArray *vr_pair_parts_cut (const VrComparison *comparison, guint row,
                           gsize max_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
