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

/** vr_end_mark_get: by the first character of @mark, in any script. */
VrEndMark vr_end_mark_get (VrSlice mark);

G_END_DECLS
