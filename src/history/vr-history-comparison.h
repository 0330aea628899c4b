/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A saved comparison kept in the archive, with words on what it compares. */
#pragma once

#include "vr-document.h"
#include "vr-kept-comparison.h"

G_BEGIN_DECLS

/**
 * vr_history_comparison_keep:
 * @name: as vr_kept_comparison_dup_name() makes it
 * @document: what is saved
 * @bytes: the file that it is saved as, which is kept byte by byte: what vr_document_write_json()
 *   writes
 * @id: (out) (transfer full): the version written, or the one that is the same
 *
 * As vr_kept_comparison_write(), now, with a message that names both articles.  To open one again,
 * vr_document_new_from_json() takes what vr_version_read_source() gives.
 */
VrSnapshotResult vr_history_comparison_keep (VrArchive *archive, const char *name,
                                             const VrDocument *document, GBytes *bytes, char **id,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
