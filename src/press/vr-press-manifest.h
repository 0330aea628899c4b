/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manifest of a report that is a ZIP file. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** vr_press_is_zip: by its first bytes. */
gboolean vr_press_is_zip (const char *bytes, gsize n_bytes);

/**
 * vr_press_dup_manifest:
 *
 * Returns: (transfer full) (nullable): the manifest that is, or begins, an entry of the ZIP file
 *   @bytes; %NULL where there is none, or the file is damaged
 */
GBytes *vr_press_dup_manifest (const char *bytes, gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
