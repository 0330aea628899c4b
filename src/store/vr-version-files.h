/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of a variant listed from the files of an archive, without libgit2. */
#pragma once

#include "vr-version.h"

G_BEGIN_DECLS

/**
 * vr_version_files_list:
 * @path: the archive's folder
 * @name: "story/variant"
 * @notes: (out) (transfer full) (element-type utf8 GPtrArray): what vr_note_list() returns
 *
 * Starting libgit2 takes longer than all of this.
 *
 * Returns: (transfer full) (nullable) (element-type VrVersion): what vr_version_list() returns.
 *   %NULL is no error: there is no such variant, or something is damaged or otherwise than the
 * archive itself writes it; then vr_archive_open() opens it, or tells what is wrong
 */
GArray *vr_version_files_list (const char *path, const char *name,
                               GHashTable **notes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
