/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version of an article in words: values in, words out. */
#pragma once

#include "vr-version.h"

G_BEGIN_DECLS

/**
 * vr_version_words_dup_time:
 * @time: in its zone
 * @here: (nullable): the reader's zone; the local one where %NULL
 *
 * Returns: (transfer full): day and time as they were there, with the zone where clocks showed
 *   another time here
 */
char *vr_version_words_dup_time (GDateTime *time, GTimeZone *here) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_words_dup_when: Returns: (transfer full): when it came out, and when it was seen
 * again. */
char *vr_version_words_dup_when (const VrVersion *version) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_words_dup_labels: Returns: (transfer full) (nullable): its labels in a line. */
char *vr_version_words_dup_labels (const VrVersion *version) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_words_dup_spoken: Returns: (transfer full): all of it as assistive technology says
 * it. */
char *vr_version_words_dup_spoken (const VrVersion *version,
                                   gboolean is_marked) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
