/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved comparisons kept in the archive, beside the variants of their story. */
#pragma once

#include "vr-snapshot.h"

G_BEGIN_DECLS

/** VR_KEPT_COMPARISON_SUFFIX: what the name of each ends in, and that of no variant should. */
#define VR_KEPT_COMPARISON_SUFFIX ".variorum"

/**
 * vr_kept_comparison_dup_name:
 * @story, @title: any texts, or slugs already; the suffix of @title may be left out
 *
 * Fails with %VR_ERROR_INVALID as vr_variant_dup_name() does.
 *
 * Returns: (transfer full): "story/name.variorum", both parts as slugs
 */
char *vr_kept_comparison_dup_name (const char *story, const char *title,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_kept_comparison_is_name: whether @name is such a name, with nothing behind it. */
gboolean vr_kept_comparison_is_name (const char *name);

/**
 * vr_kept_comparison_write:
 * @name: "story/name.variorum"
 * @bytes: the saved comparison; kept as it is, whatever it is
 * @message: what it compares, in words
 * @time: when it was kept
 * @id: (out) (transfer full): the version written, or the one that is the same
 *
 * Keeps it as the next version of what is there by that name.  vr_version_list() lists the
 * versions, vr_version_resolve() finds one and vr_version_read_source() gives the bytes back; they
 * have labels and notes, are thrown away, synced, checked and repaired as those of articles are.
 * When it returns, what it says is on the disk.
 *
 * Returns: %VR_SNAPSHOT_SEEN where the last version has these bytes; never %VR_SNAPSHOT_OVERTAKEN
 */
VrSnapshotResult vr_kept_comparison_write (VrArchive *archive, const char *name, GBytes *bytes,
                                           const char *message, GDateTime *time, char **id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_kept_comparison_list: Returns: (transfer full) (element-type utf8): their names in byte
 * order. */
GPtrArray *vr_kept_comparison_list (VrArchive *archive, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_kept_comparison_list_story: @story: (nullable): a slug; or all.  Returns: (transfer full)
 * (element-type utf8): the names of variants, then of saved comparisons */
GPtrArray *vr_kept_comparison_list_story (VrArchive *archive, const char *story,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
