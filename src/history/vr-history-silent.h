/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an article was changed in substance without saying so. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/**
 * vr_history_silent_dup_reason:
 * @comparison: of a version with the one before it
 *
 * Substance is words of the article's own that were edited, added or removed, and every critical
 * change.  No substance are quiet differences, what only moved, mended characters and misprints,
 * and what the article says of itself or its page: who wrote it, when it came out or was updated,
 * invitations to share or read on.
 *
 * A change of substance is told, and so not silent, where a note came with it: an added or edited
 * sentence that says in the article's language, or in English, that something was corrected, made
 * clear or updated; or where the line that says when the article was updated is new or another.  A
 * note that was taken out is itself a silent change.
 *
 * Returns: (transfer full) (nullable): why the edit is silent, one line, e.g. "number changed from
 *   “11” to “12”; no correction or update note was added"; translated; %NULL where it is not
 */
char *vr_history_silent_dup_reason (const VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
