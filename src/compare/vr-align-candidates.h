/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which pairs of open units are worth a closer look. */
#pragma once

#include "vr-align-private.h"

G_BEGIN_DECLS

/** VrAlignEntry: in a vector the term and its weight, in the index the unit and the weight. */
typedef struct
{
  guint32 term;
  float weight;
} VrAlignEntry;

/**
 * VrAlignVectors: the open units' words, each once, in order of appearance.
 * @firsts: by solid rank, positions in @entries; empty for units that are not open
 * @norms: length of the vector
 * @masses: sum of its words' weights, each word once
 */
typedef struct
{
  VrAlignEntry *entries;
  guint32 n_entries;
  guint32 *firsts;
  float *norms;
  float *masses;
} VrAlignVectors;

/**
 * vr_align_find_candidates:
 * @vectors: (out): to be cleared by the caller, whatever is returned
 *
 * Fills the list of pairs, their features still zero.  Returns: %FALSE only when cancelled
 */
gboolean vr_align_find_candidates (VrAlign *self, VrAlignVectors vectors[VR_N_SIDES],
                                   GError **error);
/**
 * vr_align_add_nearby: what the index missed because it was cut to rare words
 *
 * Adds pairs for units that have no good one yet, by place and by runs of three words.
 */
void vr_align_add_nearby (VrAlign *self);

void vr_align_vectors_clear (VrAlignVectors *vectors);

G_END_DECLS
