/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where sentences come from in words: values in, words out. */
#pragma once

#include "vr-history-blame.h"

G_BEGIN_DECLS

/** vr_origins_words_dup_age: Returns: (transfer full): so many seconds as a rough time: "2 days".
 */
char *vr_origins_words_dup_age (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_origins_words_dup_label:
 * @is_stacked: whether it stands in two lines
 *
 * Returns: (transfer full): what stands in the margin beside a sentence: the version that brought
 *   it, in brackets the one that changed it last where that is another, and for how long it had
 *   stood there when the version shown came out: "3 · 2 days"
 */
char *vr_origins_words_dup_label (const VrHistoryBlame *blame, guint sentence,
                                  gboolean is_stacked) G_GNUC_WARN_UNUSED_RESULT;

/** vr_origins_words_dup_told: Returns: (transfer full): the same in sentences, with the times. */
char *vr_origins_words_dup_told (const VrHistoryBlame *blame,
                                 guint sentence) G_GNUC_WARN_UNUSED_RESULT;

/** vr_origins_words_dup_text: Returns: (transfer full): the sentence itself. */
char *vr_origins_words_dup_text (const VrHistoryBlame *blame,
                                 guint sentence) G_GNUC_WARN_UNUSED_RESULT;

/** vr_origins_words_dup_spoken: Returns: (transfer full): sentences @sentences.from to
 * @sentences.to as a screen reader says them, each run behind its version. */
char *vr_origins_words_dup_spoken (const VrHistoryBlame *blame,
                                   VrSpan sentences) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
