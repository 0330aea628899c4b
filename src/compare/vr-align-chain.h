/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heaviest run of pairs that rises on both sides. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** VrChainPair: @weight is not negative; @chosen is the answer. */
typedef struct
{
  guint32 row;
  guint32 column;
  guint64 weight;
  gboolean chosen;
} VrChainPair;

/**
 * vr_chain_select:
 * @pairs: (element-type VrChainPair): sorted by row, no row twice
 * @n_columns: every column is below this
 *
 * Sets @chosen on the heaviest subset in which rows and columns both rise.  Of equally heavy ones
 * it takes the same each time.  O(n log n): Fredman's longest increasing subsequence (1975) with
 * weights, over a binary indexed tree (Fenwick 1994).
 */
void vr_chain_select (GArray *pairs, guint32 n_columns);

/**
 * vr_chain_select_weak:
 *
 * As vr_chain_select(), but @pairs is sorted by row, then column, rows may repeat, and neither
 * need rise in each step: one unit may stand for several.
 */
void vr_chain_select_weak (GArray *pairs, guint32 n_columns);

G_END_DECLS
