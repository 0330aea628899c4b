/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language a text is in. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * vr_language_detect:
 * @sample: the text; a few kilobytes of it are looked at
 *
 * By script where that decides, else by libexttextcat's n-gram fingerprints (Cavnar and Trenkle
 * 1994).  At most a few milliseconds, the first call included.
 *
 * Returns: an ISO 639-1 code such as "en", or "und" where nothing can be said; static
 */
const char *vr_language_detect (VrSlice sample);

G_END_DECLS
