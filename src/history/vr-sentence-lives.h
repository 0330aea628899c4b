/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of one version of a history, each with its life so far. */
#pragma once

#include "vr-article.h"
#include "vr-sentence-cuts.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrSentenceLife:
 * @changed: number of the version since which it stands in these words
 * @origin: number of the version that it goes back to, in whatever words
 */
typedef struct
{
  guint changed;
  guint origin;
} VrSentenceLife;

/**
 * VrSentenceLives:
 * @article: that version
 * @cuts: by paragraph; borrowed
 * @firsts: by paragraph: index of its first sentence; one more is how many there are
 * @lives: by sentence
 */
typedef struct
{
  VrArticle *article;
  const VrParagraphCut **cuts;
  guint *firsts;
  VrSentenceLife *lives;
} VrSentenceLives;

/** vr_sentence_lives_new: @article: (transfer full).  All of its sentences begin with @number. */
VrSentenceLives *vr_sentence_lives_new (VrArticle *article, VrSentenceCuts *cuts,
                                        guint number) G_GNUC_WARN_UNUSED_RESULT;
void vr_sentence_lives_free (VrSentenceLives *self);

/** vr_sentence_lives_get_n: how many sentences there are. */
guint vr_sentence_lives_get_n (const VrSentenceLives *self);

/**
 * vr_sentence_lives_carry:
 * @before: the version before
 *
 * Compares both and has the sentences of @self go on with the lives of those that they were in
 * @before.  A sentence of the same words, quiet differences folded, is unchanged: the one that the
 * comparison names, else one in the same row, else one anywhere; each is taken once, so that of
 * two equal sentences where there was one, one is new.  What is left was changed, where the
 * comparison finds an earlier wording, or is new.
 *
 * Returns: %FALSE only when cancelled
 */
gboolean vr_sentence_lives_carry (VrSentenceLives *self, const VrSentenceLives *before,
                                  GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrSentenceLives, vr_sentence_lives_free)

G_END_DECLS
