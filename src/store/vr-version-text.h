/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions by their texts alone, for whoever goes through a whole history. */
#pragma once

#include "vr-version.h"

G_BEGIN_DECLS

/**
 * VrVersionText:
 * @id: the version's
 * @text: what git calls its text: the same for the same text; "" where a version has none
 * @published: author's time, in seconds since 1970
 * @zone_minutes: its zone, east of Greenwich
 */
typedef struct
{
  char id[VR_VERSION_ID_BYTES];
  char text[VR_VERSION_ID_BYTES];
  gint64 published;
  int zone_minutes;
} VrVersionText;

/**
 * vr_version_text_list:
 * @last: the id of the last version to list
 * @after: (nullable): the id of a version after which all are wanted
 * @is_rest: (out): whether those behind @after are listed.  Else all are: @after is no version
 *   before @last, or another's history was joined since, so that earlier ones are counted anew
 * @cancellable: (nullable): polled at each version
 *
 * Returns: (transfer full) (element-type VrVersionText): oldest first, as vr_version_list() counts
 *   them; fails as that does
 */
GArray *vr_version_text_list (VrArchive *archive, const char *last, const char *after,
                              gboolean *is_rest, GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_version_text_find:
 * @id: (out) (transfer full) (nullable): what git calls @text, or %NULL where the archive has it
 *   nowhere
 *
 * Takes no longer for a long history.
 */
gboolean vr_version_text_find (VrArchive *archive, const char *text, gsize n_bytes, char **id,
                               GError **error);

/** vr_version_text_read: Returns: (transfer full): the bytes of @text; none for "". */
GBytes *vr_version_text_read (VrArchive *archive, const char *text,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_text_dup_time: Returns: (transfer full): when it was published, in its zone. */
GDateTime *vr_version_text_dup_time (gint64 published, int zone_minutes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
