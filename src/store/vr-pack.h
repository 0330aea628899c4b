/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objects that become durable together: one pack file instead of a file each; for src/store only.
 */
#pragma once

#include "vr-git.h"

G_BEGIN_DECLS

/** VR_PACK_TEMPORARY: how names of files begin that are being written, under the archive's lock. */
#define VR_PACK_TEMPORARY "tmp_vr_"

/**
 * VrPack:
 *
 * What a snapshot brings is some eight objects.  As loose ones libgit2 syncs each file and its
 * folder; as one pack it is the pack, its index and their folder: three instead of sixteen.
 */
typedef struct _VrPack VrPack;

VrPack *vr_pack_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_pack_free (VrPack *self);

/**
 * vr_pack_add:
 * @id: (out): the object's name
 *
 * Adds an object, unless the pack has it.  @type is one of git's four.  What the archive has
 * already is written once more: that copy may be damaged, or another program's to throw away.
 */
void vr_pack_add (VrPack *self, git_object_t type, const void *data, gsize n_bytes, git_oid *id);

/** VrPackLine: blobs that follow each other, each a little different from the last one. */
typedef enum
{
  VR_PACK_TEXTS,
  VR_PACK_SOURCES,
  VR_PACK_N_LINES,
} VrPackLine;

/** vr_pack_add_blob: the same for a blob, which is told by what differs from the one added to
 * @line before it: a long history becomes some twentieth. */
void vr_pack_add_blob (VrPack *self, VrPackLine line, const void *data, gsize n_bytes, git_oid *id);

/** vr_pack_get_n: how many objects are to be written. */
guint vr_pack_get_n (const VrPack *self);
/** vr_pack_get_n_bytes: how large the file is going to be. */
gsize vr_pack_get_n_bytes (const VrPack *self);

/**
 * vr_pack_write:
 * @repository_path: the bare repository; messages call it so
 *
 * Writes the pack and its index (git's formats, version 2: gitformat-pack) under other names, syncs
 * both, gives them their names and syncs the folder; without an object it does nothing.  After a
 * crash at any moment the folder has the whole pack or nothing that counts.  Fails in %G_IO_ERROR
 * and leaves nothing behind.
 */
gboolean vr_pack_write (VrPack *self, const char *repository_path, GError **error);

/** vr_pack_sync_folder: makes durable which names a folder has; fails in %G_IO_ERROR and calls
 * the archive @name. */
gboolean vr_pack_sync_folder (const char *path, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrPack, vr_pack_free)

G_END_DECLS
