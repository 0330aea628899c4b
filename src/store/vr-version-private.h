/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a version's trees hold; for src/store only. */
#pragma once

#include "vr-archive-private.h"
#include "vr-version.h"

G_BEGIN_DECLS

#define VR_VERSION_TEXT "article.md"
#define VR_VERSION_METADATA "article.json"
#define VR_VERSION_SOURCE "source"
#define VR_VERSION_COMPARISON "comparison.variorum"

/* The latest first; what versions are counted in is this, turned round. */
#define VR_VERSION_ORDER (GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME)

/** vr_version_has_text: @is_same tells whether the text of version @id is the blob @text. */
gboolean vr_version_has_text (VrArchive *archive, const git_oid *id, const git_oid *text,
                              gboolean *is_same, GError **error);

/** vr_version_begin_walk: @walk goes through the history that ends with @last, oldest first: the
 * order that versions are counted in. */
gboolean vr_version_begin_walk (VrArchive *archive, const git_oid *last, git_revwalk **walk,
                                GError **error);

/** vr_version_read_blob: Returns: (transfer full): what blob @id holds. */
GBytes *vr_version_read_blob (VrArchive *archive, const git_oid *id,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
