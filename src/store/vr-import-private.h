/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of versions on its way into the archive; for src/store only. */
#pragma once

#include "vr-git.h"
#include "vr-import.h"

G_BEGIN_DECLS

/** VrImportStep: one version; @blob is of git's, @path of a file or inside the repository; or both
 * go without saying: @bytes are there, @path is where they came from, and @charset is what that
 * said of them. */
typedef struct
{
  git_oid blob;
  GBytes *bytes;
  char *charset;
  char *path;
  char *author;
  char *message;
  GDateTime *published;
  GDateTime *retrieved;
} VrImportStep;

GArray *vr_import_new_steps (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_import_write: @steps: VrImportStep, earliest first; @repository: (nullable): where their
 * blobs are, else they are files. */
VrImport *vr_import_write (VrArchive *archive, git_repository *repository, const GArray *steps,
                           const char *story, const char *variant,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
