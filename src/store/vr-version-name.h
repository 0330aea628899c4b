/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind the @ of a version's name; for src/store only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** VR_VERSION_NAME_MIN_DIGITS: of a commit's id given in part, as git shows them. */
#define VR_VERSION_NAME_MIN_DIGITS 7

/** vr_version_name_is_number: whether @word counts versions; @number is which. */
gboolean vr_version_name_is_number (const char *word, guint *number);

/** vr_version_name_is_id: whether @word is a commit's id, or the beginning of one. */
gboolean vr_version_name_is_id (const char *word);

/**
 * vr_version_name_read_time:
 * @word: ISO 8601: a day (2014-04-16) or a moment; without a zone the local one
 *
 * Returns: (transfer full) (nullable): the moment, or the last one of the day; %NULL for others
 */
GDateTime *vr_version_name_read_time (const char *word) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_name_is_taken: whether @word means something, so that no label may be it. */
gboolean vr_version_name_is_taken (const char *word);

G_END_DECLS
