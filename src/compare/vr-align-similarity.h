/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much two units share: words, letters, order. */
#pragma once

#include "vr-align-candidates.h"

G_BEGIN_DECLS

/**
 * vr_align_measure:
 *
 * Fills in each pair's cosine, letters, contained, order and similarity.  The pairs are indexed
 * by row already.  Returns: %FALSE only when cancelled
 */
gboolean vr_align_measure (VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES], GError **error);

/** vr_align_measure_gains: fills in each pair's gain, once the similarities are known. */
gboolean vr_align_measure_gains (VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES],
                                 GError **error);

G_END_DECLS
