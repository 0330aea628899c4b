/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which words two paragraphs share, and how rare each is: what a pairing shows for itself. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/**
 * VrSharedWord:
 * @text: the word as it stands in the new article; borrowed from it
 * @n_paragraphs: how many paragraphs of both articles have it
 */
typedef struct
{
  VrSlice text;
  guint32 n_paragraphs;
} VrSharedWord;

/**
 * VrWordIndex:
 *
 * The words of both articles of a comparison.  Upper and lower case are one; punctuation and words
 * that every text has ("the", "of") count nothing, the others by their inverse document frequency
 * over the paragraphs of both sides, as in the aligner.  Atomically ref-counted, but not for use by
 * two threads at once.
 */
typedef struct _VrWordIndex VrWordIndex;

/**
 * vr_word_index_new:
 *
 * Cuts both articles into words once more, as a comparison keeps none: a third of the time that
 * comparing takes.  May run in any thread.
 *
 * Returns: (transfer full): the index; keeps @comparison by reference
 */
VrWordIndex *vr_word_index_new (VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;
VrWordIndex *vr_word_index_ref (VrWordIndex *self);
void vr_word_index_unref (VrWordIndex *self);

/** vr_word_index_get_comparison: borrowed. */
VrComparison *vr_word_index_get_comparison (const VrWordIndex *self);

/**
 * vr_word_index_find_shared:
 * @max: at most so many
 *
 * Time grows with the words of the row's paragraphs.
 *
 * Returns: (transfer full) (element-type VrSharedWord): the words that both sides of the row have,
 *   the rarest first
 */
GArray *vr_word_index_find_shared (VrWordIndex *self, const VrRow *row,
                                   guint max) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_word_index_get_likeness:
 *
 * Returns: how much of what two paragraphs say they say in the same words: Dice's coefficient of
 *   their weighted words, 0 to 1
 */
float vr_word_index_get_likeness (VrWordIndex *self, guint32 old_index, guint32 new_index);

/**
 * vr_word_index_measure:
 * @side: the side that @index is of
 * @likeness: (out): filled with the likeness of each paragraph of the other side
 *
 * The same for all at once; time grows with the words of the other side.
 */
void vr_word_index_measure (VrWordIndex *self, VrSide side, guint32 index, float *likeness);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrWordIndex, vr_word_index_unref)

G_END_DECLS
