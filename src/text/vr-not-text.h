/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells files that are no text: documents of other kinds by how they begin, and binary data. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vr_not_text_by_magic:
 *
 * Returns: (nullable): a translated format with one "%s" for the file's name, one sentence that
 * says what the file is and what to do, if @data begins as such a file does; static
 */
const char *vr_not_text_by_magic (const guint8 *data, gsize n_bytes);

/** vr_not_text_message: the same sentence for data of no known kind; static. */
const char *vr_not_text_message (void);

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
