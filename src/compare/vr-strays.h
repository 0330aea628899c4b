/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences that left one row and came up in another; private to this layer. */
#pragma once

#include "vr-inline.h"

G_BEGIN_DECLS

/*
 * @strays: (element-type VrStray): by side as the caller has it.  Those that are equal and
 * stand once on either side are one sentence that moved: their entries in @sentences
 * (element-type VrSentence) become moved ones with both places.
 */
void vr_strays_join (GArray *sentences, GArray *const strays[VR_N_SIDES]);

G_END_DECLS
