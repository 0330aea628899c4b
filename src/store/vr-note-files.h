/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes listed from the files of an archive, without libgit2; for src/store only. */
#pragma once

#include "vr-object-files.h"

G_BEGIN_DECLS

/**
 * vr_note_files_list:
 * @path: the archive's folder, of which @objects are
 * @name: "story/variant"
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GPtrArray(VrNote)): what vr_note_list()
 *   returns.  %NULL is no error: then libgit2 is to be asked
 */
GHashTable *vr_note_files_list (VrObjectFiles *objects, const char *path,
                                const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
