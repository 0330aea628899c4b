/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which way a line of text runs. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * VrDirection:
 * @VR_DIRECTION_NONE: nothing in it says: digits and punctuation only
 */
typedef enum
{
  VR_DIRECTION_NONE,
  VR_DIRECTION_LEFT_TO_RIGHT,
  VR_DIRECTION_RIGHT_TO_LEFT,
} VrDirection;

/**
 * vr_direction_of:
 * @text: valid UTF-8
 *
 * Returns: that of the first strong character (UAX #9, P2 and P3, isolates not looked into)
 */
VrDirection vr_direction_of (VrSlice text);

G_END_DECLS
