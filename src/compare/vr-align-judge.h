/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two passes of the linear model over the candidate pairs. */
#pragma once

#include "vr-align-candidates.h"
#include "vr-align-run.h"

G_BEGIN_DECLS

/**
 * vr_align_judge:
 *
 * Fills in each pair's chance.  Returns: %FALSE only when cancelled
 */
gboolean vr_align_judge (VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES],
                         const VrAlignModel *model, VrAlignWatch watch, gpointer watch_data,
                         GError **error);

/** vr_align_explain: what each term added to the pair's log-odds; after vr_align_judge(). */
void vr_align_explain (const VrAlign *self, const VrAlignModel *model, const VrAlignPair *pair,
                       float terms[VR_ALIGN_N_TERMS]);

G_END_DECLS
