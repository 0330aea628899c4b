/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two ways to find a sentence's end, for the test that they agree. */
#pragma once

#include "vr-sentences.h"

G_BEGIN_DECLS

/** vr_sentences_cut_icu: what vr_sentences_cut() does, always through ICU. */
void vr_sentences_cut_icu (VrSentences *self, VrSlice text, GArray *ends);

/** vr_sentences_set_plain: cut by UAX #29 alone, without any rule of ours; for tests. */
void vr_sentences_set_plain (VrSentences *self, gboolean plain);

/**
 * vr_sentences_scan:
 *
 * Looks only at marks that may end a sentence, in texts of Latin, Greek and Cyrillic letters.
 *
 * Returns: whether it could do so; if not, @ends is empty
 */
gboolean vr_sentences_scan (VrSentences *self, VrSlice text, GArray *ends);

G_END_DECLS
