/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pack made of many objects; for src/store only. */
#pragma once

#include "vr-archive-private.h"

G_BEGIN_DECLS

/**
 * VrJoin:
 *
 * Objects that are to become one pack, each stored as what changed since one like it (libgit2's
 * packbuilder): versions of a variant side by side.
 */
typedef struct _VrJoin VrJoin;

/**
 * vr_join_new:
 * @odb: where the objects are; stays the caller's and must outlive it
 */
VrJoin *vr_join_new (VrArchive *archive, git_odb *odb, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vr_join_free (VrJoin *self);

/** vr_join_add: adds an object of the odb.  Returns: whether it was not there yet. */
gboolean vr_join_add (VrJoin *self, const git_oid *id);

/** vr_join_add_all: adds all objects of the odb. */
gboolean vr_join_add_all (VrJoin *self, GError **error);

/** vr_join_get_n: how many there are. */
guint vr_join_get_n (const VrJoin *self);

/**
 * vr_join_write:
 *
 * Reads each object, whose hash must be right, and writes the pack beside the archive's own; looks
 * whether all are in it; syncs it; and only then, under the archive's lock, gives it its name.
 * Without objects it does nothing.  Fails as vr_git_check() does and leaves nothing behind but what
 * vr_join_clean() takes away.  Under vr_archive_lock_packs().
 *
 * Returns: (transfer full) (nullable): the pack's name as VrPackFile has it, "" without objects
 */
char *vr_join_write (VrJoin *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_join_write_locked: the same under the archive's lock. */
char *vr_join_write_locked (VrJoin *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * VrJoinSink:
 *
 * Takes the next bytes of a pack.  Returns: whether to go on
 */
typedef gboolean (*VrJoinSink) (gpointer data, const void *bytes, gsize n_bytes);

/** vr_join_stream: hands the pack over bit by bit instead, in memory that is bounded but for the
 * ids; what was added together is stored together.  %FALSE without an error where @sink said so.
 * Under vr_archive_lock_packs(). */
gboolean vr_join_stream (VrJoin *self, VrJoinSink sink, gpointer data, GError **error);

/** vr_join_make_folder: for one pack with its index, beside the archive's own.  Returns: (transfer
 * full): its path; vr_archive_remove_all() or vr_join_clean() take it away */
char *vr_join_make_folder (VrArchive *archive, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_join_adopt:
 * @folder: of vr_join_make_folder(), with a pack and its index, both synced
 * @ids: (element-type git_oid): which must be in there, or in the archive, with all that they lead
 *   to
 * @has_all: (out): whether they are; else nothing is done
 *
 * Puts the pack among the archive's own, under the archive's lock, which it takes.  Under
 * vr_archive_lock_packs().
 */
gboolean vr_join_adopt (VrArchive *archive, const char *folder, const GArray *ids,
                        gboolean *has_all, GError **error);

/** vr_join_open_packs: an odb of these packs alone (element-type utf8).  Returns: (transfer full)
 */
git_odb *vr_join_open_packs (VrArchive *archive, const GPtrArray *names,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_join_clean: removes what killed programs left.  Under vr_archive_lock_packs(). */
void vr_join_clean (VrArchive *archive);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrJoin, vr_join_free)

G_END_DECLS
