/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version of something as what differs from the version before; for src/store only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vr_delta_new:
 * @base, @data: the version before, and the one to tell
 *
 * What both begin and end with is copied, and what is between them is written out: an edit of a
 * text is mostly in one place, and finding that takes no longer than reading both.  What has been
 * edited in several places is told better by whoever joins packs.
 *
 * Returns: (transfer full) (nullable): a delta as git's packs have it (gitformat-pack), or %NULL
 *   where most of @data would be written out, or is next to nothing
 */
GByteArray *vr_delta_new (const guint8 *base, gsize n_base_bytes, const guint8 *data,
                          gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
