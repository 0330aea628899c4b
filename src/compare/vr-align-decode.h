/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the chances of pairs to links. */
#pragma once

#include "vr-align-model.h"

G_BEGIN_DECLS

/**
 * vr_align_decode:
 *
 * Picks among the candidate pairs: the heaviest run that never goes back on either side (a unit
 * may stand for several), then, by falling chance, what has moved.
 *
 * Returns: (transfer full) (element-type guint32): the positions in self->pairs, rising
 */
GArray *vr_align_decode (const VrAlign *self, const VrAlignModel *model) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
