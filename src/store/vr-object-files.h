/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The objects of a repository read from their files, without libgit2; for src/store only. */
#pragma once

#include "vr-git.h"

G_BEGIN_DECLS

/** VrObjectFiles: packs and loose objects, for reading some of them; one thread at a time. */
typedef struct _VrObjectFiles VrObjectFiles;

/**
 * vr_object_files_open:
 * @repository_path: of a bare repository
 *
 * Returns: (transfer full) (nullable): %NULL where vr_archive_open() would find something damaged,
 *   or the objects are not all in the repository's own folder: then libgit2 is to be asked
 */
VrObjectFiles *vr_object_files_open (const char *repository_path) G_GNUC_WARN_UNUSED_RESULT;
void vr_object_files_free (VrObjectFiles *self);

/**
 * vr_object_files_read:
 * @type: what the object has to be
 *
 * As gitformat-pack(5) describes it: packs with an index of version 2, deltas, and loose objects.
 * What is read has the id that was asked for, so nothing damaged is ever returned.
 *
 * Returns: (transfer full) (nullable): what object @id holds; %NULL where it is not there, not
 * whole or of another type
 */
GBytes *vr_object_files_read (VrObjectFiles *self, const git_oid *id,
                              git_object_t type) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrObjectFiles, vr_object_files_free)

G_END_DECLS
