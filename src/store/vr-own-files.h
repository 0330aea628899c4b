/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of an archive, which nothing else is written over. */
#pragma once

#include "vr-archive.h"

G_BEGIN_DECLS

/**
 * vr_own_files_check:
 * @path: of a file that is to be written
 *
 * Fails with %VR_ERROR_INVALID where @path is in the archive itself, by whatever links: any of its
 * files may be what everything else hangs on.
 */
gboolean vr_own_files_check (VrArchive *archive, const char *path, GError **error);

G_END_DECLS
