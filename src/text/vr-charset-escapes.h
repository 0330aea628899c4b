/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodings of seven bits, which are ASCII and so UTF-8 by their bytes: their escapes give them
 * away. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vr_charset_find_escapes:
 *
 * Returns: (nullable): "ISO-2022-JP", "ISO-2022-KR", "ISO-2022-CN" or "HZ-GB-2312", where @data
 *   looks like it; whoever converts it has to see that no byte is wrong; static
 */
const char *vr_charset_find_escapes (const guint8 *data, gsize n_bytes);

G_END_DECLS
