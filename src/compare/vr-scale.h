/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and letters that multiply the number before them; private to this layer. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/* By stem: a billion is a thousand times more in German than in English, but no text mixes them. */
typedef enum
{
  VR_SCALE_NONE,
  VR_SCALE_THOUSAND,
  VR_SCALE_MILLION,
  VR_SCALE_MILLIARD,
  VR_SCALE_BILLION,
  VR_SCALE_TRILLION,
} VrScale;

/* What @word, of letters only, in any case and form, multiplies by. */
VrScale vr_scale_find (VrSlice word);

/* Whether it does so as a word of its own: "million" and "Mrd", but not "m". */
gboolean vr_scale_is_word (VrSlice word);

G_END_DECLS
