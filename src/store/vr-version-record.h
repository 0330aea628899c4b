/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of a version, by whichever way it was read; for src/store only.  Nothing here calls
 * libgit2. */
#pragma once

#include "vr-git.h"
#include "vr-version.h"

G_BEGIN_DECLS

/** vr_version_record_new_list: Returns: (transfer full) (element-type VrVersion): an empty one,
 * which frees what its versions have */
GArray *vr_version_record_new_list (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_record_dup_time: a moment in its zone. */
GDateTime *vr_version_record_dup_time (const git_time *when) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_record_fill_times: takes when @version came out and was got from its commit: the
 * times of its @author and @committer, and its @message (nullable). */
void vr_version_record_fill_times (VrVersion *version, const git_time *author,
                                   const git_time *committer, const char *message);

/** vr_version_record_dup_trailers: Returns: (transfer full) (nullable): the lines of @message that
 * VrVersion has as its trailers */
char *vr_version_record_dup_trailers (const char *message) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_record_new_seen: Returns: (transfer full) (element-type utf8 GDateTime): by id, for
 * vr_version_record_read_seen() */
GHashTable *vr_version_record_new_seen (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_record_read_seen: adds what @lines, of the text of vr_seen_note(), say. */
void vr_version_record_read_seen (GHashTable *seen, char **lines);

/** vr_version_record_new_labels: Returns: (transfer full) (element-type utf8 GPtrArray): by id, for
 * vr_version_record_add_label() */
GHashTable *vr_version_record_new_labels (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_record_add_label: adds @label to those of version @id. */
void vr_version_record_add_label (GHashTable *labels, const char *id, const char *label);

/** vr_version_record_complete: takes from both tables what is about @version. */
void vr_version_record_complete (VrVersion *version, GHashTable *seen, GHashTable *labels);

G_END_DECLS
