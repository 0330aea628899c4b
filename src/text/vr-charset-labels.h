/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the names of encodings mean, as the web has it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vr_charset_by_label:
 * @label: as files, servers and people write it; case, blanks around it and hyphens and the
 *   like in it do not matter
 *
 * The labels of WHATWG's Encoding standard (section 4.2) with what they stand for in practice, so
 * "latin1" is windows-1252; besides the encodings of DOS and the Macintosh, and those that the
 * standard knows by name only to refuse them.
 *
 * Returns: (nullable): the encoding's name, static
 */
const char *vr_charset_by_label (const char *label, gsize n_bytes);

G_END_DECLS
