/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which Unicode library and data the engine runs on: results may differ between them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** vr_versions_get_icu: e.g. "72.1"; static.  Reads no data file. */
const char *vr_versions_get_icu (void);

/** vr_versions_get_unicode: the Unicode version of that ICU, e.g. "15.0"; static. */
const char *vr_versions_get_unicode (void);

G_END_DECLS
