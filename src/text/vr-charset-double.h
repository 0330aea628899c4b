/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bytes cost to tell in the encodings of East Asia. */
#pragma once

#include "vr-charset-tables.h"

G_BEGIN_DECLS

/**
 * vr_charset_double_cost:
 * @ascii: what ASCII letters cost behind each other, 27 x 27 quarters of a bit, as
 *   VrCharsetSample has its counts
 *
 * Returns: quarters of a bit; -1 where @data is not in that encoding
 */
gint64 vr_charset_double_cost (VrDouble encoding, const guint8 *data, gsize n_bytes,
                               const guint8 *ascii);

G_END_DECLS
