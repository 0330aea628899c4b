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

/** vr_align_measure_left: fills in each pair's left, once a first pass has told the chances. */
void vr_align_measure_left (VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES]);

G_END_DECLS
