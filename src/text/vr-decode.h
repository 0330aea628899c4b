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
 */
typedef struct
{
  char *text;
  gsize from;
  gsize n_bytes;
  const char *encoding;
  const char *decided_by;
  guint n_replaced;
} VrDecoded;

/**
 * vr_decode:
 * @encoding: (nullable): forced by the reader
 * @name: for messages
 * @decoded: (out): filled on success; the caller frees its text
 *
 * Fails with %VR_ERROR_ENCODING, %VR_ERROR_NOT_TEXT or %VR_ERROR_TOO_LARGE.
 */
gboolean vr_decode (const guint8 *data, gsize n_bytes, const char *encoding, const char *name,
                    VrDecoded *decoded, GError **error);

G_END_DECLS
