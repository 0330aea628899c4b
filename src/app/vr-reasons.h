/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the side sheet: terms as bars, words as chips, the pairs of a group. */
#pragma once

#include "vr-word-index.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * vr_reasons_fill_terms:
 *
 * Shows what earned @row its score, strongest first, each as a bar whose length is its share of the
 * strongest; what spoke against it stands last.
 *
 * Returns: whether there was anything to show
 */
gboolean vr_reasons_fill_terms (GtkGrid *grid, const VrRow *row);

/** vr_reasons_fill_words: shows the rare words both sides share; Returns: whether there are any. */
gboolean vr_reasons_fill_words (GtkFlowBox *flow, const VrRow *row, VrWordIndex *words);

/**
 * vr_reasons_fill_pairs:
 *
 * Lists the pairs of a group of more than two paragraphs, those that share words, with a button
 * each that activates "win.unpair-two".
 */
void vr_reasons_fill_pairs (GtkGrid *grid, const VrRow *row, VrWordIndex *words);

/* Below so small a share of common words the nearest paragraph is no nearer than any other:
 * measured on five news articles, each compared with the four others, where nine paragraphs of ten
 * find none above 0.18. */
#define VR_REASONS_NEAR 0.2f

/**
 * vr_reasons_measure:
 * @side: the side that @index is of
 * @likeness: (out): of each paragraph of the other side to it; 0 where the reader said that they
 *   are not the same
 *
 * Returns: whether the reader said so of any
 */
gboolean vr_reasons_measure (VrWordIndex *words, VrSide side, guint32 index, float *likeness);

/**
 * vr_reasons_find_nearest:
 * @side: the side that @index is of
 * @is_parted: (out): whether the reader said of any that they are not the same
 *
 * Returns: the paragraph of the other side that is most like it, which none of those is, or
 * %VR_NO_PARAGRAPH
 */
guint vr_reasons_find_nearest (VrWordIndex *words, VrSide side, guint32 index, float *likeness,
                               gboolean *is_parted);

G_END_DECLS
