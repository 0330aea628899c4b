/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a version was seen again, unchanged. */
#pragma once

#include "vr-archive-private.h"

G_BEGIN_DECLS

/**
 * vr_seen_note:
 * @name: "story/variant"
 *
 * Notes in `refs/seen/` that version @id still stood at @time.  The ref points at a text with a
 * line for each version seen again: its id, seconds since 1970, the zone's minutes.  An earlier
 * time than is noted already changes nothing, so two archives' notes are joined by the later line
 * of each. Durable; under the archive's lock.
 */
gboolean vr_seen_note (VrArchive *archive, const char *name, const git_oid *id, GDateTime *time,
                       GError **error);

/** vr_seen_join: takes in another archive's notes, the blob @other: of each version the later one
 * stays.  Durable; under the archive's lock. */
gboolean vr_seen_join (VrArchive *archive, const char *name, const git_oid *other, GError **error);

/**
 * vr_seen_list:
 *
 * Returns: (transfer full) (element-type utf8 GDateTime): by id, when each was last seen again
 */
GHashTable *vr_seen_list (VrArchive *archive, const char *name,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
