/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The archive: versions of articles in a bare git repository that any git tool can read. */
#pragma once

#include "vr-error.h"

G_BEGIN_DECLS

/**
 * VrArchive:
 *
 * One open archive; one thread at a time.  A variant is the branch `refs/heads/STORY/VARIANT`; each
 * version is a commit whose tree holds `article.md`, a paragraph a line, and `article.json`.  The
 * bytes that it was read from hang on `refs/sources/STORY/VARIANT`, a commit for each version, so
 * that `git diff story/cnn story/reuters` shows text.  When a version was seen again stands in
 * `refs/seen/STORY/VARIANT`; labels are tags `STORY/VARIANT/LABEL`; what people noted about
 * versions is in `refs/notes/STORY/VARIANT`, as git-notes(1) has it.  A saved comparison is the
 * file `comparison.variorum` on `refs/comparisons/STORY/NAME.variorum`, a commit for each of its
 * versions; so `git branch` lists articles alone.
 *
 * Nobody's git configuration or hooks have a part in it.  Whatever is said to be done is on the
 * disk.
 */
typedef struct _VrArchive VrArchive;

/** vr_archive_dup_default_path: in the user's data folder. */
char *vr_archive_dup_default_path (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_archive_open:
 *
 * Fails with %VR_ERROR_NOT_FOUND where there is none, %VR_ERROR_INVALID for what is no archive of
 * ours, of a newer format or damaged, and in %G_IO_ERROR.
 *
 * Returns: (transfer full): the archive
 */
VrArchive *vr_archive_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_archive_create:
 *
 * Opens the archive at @path and makes it where there is nothing, or an empty folder: for its owner
 * alone (0700), and as a whole or not at all.  Fails as vr_archive_open() does.
 *
 * Returns: (transfer full): the archive
 */
VrArchive *vr_archive_create (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void vr_archive_free (VrArchive *self);

/** vr_archive_get_path: as given, without a slash at its end; borrowed. */
const char *vr_archive_get_path (const VrArchive *self);

/**
 * vr_archive_list_variants:
 * @story: (nullable): a slug; or all
 *
 * Returns: (transfer container) (element-type utf8): "story/variant" names in byte order
 */
GPtrArray *vr_archive_list_variants (VrArchive *self, const char *story,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_archive_list_lasts:
 *
 * Returns: (transfer full) (element-type utf8 utf8): by "story/variant", the id of its last version
 */
GHashTable *vr_archive_list_lasts (VrArchive *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrArchive, vr_archive_free)

G_END_DECLS
