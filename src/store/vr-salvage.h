/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is whole in an archive, however damaged; for src/store only. */
#pragma once

#include "vr-archive-private.h"

G_BEGIN_DECLS

/**
 * VrSalvage:
 * @path: of the archive
 * @odb: of objects that were read and whose hash is right; what is written to it stays in memory
 * @repository: of the odb, to look objects up in; has no refs
 * @refs: (element-type utf8 git_oid): where each ref points
 * @damaged_refs: (element-type utf8): refs that point nowhere
 * @damaged_packs: (element-type utf8): packs or indexes that something is wrong with
 * @hidden: (element-type git_oid utf8): objects that only a pack without an index has, by its name;
 *   such a pack may be half of what a killed program wrote
 */
typedef struct
{
  char *path;
  git_odb *odb;
  git_repository *repository;
  GHashTable *refs;
  GPtrArray *damaged_refs;
  GPtrArray *damaged_packs;
  GHashTable *hidden;
  GHashTable *whole; /* git_oid */
} VrSalvage;

/** vr_salvage_is_there: whether there is an archive, or the remains of one. */
gboolean vr_salvage_is_there (const char *path, GError **error);

/**
 * vr_salvage_open:
 *
 * Reads every object once, past libgit2 and its caches where a pack is damaged.  Changes nothing.
 * Fails with %VR_ERROR_NOT_FOUND where there is no archive, or the remains of one, and in
 * %G_IO_ERROR.
 */
VrSalvage *vr_salvage_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vr_salvage_free (VrSalvage *self);

/** vr_salvage_has: whether the object is whole. */
gboolean vr_salvage_has (const VrSalvage *self, const git_oid *id);

/** vr_salvage_write: puts an object of our own there, in memory. */
void vr_salvage_write (VrSalvage *self, git_object_t type, const void *data, gsize n_bytes,
                       git_oid *id);

/** vr_salvage_dup_refs: Returns: (transfer container) (element-type utf8): the names of @refs that
 * begin so, in byte order. */
GPtrArray *vr_salvage_dup_refs (const VrSalvage *self, const char *prefix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrSalvage, vr_salvage_free)

G_END_DECLS
