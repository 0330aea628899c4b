/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version of an article in words: values in, words out. */
#pragma once

#include "vr-history-flags.h"
#include "vr-variant-figures.h"

G_BEGIN_DECLS

/**
 * vr_version_words_dup_time:
 * @time: in its zone
 * @here: (nullable): the reader's zone; the local one where %NULL
 *
 * Returns: (transfer full): day and time as they were there, with the zone where clocks showed
 *   another time here; at midnight to the second the day alone, as who keeps a version that came
 * out on a day says no time
 */
char *vr_version_words_dup_time (GDateTime *time, GTimeZone *here) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_words_dup_when: Returns: (transfer full): when it came out, and when it was seen
 * again. */
char *vr_version_words_dup_when (const VrVersion *version) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_words_dup_labels: Returns: (transfer full) (nullable): its labels in a line. */
char *vr_version_words_dup_labels (const VrVersion *version) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_version_words_dup_flags:
 * @flags: of @version
 * @tells_why: whether to give the reason of a silent edit
 *
 * Returns: (transfer full) (nullable): "Headline changed · Silent edit · Back to version 3", and of
 *   the first version that it is; %NULL where there is nothing to look twice at
 */
char *vr_version_words_dup_flags (const VrVersion *version, const VrVersionFlags *flags,
                                  gboolean tells_why) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_words_dup_counts: Returns: (transfer full): "−12 +30", with what moved in arrows;
 * that no words changed where none did. */
char *vr_version_words_dup_counts (const VrChangedWords *words) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_version_words_dup_spoken:
 * @flags: (nullable): where they are known
 *
 * Returns: (transfer full): all of it as assistive technology says it
 */
char *vr_version_words_dup_spoken (const VrVersion *version, const VrVersionFlags *flags,
                                   gboolean is_marked) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_version_words_dup_figures:
 * @now: (nullable): the local time where %NULL
 *
 * Returns: (transfer full): "7 versions · last seen yesterday"
 */
char *vr_version_words_dup_figures (const VrVariantFigures *figures,
                                    GDateTime *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
