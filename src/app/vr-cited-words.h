/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of both articles that a citation of a row, or of selected text, sets side by side. */
#pragma once

#include "vr-column.h"

G_BEGIN_DECLS

/**
 * VrCitedWords:
 * @words: by side; %NULL where the article has nothing like it
 * @is_moved: whether it stood elsewhere
 */
typedef struct
{
  char *words[VR_N_SIDES];
  gboolean is_moved;
} VrCitedWords;

/**
 * vr_cited_words_of_row:
 *
 * What differs in the row at @position, with a few words around it; all of a row that only one
 * article has, or that only moved.
 *
 * Returns: (transfer full): the words
 */
VrCitedWords *vr_cited_words_of_row (const VrPairPlan *plan,
                                     guint position) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_cited_words_of_range:
 *
 * @range, and what stands for it in the other article.
 *
 * Returns: (transfer full): the words
 */
VrCitedWords *vr_cited_words_of_range (VrColumn *column,
                                       VrTextRange range) G_GNUC_WARN_UNUSED_RESULT;

void vr_cited_words_free (VrCitedWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrCitedWords, vr_cited_words_free)

G_END_DECLS
