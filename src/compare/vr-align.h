/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which unit of the old text became which of the new: many to many, with reasons. */
#pragma once

#include "vr-links.h"
#include "vr-overrides.h"
#include "vr-tokens.h"

G_BEGIN_DECLS

/** VR_ALIGN_WEIGHTS: names the trained weights in reports; another name with other weights. */
#define VR_ALIGN_WEIGHTS "versions-1"

/**
 * vr_align:
 * @old_tokens, @new_tokens: the units' tokens, from one interner
 * @interner: theirs, to look at the words' letters
 * @overrides: (nullable): pins
 * @links: emptied, then filled, sorted
 *
 * Units that are equal are paired first (heaviest common subsequence, then what is left over as
 * moves), the others by a two-pass linear model over sparse candidates; see vr-align.c for the
 * sources.  Time grows with the number of units that are not equal and the candidates each has,
 * which is bounded; there is no count of units at which pairing or moves stop.
 *
 * Returns: %FALSE only when cancelled
 */
gboolean vr_align (const VrTokens *old_tokens, guint n_old, const VrTokens *new_tokens, guint n_new,
                   const VrInterner *interner, const VrOverrides *overrides, VrLinks *links,
                   GCancellable *cancellable, GError **error);

G_END_DECLS
