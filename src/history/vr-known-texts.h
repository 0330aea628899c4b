/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a text stood before, which the index knows of long histories. */
#pragma once

#include "vr-version.h"

G_BEGIN_DECLS

/**
 * vr_known_texts_find:
 * @name: a "story/variant"
 * @id: (out) (transfer full) (nullable): the last version whose text is @text, or %NULL
 * @number: (out): its number
 *
 * Where the archive has the text somewhere, a history is gone through once, at some 9 microseconds
 * a version; of a long one the index then knows which texts it has, and only what is new is looked
 * at. Where the index cannot be used, it takes as long each time.
 *
 * Returns: whether it was looked for; fails as vr_version_list() does
 */
gboolean vr_known_texts_find (VrArchive *archive, const char *name, const char *text, gsize n_bytes,
                              char **id, guint *number, GError **error);

G_END_DECLS
