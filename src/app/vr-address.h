/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader types or drops where the address of an article is wanted: pure reading. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * vr_address_read:
 * @text: as it was typed or pasted
 * @hint: (out) (transfer full) (nullable): one sentence: why it will not do, or what is made of it
 *
 * An address may lack its https://, and stand between spaces or in angle brackets; a path, or what
 * begins with file://, is a file on this computer.
 *
 * Returns: (transfer full) (nullable): the page or file; %NULL for no text, without a hint, and for
 *   one that will not do
 */
GFile *vr_address_read (const char *text, char **hint) G_GNUC_WARN_UNUSED_RESULT;

/** vr_address_read_page: Returns: (transfer full) (nullable): the page, where all of @text is the
 * whole address of one */
GFile *vr_address_read_page (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/** vr_address_dup_text: Returns: (transfer full): what vr_address_read() reads as @file. */
char *vr_address_dup_text (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/** vr_address_is_page: whether @file is no file, but a web page. */
gboolean vr_address_is_page (GFile *file);

G_END_DECLS
