/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first words of a paragraph, by which a reader knows it again. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * vr_report_dup_cue:
 * @text: valid UTF-8, borrowed
 * @isolates: whether one that runs from right to left is put between U+2068 and U+2069 (UAX #9),
 *   for where it is drawn inside a sentence of ours
 *
 * Returns: (transfer full): its first words, without quotation marks around them, an ellipsis
 *   behind if there are more
 */
char *vr_report_dup_cue (VrSlice text, gboolean isolates) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
