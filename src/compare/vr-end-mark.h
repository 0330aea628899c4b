/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a mark says of the sentence that it ends. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/** VrEndMark: a stop is any mark that only ends the sentence, an ellipsis included. */
typedef enum
{
  VR_END_MARK_NONE,
  VR_END_MARK_STOP,
  VR_END_MARK_QUESTION,
  VR_END_MARK_EXCLAMATION,
  VR_N_END_MARKS,
} VrEndMark;

/** vr_end_mark_of: what a character of any script is. */
VrEndMark vr_end_mark_of (gunichar c);

/** vr_end_mark_get: the same for the first character of @mark, which a sentence ends in; so ";" is
 * the Greek question mark. */
VrEndMark vr_end_mark_get (VrSlice mark);

G_END_DECLS
