/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which version brought each sentence of a text, and which changed it last. */
#pragma once

#include "vr-article.h"
#include "vr-progress.h"
#include "vr-version-text.h"

G_BEGIN_DECLS

/**
 * VrBlamedSentence:
 * @paragraph: the paragraph that it stands in
 * @span: bytes of that paragraph's text, white space behind it left out
 * @brought: number of the first version that has these words one after the other in a paragraph,
 *   quiet differences folded as in comparison.  A sentence that was cut and came back keeps it.
 * @changed: number of the version since which it has stood in these words without a break.  A
 *   sentence may have moved in the meantime, and its paragraph been edited, split or merged.
 * @origin: number of the version that its earliest wording goes back to: sentences are followed
 *   through edits by comparing each version with the one before
 *
 * Versions are counted from 1, as vr_version_list() does.  @origin is at most @brought, and that at
 * most @changed.
 */
typedef struct
{
  guint32 paragraph;
  VrSpan span;
  guint brought;
  guint changed;
  guint origin;
} VrBlamedSentence;

/** VrHistoryBlame: immutable, atomically ref-counted; may be read by any number of threads. */
typedef struct _VrHistoryBlame VrHistoryBlame;

/**
 * vr_history_blame_new:
 * @archive: of this thread; not needed any more afterwards
 * @name: "story/variant"
 * @id: a version of it, whose sentences are asked about
 * @progress: (nullable): told how far it is
 *
 * Reads every version up to @id once, in time that grows with their number and their texts.  Fails
 * with %VR_ERROR_NOT_FOUND where @name has no version @id, as vr_version_list() does, and when
 * cancelled.
 *
 * Returns: (transfer full): the blame
 */
VrHistoryBlame *vr_history_blame_new (VrArchive *archive, const char *name, const char *id,
                                      const VrProgress *progress, GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

VrHistoryBlame *vr_history_blame_ref (VrHistoryBlame *self);
void vr_history_blame_unref (VrHistoryBlame *self);

/** vr_history_blame_get_article: the version's text; borrowed. */
VrArticle *vr_history_blame_get_article (const VrHistoryBlame *self);

/** vr_history_blame_get_n_versions: the version's number. */
guint vr_history_blame_get_n_versions (const VrHistoryBlame *self);

/** vr_history_blame_peek_version: @number: from 1; borrowed. */
const VrVersionText *vr_history_blame_peek_version (const VrHistoryBlame *self, guint number);

/** vr_history_blame_peek_sentences: as they stand, @n of them; borrowed. */
const VrBlamedSentence *vr_history_blame_peek_sentences (const VrHistoryBlame *self, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrHistoryBlame, vr_history_blame_unref)

G_END_DECLS
