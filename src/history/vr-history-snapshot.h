/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A snapshot that says in words what changed since the last one. */
#pragma once

#include "vr-snapshot.h"
#include "vr-version.h"

G_BEGIN_DECLS

/**
 * vr_history_snapshot:
 * @archive: of this thread
 * @id: (out) (transfer full): the version written, or the one seen again
 *
 * Keeps @snapshot as the variant's next version.  Its message says what changed: the summary of a
 * comparison with the version before, then a line for each changed paragraph; or that an earlier
 * text is back.  Who is overtaken by another program compares anew.
 *
 * Returns: %VR_SNAPSHOT_WRITTEN or %VR_SNAPSHOT_SEEN; %VR_SNAPSHOT_FAILED as vr_snapshot_write()
 */
VrSnapshotResult vr_history_snapshot (VrArchive *archive, const VrSnapshot *snapshot, char **id,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_history_read:
 *
 * Returns: (transfer full): the text of version @id, as it was cut into paragraphs
 */
VrArticle *vr_history_read (VrArchive *archive, const char *id,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
