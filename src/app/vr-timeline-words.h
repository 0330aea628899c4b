/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A timeline in words: values in, words out. */
#pragma once

#include "vr-timeline-model.h"

G_BEGIN_DECLS

/** vr_timeline_words_dup_hint: @model: (nullable).  Returns: (transfer full): what can be marked,
 * or is. */
char *vr_timeline_words_dup_hint (VrTimelineModel *model) G_GNUC_WARN_UNUSED_RESULT;

/** vr_timeline_words_dup_subtitle: Returns: (transfer full): the story, and how many versions the
 * variant has. */
char *vr_timeline_words_dup_subtitle (const char *story, guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
