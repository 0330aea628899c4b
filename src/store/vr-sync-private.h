/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes from elsewhere, joined with what is here; for src/store only. */
#pragma once

#include "vr-archive-private.h"
#include "vr-sync.h"

G_BEGIN_DECLS

/**
 * vr_sync_take:
 * @remote: where it is from; for messages
 * @erased: (element-type utf8): names of what is not to be taken, a set
 *
 * Joins what stands below refs/sync/ with what is here, durably, under the archive's lock, which it
 * takes.  Adds to @result what was received and joined.  Under vr_archive_lock_sync().
 */
gboolean vr_sync_take (VrArchive *archive, const char *remote, GHashTable *erased, VrSync *result,
                       GError **error);

/** vr_sync_forget: empties refs/sync/, as what stood there is in its place; locks as
 * vr_sync_take().
 */
gboolean vr_sync_forget (VrArchive *archive, GError **error);

G_END_DECLS
