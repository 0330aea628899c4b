/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a mark says of the sentence that it ends. */
#include "vr-end-mark.h"

VrEndMark
vr_end_mark_of (gunichar c)
{
  switch (c)
    {
    case '?':
    case 0x37E:  /* Greek */
    case 0x61F:  /* Arabic */
    case 0x203D: /* interrobang */
    case 0x2047: /* double question mark */
    case 0xFF1F: /* fullwidth */
      return VR_END_MARK_QUESTION;
    case '!':
    case 0xFF01:
      return VR_END_MARK_EXCLAMATION;
    case '.':
    case 0x2026: /* ellipsis */
    case 0x6D4:  /* Arabic */
    case 0x964:  /* Devanagari */
    case 0x3002: /* ideographic */
    case 0xFF0E:
      return VR_END_MARK_STOP;
    default:
      return VR_END_MARK_NONE;
    }
}

VrEndMark
vr_end_mark_get (VrSlice mark)
{
  gunichar c = mark.n_bytes > 0 ? g_utf8_get_char (mark.text) : 0;

  return c == ';' ? VR_END_MARK_QUESTION : vr_end_mark_of (c);
}
