/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matches while they are gathered; private to vr-matches*.c. */
#pragma once

#include "vr-matches.h"
#include "vr-pattern.h"

G_BEGIN_DECLS

/**
 * VrMatchPart:
 * @from, @to: the positions searched; rows are not cut
 * @matches: (element-type VrMatch): what was found there
 * @first: number of the first of them among all
 * @longest: bytes of the longest one on a side
 */
typedef struct
{
  guint from;
  guint to;
  GArray *matches;
  guint first;
  guint32 longest;
} VrMatchPart;

/**
 * vr_match_part_search:
 *
 * Adds to @self what is found at its positions of @plan; stops where @cancellable is cancelled.
 * May run in any thread.
 */
void vr_match_part_search (VrMatchPart *self, const VrPairPlan *plan, const VrPattern *pattern,
                           GCancellable *cancellable);

G_END_DECLS
