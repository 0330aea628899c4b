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
  VR_SCALE_MYRIAD,
  VR_SCALE_LAKH,
  VR_SCALE_MILLION,
  VR_SCALE_CRORE,
  VR_SCALE_MYRIAD_SQUARED,
  VR_SCALE_MILLIARD,
  VR_SCALE_BILLION,
  VR_SCALE_TRILLION,
} VrScale;

/* What @word, of letters only, in any case and form, multiplies by. */
VrScale vr_scale_find (VrSlice word);

/* Whether it does so as a word of its own: "million", "Mrd" and "bn", but not "m". */
gboolean vr_scale_is_word (VrSlice word);

/* How many zeros it stands for; a billion is taken for the shorter one. */
guint vr_scale_get_zeros (VrScale self);

/* What two such words, one behind the other, multiply by: "mil millones"; where they are no number
 * that people say, as @second does. */
VrScale vr_scale_multiply (VrScale first, VrScale second);

G_END_DECLS
