/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells files that are no text: documents of other kinds by how they begin, and binary data. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** vr_not_text_by_magic: whether @data begins as a file does that is known to be no text. */
gboolean vr_not_text_by_magic (const guint8 *data, gsize n_bytes);

/**
 * vr_not_text_set_error:
 * @name: what people call the file
 *
 * Fails with one sentence that says what the file is and what to do: with %VR_ERROR_ENCODING where
 * it is a document that text can be taken out of, with %VR_ERROR_NOT_TEXT where it is none.
 */
void vr_not_text_set_error (GError **error, const guint8 *data, gsize n_bytes, const char *name);

/**
 * vr_not_text_count_controls:
 *
 * Returns: how many bytes of @data are control characters that no text has; white space, backspace
 * (overstruck manual pages) and escape (colours, ISO 2022) are not counted
 */
gsize vr_not_text_count_controls (const guint8 *data, gsize n_bytes);

/** vr_not_text_is_too_much: whether @n_odd odd ones among @n characters or bytes make it no text.
 */
gboolean vr_not_text_is_too_much (gsize n_odd, gsize n);

G_END_DECLS
