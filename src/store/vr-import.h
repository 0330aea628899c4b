/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions that others kept, taken into the archive. */
#pragma once

#include "vr-archive.h"

G_BEGIN_DECLS

/**
 * VrImport:
 * @n_versions: that were written
 * @n_same: versions of others whose text is that of the one before, and so none here
 * @skipped: (element-type utf8): versions that are no text, in words
 */
typedef struct
{
  guint n_versions;
  guint n_same;
  GPtrArray *skipped;
} VrImport;

/**
 * vr_import_git:
 * @repository: a git repository, or a folder of its work tree
 * @path: of a file in it
 * @story, @variant: titles or slugs of what must not be in the archive yet
 *
 * Takes in the history of a file from where the repository's HEAD is, through renames and times
 * without it: at each joining of histories it goes where the file comes from unchanged, else to the
 * first.  Authors, times and messages stay as they are.  Fails with %VR_ERROR_NOT_FOUND where there
 * is no such file, and as vr_snapshot_write_series() does.
 */
VrImport *vr_import_git (VrArchive *archive, const char *repository, const char *path,
                         const char *story, const char *variant,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_import_folder:
 * @folder: files, each a version, whose names have a date (2014-04-16, 2014-04-16T16:23, 20140416),
 *   or which were changed at that time
 *
 * Takes them in, earliest first.
 */
VrImport *vr_import_folder (VrArchive *archive, const char *folder, const char *story,
                            const char *variant, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * VrImportPage:
 * @url: where it was
 * @date: when it was captured
 * @bytes: as they came, in their own encoding
 * @charset: (nullable): what the server said that it is
 *
 * A page as it once was.
 */
typedef struct
{
  const char *url;
  GDateTime *date;
  GBytes *bytes;
  const char *charset;
} VrImportPage;

/**
 * vr_import_pages:
 * @pages: (element-type VrImportPage): of one article, in any order
 *
 * Takes them in, earliest first, each a version of its date.
 */
VrImport *vr_import_pages (VrArchive *archive, const GArray *pages, const char *story,
                           const char *variant, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void vr_import_free (VrImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrImport, vr_import_free)

G_END_DECLS
