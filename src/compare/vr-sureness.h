/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a score means, by the model's own thresholds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrSureness:
 * @VR_SURENESS_WEAK: below what the model asks of a pair that keeps the order of the others; such
 *   pairs are the last pieces of splits and merges, and means over several pairs
 * @VR_SURENESS_LIKELY: enough for a pair in order
 * @VR_SURENESS_SURE: enough for a pair that breaks the order, so it would have been paired wherever
 *   it stood
 */
typedef enum
{
  VR_SURENESS_WEAK,
  VR_SURENESS_LIKELY,
  VR_SURENESS_SURE,
} VrSureness;

/** vr_sureness_of: Returns: what @score, a row's or a VrEvidence's, means. */
VrSureness vr_sureness_of (double score);

G_END_DECLS
