/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes of any encoding to UTF-8 without NUL. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrDecoded:
 * @text: (nullable): the text, followed by a NUL byte, or %NULL where it is the source's own bytes
 * @from: where the text starts in the source, behind a byte order mark, if @text is %NULL
 * @n_bytes: of the text
 * @encoding, @decided_by: as VrText says; static
 * @n_replaced: how many U+FFFD stand for NULs and bytes that are no text
 * @strays: (nullable) (element-type VrStrayByte): bytes in UTF-8 that were read as windows-1252
 */
typedef struct
{
  char *text;
  gsize from;
  gsize n_bytes;
  const char *encoding;
  const char *decided_by;
  guint n_replaced;
  GArray *strays;
} VrDecoded;

/**
 * vr_decode:
 * @encoding: (nullable): forced by the reader
 * @content_type: (nullable): what came with it, such as HTTP's header "text/html; charset=koi8-r"
 * @name: for messages
 * @decoded: (out): filled on success; the caller frees its text and strays
 *
 * Asks, until one of them knows: the reader; a byte order mark; zeros; whether it is UTF-8, but for
 * a few bytes; @content_type; the document itself (vr_charset_declared()); statistics
 * (vr_charset_guess()).  What is declared is believed where all bytes can be read so, and nothing
 * makes far more of them.
 *
 * Fails with %VR_ERROR_ENCODING, %VR_ERROR_NOT_TEXT or %VR_ERROR_TOO_LARGE.
 */
gboolean vr_decode (const guint8 *data, gsize n_bytes, const char *encoding,
                    const char *content_type, const char *name, VrDecoded *decoded, GError **error);

G_END_DECLS
