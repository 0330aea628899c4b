/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indexes of packs, looked through before libgit2 trusts them; for src/store only. */
#pragma once

#include "vr-git.h"

G_BEGIN_DECLS

/**
 * VrPackFile:
 * @name: "pack-…", without a suffix
 * @n_objects: in its index
 * @n_bytes: of the pack
 * @changed: when, in seconds
 * @is_kept: a `.keep` stands beside it, so that nobody takes it away
 */
typedef struct
{
  char *name;
  guint n_objects;
  guint64 n_bytes;
  gint64 changed;
  gboolean is_kept;
} VrPackFile;

/** vr_pack_index_dup_folder: where packs are. */
char *vr_pack_index_dup_folder (const char *repository_path) G_GNUC_WARN_UNUSED_RESULT;

/** vr_pack_index_is_sound: whether every place that the index tells of is in the pack; libgit2 1.5
 * crashes on one that is not.  The sums at the ends of both are not looked at. */
gboolean vr_pack_index_is_sound (const char *folder, const char *name);

/** vr_pack_index_is_whole: whether @data is an index that has all that it counts. */
gboolean vr_pack_index_is_whole (const guint8 *data, gsize n_bytes);

/**
 * vr_pack_index_find:
 * @data: a whole index, which may be damaged otherwise
 * @place: (out): where object @id begins in the pack, or anywhere
 *
 * Returns: whether it is there
 */
gboolean vr_pack_index_find (const guint8 *data, gsize n_bytes, const git_oid *id, guint64 *place);

/** vr_pack_index_is_of: @data: a whole one.  Returns: whether @pack begins and ends as the index
 * @data says, which is all that libgit2 looks at. */
gboolean vr_pack_index_is_of (const guint8 *data, gsize n_bytes, const guint8 *pack,
                              gsize n_pack_bytes);

/** vr_pack_index_read_places: Returns: (transfer full) (element-type guint64): all places that the
 * index tells of, which may be wrong; none where it is no index */
GArray *vr_pack_index_read_places (const char *folder, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_pack_index_list:
 *
 * Returns: (transfer full) (element-type VrPackFile): the packs that have an index; fails in
 * %G_IO_ERROR
 */
GArray *vr_pack_index_list (const char *repository_path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_pack_index_list_sound: the same; fails with %VR_ERROR_INVALID where an index is not sound. */
GArray *vr_pack_index_list_sound (const char *repository_path,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
