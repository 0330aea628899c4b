/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which way a line of text runs. */
#include "vr-direction.h"

#include <unicode/uchar.h>

VrDirection
vr_direction_of (VrSlice text)
{
  const char *end = text.text + text.n_bytes;

  for (const char *at = text.text; at < end; at = g_utf8_next_char (at))
    {
      UCharDirection direction = u_charDirection ((UChar32)g_utf8_get_char (at));

      if (direction == U_LEFT_TO_RIGHT)
        return VR_DIRECTION_LEFT_TO_RIGHT;
      if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
        return VR_DIRECTION_RIGHT_TO_LEFT;
    }

  return VR_DIRECTION_NONE;
}
