/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each version of a timeline changed, as far as it is known, and the scale of all of them. */
#pragma once

#include "vr-history-flags.h"
#include "vr-version.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrTimelineFigures:
 *
 * What was not kept with a version is found in a thread, for the rows that are seen; of a short
 * timeline for all, so that the scale is the last one soon.
 *
 * Signal "changed": more is known, or the scale is another.
 */
#define VR_TYPE_TIMELINE_FIGURES (vr_timeline_figures_get_type ())
G_DECLARE_FINAL_TYPE (VrTimelineFigures, vr_timeline_figures, VR, TIMELINE_FIGURES, GObject)

VrTimelineFigures *vr_timeline_figures_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_timeline_figures_set_versions:
 * @versions: (nullable) (element-type VrVersion): a reference is taken
 * @n_most_words: how many words the largest change has of those that are kept with their version
 */
void vr_timeline_figures_set_versions (VrTimelineFigures *self, GArray *versions,
                                       guint64 n_most_words);

/** vr_timeline_figures_renew: the same timeline with later versions; what is known holds. */
void vr_timeline_figures_renew (VrTimelineFigures *self, GArray *versions, guint64 n_most_words);

/** vr_timeline_figures_want: a row shows @version. */
void vr_timeline_figures_want (VrTimelineFigures *self, const VrVersion *version);
/** vr_timeline_figures_unwant: it does not any more; to be called once for each call before. */
void vr_timeline_figures_unwant (VrTimelineFigures *self, const VrVersion *version);

/** vr_timeline_figures_peek: Returns: (nullable): what is known of @version; borrowed. */
const VrVersionFlags *vr_timeline_figures_peek (VrTimelineFigures *self, const VrVersion *version);

/** vr_timeline_figures_get_scale: how many words the largest change has that is known. */
guint64 vr_timeline_figures_get_scale (VrTimelineFigures *self);

G_END_DECLS
