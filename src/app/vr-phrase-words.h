/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a phrase in words: values in, words out. */
#pragma once

#include "vr-phrase-lives.h"

G_BEGIN_DECLS

/** vr_phrase_words_dup_event: Returns: (transfer full): "Vanished in version 5" */
char *vr_phrase_words_dup_event (const VrPhraseEvent *event) G_GNUC_WARN_UNUSED_RESULT;

/** vr_phrase_words_dup_when: Returns: (transfer full): when that version came out. */
char *vr_phrase_words_dup_when (const VrPhraseEvent *event) G_GNUC_WARN_UNUSED_RESULT;

/** vr_phrase_words_dup_share: Returns: (transfer full): of how many versions @variant has it, with
 * its @story: "Harbour · in 3 of 5 versions" */
char *vr_phrase_words_dup_share (const VrFoundVariant *variant,
                                 const char *story) G_GNUC_WARN_UNUSED_RESULT;

/** vr_phrase_words_dup_spoken: Returns: (transfer full): event @index as a screen reader says it.
 */
char *vr_phrase_words_dup_spoken (const VrPhraseLives *lives,
                                  guint index) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
