/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-16 and UTF-32 without a byte order mark. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vr_wide_units_detect:
 *
 * Text in these has zeros: in nearly every other byte where it is English, in its blanks and line
 * ends where it is Greek, Russian or Korean.
 *
 * Returns: (nullable): "UTF-16LE", "UTF-16BE", "UTF-32LE" or "UTF-32BE"; static
 */
const char *vr_wide_units_detect (const guint8 *data, gsize n_bytes);

G_END_DECLS
