/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodings other than UTF-8: those of one byte by tables of our own, others by ICU, or by iconv
 * where ICU has none. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** vr_charset_read_western: the character that @byte is in windows-1252. */
gunichar vr_charset_read_western (guint8 byte);

/**
 * vr_charset_convert:
 * @charset: an encoding's name, in any of its spellings; it means what it means on the web, so
 *   "ISO-8859-1" is windows-1252, and the bytes from 0x80 to 0x9F that this has no characters for
 *   are control characters
 * @text: UTF-8 is put at its end; NULs are kept
 * @n_replaced: (out): how many U+FFFD stand for bytes that are not in @charset
 *
 * Returns: the encoding's usual name, static; %NULL where nobody knows @charset
 */
const char *vr_charset_convert (const char *charset, const guint8 *data, gsize n_bytes,
                                GString *text, guint *n_replaced);

/**
 * vr_charset_convert_utf16, vr_charset_convert_utf32:
 *
 * As vr_charset_convert(); a lone surrogate, a number above U+10FFFF and bytes left over at the
 * end become U+FFFD each.
 */
void vr_charset_convert_utf16 (const guint8 *data, gsize n_bytes, gboolean big_endian,
                               GString *text, guint *n_replaced);
void vr_charset_convert_utf32 (const guint8 *data, gsize n_bytes, gboolean big_endian,
                               GString *text, guint *n_replaced);

G_END_DECLS
