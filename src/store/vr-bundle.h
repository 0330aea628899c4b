/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An archive as one file: a git bundle, which any git can check, clone and fetch from. */
#pragma once

#include "vr-sync.h"

G_BEGIN_DECLS

/**
 * vr_bundle_write:
 * @names: (nullable) (array zero-terminated=1): stories, or variants as "story/variant"; %NULL or
 *   none for all
 * @path: which is replaced, where it is there, by the whole of the new file only
 * @n_variants: (out): how many are in it
 *
 * Writes all versions of these with their sources, labels and notes as a git bundle (version 2,
 * gitformat-bundle): a line for each ref and a pack of what they lead to, which goes out bit by
 * bit.  It stands on its own.  What is in the trash stays here.  When it returns %TRUE the file is
 * on the disk.  Fails with %VR_ERROR_NOT_FOUND where one of @names is nothing, or the archive has
 * nothing, and in %G_IO_ERROR where the file cannot be written; then there is none of it.
 */
gboolean vr_bundle_write (VrArchive *archive, const char *const *names, const char *path,
                          guint *n_variants, GError **error);

/**
 * vr_bundle_read:
 * @result: (out): n_received and n_joined of it
 *
 * Takes in what a bundle has and the archive has not, as vr_sync_archive() does with what it
 * receives: nothing that is here is lost.  What else a git repository's bundle has is left out.
 * Fails with %VR_ERROR_INVALID where the file is damaged or cut short, goes on from versions that
 * are not here, or has nothing that an archive could take; nothing was changed then.
 */
gboolean vr_bundle_read (VrArchive *archive, const char *path, VrSync *result, GError **error);

G_END_DECLS
