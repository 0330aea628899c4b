/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document says of its own encoding, and what a server says of it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vr_charset_declared:
 * @data: a document from its start
 *
 * Looks for an XML declaration and for HTML's `<meta charset>` and `<meta http-equiv>`, by the
 * rules of WHATWG's HTML standard, section 13.2.3.2 ("prescan a byte stream to determine its
 * encoding"), but through the whole head and not through its first 1,024 bytes only; what stands in
 * scripts, styles and titles behind those is not looked at, as no browser would.  UTF-16, which
 * could not have been read, means UTF-8, and "x-user-defined" windows-1252.
 *
 * Returns: (nullable): the encoding's name as vr_charset_by_label() has it; static
 */
const char *vr_charset_declared (const guint8 *data, gsize n_bytes);

/**
 * vr_charset_from_content_type:
 * @content_type: what an HTTP header says, such as "text/html; charset=windows-1251"
 *
 * Returns: (nullable): the encoding's name; static
 */
const char *vr_charset_from_content_type (const char *content_type);

G_END_DECLS
