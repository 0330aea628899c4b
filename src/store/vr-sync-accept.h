/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of another repository is an archive's; for src/store only. */
#pragma once

#include "vr-archive-private.h"

G_BEGIN_DECLS

/**
 * vr_sync_accept_remote:
 *
 * Fails with %VR_ERROR_INVALID where @remote is a folder with an archive of a newer format.
 */
gboolean vr_sync_accept_remote (const char *remote, GError **error);

/**
 * vr_sync_accept:
 * @rest: the ref's name behind "refs/"
 * @is_ours: (out): whether an archive has such a thing under such a name
 *
 * Fails with %VR_ERROR_INVALID for a version of a newer format.
 */
gboolean vr_sync_accept (VrArchive *archive, const char *remote, const char *rest,
                         const git_oid *id, gboolean *is_ours, GError **error);

G_END_DECLS
