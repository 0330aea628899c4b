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
 * VrAlignUnits: one side of what is to be aligned.
 * @tokens: has the tokens of @n units, and may have more
 * @numbers: (nullable): of each unit, its number in @tokens; %NULL where the units are its texts
 */
typedef struct
{
  const VrTokens *tokens;
  const guint32 *numbers;
  guint n;
} VrAlignUnits;

/**
 * vr_align:
 * @units: by side: the old one's, then the new one's, their tokens from one interner
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
gboolean vr_align (const VrAlignUnits units[VR_N_SIDES], const VrInterner *interner,
                   const VrOverrides *overrides, VrLinks *links, GCancellable *cancellable,
                   GError **error);

G_END_DECLS
