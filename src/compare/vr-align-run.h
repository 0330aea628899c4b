/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of the aligner, with a model of choice: for vr_align() and for training. */
#pragma once

#include "vr-align-model.h"

G_BEGIN_DECLS

/**
 * VrAlignWatch:
 * @pass: 0 or 1
 * @features: of the pair at @position in self->pairs; VR_N_FIRST_FEATURES of them in pass 0,
 *   VR_N_FEATURES in pass 1
 *
 * Sees what the model sees; for training.
 */
typedef void (*VrAlignWatch) (const VrAlign *self, guint pass, guint32 position,
                              const float *features, float blend, gpointer user_data);

/**
 * vr_align_run:
 * @self: its sides as vr_align_side_init() made them, the overrides and the cancellable are set,
 *   all else is zero; good for one run
 * @links: emptied, then filled, not sorted
 */
gboolean vr_align_run (VrAlign *self, const VrInterner *interner, const VrAlignModel *model,
                       VrAlignWatch watch, gpointer watch_data, VrLinks *links, GError **error);

G_END_DECLS
