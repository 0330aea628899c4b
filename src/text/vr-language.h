/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language a text is in. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * vr_language_detect:
 * @sample: the text; a few kilobytes of it are looked at
 *
 * By script where that decides, by the language's commonest words where those are clear, else by
 * libexttextcat's n-gram fingerprints (Cavnar and Trenkle 1994) of the few languages that are near.
 * At most 2 ms, the first call included; for English 0.3.  Thread-safe.
 *
 * "und" below 40 letters (4 in a script of one language), and for languages that we have no words
 * of.
 *
 * Returns: an ISO 639-1 code such as "en", or "und" where nothing can be said; static
 */
const char *vr_language_detect (VrSlice sample);

G_END_DECLS
