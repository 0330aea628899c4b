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

/**
 * vr_sync_send:
 * @overtaken: (out): whether it failed as another program was first
 *
 * Sends what differs from what stands below refs/sync/, and takes labels away there that were taken
 * away here.  Sets in @result what was sent and left out.
 */
gboolean vr_sync_send (VrArchive *archive, const char *remote, GHashTable *erased, VrSync *result,
                       gboolean *overtaken, GError **error);

/** vr_sync_get_kind: the kinds of refs in the order of a sync, such as "heads/": sources before
 * versions, as a snapshot does; what is said about versions after them. */
const char *vr_sync_get_kind (guint index);

/** vr_sync_list_refs: appends to @refs (element-type utf8) those that begin with @prefix. */
gboolean vr_sync_list_refs (VrArchive *archive, const char *prefix, GPtrArray *refs,
                            GError **error);

/** vr_sync_dup_variant: @rest: what stands behind refs/heads/ or the like.  Returns: (transfer
 * full): "story/variant" of that */
char *vr_sync_dup_variant (const char *rest) G_GNUC_WARN_UNUSED_RESULT;

/** vr_sync_dup_own_name: Returns: (transfer full): what variant @name, as it is called there, is
 * called here */
char *vr_sync_dup_own_name (VrArchive *archive, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
