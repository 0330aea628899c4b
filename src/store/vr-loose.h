/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loose objects, a file each, read past libgit2; for src/store only. */
#pragma once

#include "vr-git.h"

G_BEGIN_DECLS

/**
 * vr_loose_are_sound:
 *
 * Looks at how each loose object begins, as libgit2 1.5 writes past its memory where one says that
 * it is shorter than it is.  Takes some 20 microseconds for each; git's own tools alone make them.
 * Fails with %VR_ERROR_INVALID where one is not sound.
 */
gboolean vr_loose_are_sound (const char *repository_path, GError **error);

/**
 * vr_loose_read:
 * @type: (out): git's number
 *
 * Returns: (transfer full) (nullable): what the file of object @id holds; %NULL where there is none
 *   or it is not whole.  Its id is not looked at
 */
GBytes *vr_loose_read (const char *repository_path, const git_oid *id,
                       guint *type) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_loose_extract:
 * @odb: gets the objects
 * @ids: (element-type git_oid): gets their ids
 *
 * Reads each loose object that is whole.
 */
void vr_loose_extract (const char *repository_path, git_odb *odb, GHashTable *ids);

G_END_DECLS
