/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 with a few bytes in it that are none, as pasted and joined files have them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrStrayByte: a byte that is no UTF-8 and was read as windows-1252
 * @offset: where its character stands in the text, in bytes
 */
typedef struct
{
  gsize offset;
  guint8 byte;
} VrStrayByte;

/** vr_stray_bytes_are_few: whether @data is UTF-8 but for a few bytes. */
gboolean vr_stray_bytes_are_few (const guint8 *data, gsize n_bytes);

/**
 * vr_stray_bytes_convert:
 * @text: the UTF-8 in @data is put at its end; NULs are kept
 * @n_replaced: (inout): how many U+FFFD stand for what could not be read is added
 * @strays: (nullable) (element-type VrStrayByte): %NULL replaces all; else a stray byte that reads
 *   well as windows-1252 is taken for that (a letter in a Latin word, a quote, a dash) and put here
 */
void vr_stray_bytes_convert (const guint8 *data, gsize n_bytes, GString *text, guint *n_replaced,
                             GArray *strays);

G_END_DECLS
