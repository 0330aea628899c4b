/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paragraphs of a whole history, each different one cut into sentences once. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * VrParagraphCut:
 * @number: from 0, in order of first appearance
 * @n_sentences: how many sentences it has
 * @ends: bytes: where each ends, white space behind it included
 * @sentences: for each sentence a number: the same for the same words, quiet differences folded
 * @words: what the words fold to, by number
 * @first_words: n_sentences + 1 positions in @words: where each sentence begins
 */
typedef struct
{
  guint number;
  guint n_sentences;
  guint32 *ends;
  guint32 *sentences;
  guint32 *words;
  guint32 *first_words;
} VrParagraphCut;

/** VrSentenceCuts: remembers what it has cut; for one thread at a time. */
typedef struct _VrSentenceCuts VrSentenceCuts;

/** vr_sentence_cuts_new: @language: of all that will be cut, e.g. "en". */
VrSentenceCuts *vr_sentence_cuts_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void vr_sentence_cuts_free (VrSentenceCuts *self);

/** vr_sentence_cuts_get: @paragraph: copied.  Returns: its cut; borrowed */
const VrParagraphCut *vr_sentence_cuts_get (VrSentenceCuts *self, VrSlice paragraph);

/** vr_sentence_cuts_get_n: how many different paragraphs there were so far. */
guint vr_sentence_cuts_get_n (const VrSentenceCuts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrSentenceCuts, vr_sentence_cuts_free)

G_END_DECLS
