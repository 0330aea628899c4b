/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodings other than UTF-8: guessed by uchardet, converted by ICU, or by iconv where ICU has
 * none. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** vr_charset_guess: what uchardet takes @data for; %NULL where it has no idea; static. */
const char *vr_charset_guess (const guint8 *data, gsize n_bytes);

/**
 * vr_charset_convert:
 * @charset: an encoding's name, in any of its spellings
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
