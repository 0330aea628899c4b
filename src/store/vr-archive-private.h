/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open archive as the files of the store see it; for src/store only. */
#pragma once

#include "vr-archive.h"
#include "vr-git.h"

G_BEGIN_DECLS

/* What the configuration of an archive has, and git none of its own. */
#define VR_ARCHIVE_FORMAT_KEY "variorum.format"
#define VR_ARCHIVE_FORMAT 1

#define VR_ARCHIVE_HEADS "refs/heads/"
#define VR_ARCHIVE_SOURCES "refs/sources/"
#define VR_ARCHIVE_SEEN "refs/seen/"
#define VR_ARCHIVE_TAGS "refs/tags/"
#define VR_ARCHIVE_NOTES "refs/notes/"
#define VR_ARCHIVE_COMPARISONS "refs/comparisons/"

/* How files begin that the history layer keeps beside the objects and can make anew. */
#define VR_ARCHIVE_INDEX "variorum-index"

struct _VrArchive
{
  char *path;
  git_repository *repository;
  git_odb *odb;
  guint n_small_packs; /* as far as this process knows */
};

/**
 * VrArchiveLock: what is written under it is written by one process; -1 when not held
 *
 * An flock(), which ends with its process however that ends.
 */
typedef int VrArchiveLock;

/** vr_archive_lock: waits its turn; fails in %G_IO_ERROR.  Returns: the lock, or -1. */
VrArchiveLock vr_archive_lock (VrArchive *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/**
 * vr_archive_lock_packs: who holds it may take packs away; taken before vr_archive_lock(), never
 * after.
 * @waits: whether to wait for another; else it returns -1 without an error
 */
VrArchiveLock vr_archive_lock_packs (VrArchive *self, gboolean waits,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vr_archive_unlock (VrArchiveLock *lock);

/** vr_archive_lock_sync: who holds it, taken before the others, alone writes below refs/sync/. */
VrArchiveLock vr_archive_lock_sync (VrArchive *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_archive_dup_plain_path: without a slash at its end. */
char *vr_archive_dup_plain_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/** vr_archive_sync_all: makes a folder durable with all that is in it. */
gboolean vr_archive_sync_all (const char *path, GError **error);

/** vr_archive_remove_all: removes a folder with all that is in it, as far as it can. */
void vr_archive_remove_all (const char *path);

/** vr_archive_remove_beginning: the same for all in @folder whose name begins with @prefix. */
void vr_archive_remove_beginning (const char *folder, const char *prefix);

/** vr_archive_find: the object that @ref points at; @found tells whether there is one. */
gboolean vr_archive_find (VrArchive *self, const char *ref, git_oid *id, gboolean *found,
                          GError **error);

/** vr_archive_read_lines: the lines of the blob @id, an empty one where the last has an end. */
char **vr_archive_read_lines (VrArchive *self, const git_oid *id,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/**
 * vr_archive_list_refs:
 * @folder: how the names begin, to the slash: "refs/heads/"
 *
 * Returns: (transfer full) (element-type utf8 utf8): by its whole name, the id of the object that
 *   each points at, or "" where that is another ref
 */
GHashTable *vr_archive_list_refs (VrArchive *self, const char *folder,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_archive_list_names: as vr_archive_list_variants() for the refs that begin with @prefix. */
GPtrArray *vr_archive_list_names (VrArchive *self, const char *prefix, const char *story,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrArchiveLock, vr_archive_unlock)

G_END_DECLS
