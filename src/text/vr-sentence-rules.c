/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UAX #29's sentence rules at one mark. */
#include "vr-sentence-text.h"

/* Latin, Greek and Cyrillic letters and General Punctuation are looked up once. */
#define N_LOW_POINTS 0x530
#define FIRST_PUNCTUATION 0x2000
#define N_PUNCTUATION 0x70

static guint8
look_up (gint32 point)
{
  guint traits = (guint)u_getIntPropertyValue (point, UCHAR_SENTENCE_BREAK);
  guint32 category = U_GET_GC_MASK (point);
  if (category & (U_GC_L_MASK | U_GC_M_MASK))
    traits |= VR_SENTENCE_LETTER;
  if (category & U_GC_ND_MASK)
    traits |= VR_SENTENCE_DIGIT;
  return (guint8)traits;
}

guint8
vr_sentence_traits (gint32 point)
{
  static guint8 low[N_LOW_POINTS];
  static guint8 punctuation[N_PUNCTUATION];
  static gsize is_ready = 0;
  if (g_once_init_enter (&is_ready))
    {
      for (gint32 i = 0; i < N_LOW_POINTS; i++)
        low[i] = look_up (i);
      for (gint32 i = 0; i < N_PUNCTUATION; i++)
        punctuation[i] = look_up (FIRST_PUNCTUATION + i);
      g_once_init_leave (&is_ready, 1);
    }
  if ((guint32)point < N_LOW_POINTS)
    return low[point];
  if ((guint32)point - FIRST_PUNCTUATION < N_PUNCTUATION)
    return punctuation[point - FIRST_PUNCTUATION];
  return point >= 0 ? look_up (point) : U_SB_OTHER;
}

gboolean
vr_sentence_is_separator (guint class)
{
  return class == U_SB_SEP || class == U_SB_CR || class == U_SB_LF;
}

/* Steps over the character at @at and what SB5 ignores behind it. */
static guint32
step (VrSlice text, guint32 at)
{
  guint32 n = (guint32)text.n_bytes;
  U8_FWD_1 (text.text, at, n);
  while (at < n)
    {
      guint32 next = at;
      gint32 point;
      U8_NEXT (text.text, next, n, point);
      if (!is_ignored (vr_sentence_class (point)))
        break;
      at = next;
    }
  return at;
}

/* SB8: whether the next letter, marks and digits aside, is a small one.  Of a row of ellipses the
 * last one decides. */
static gboolean
goes_on_small (VrSlice text, guint32 at, gboolean is_ellipsis)
{
  for (; at < text.n_bytes; at = step (text, at))
    switch (class_at (text, at))
      {
      case U_SB_LOWER:
        return TRUE;
      case U_SB_OLETTER:
      case U_SB_UPPER:
      case U_SB_SEP:
      case U_SB_CR:
      case U_SB_LF:
      case U_SB_STERM:
      case U_SB_ATERM:
        return FALSE;
      default:
        if (is_ellipsis && point_at (text, at) == VR_SENTENCE_ELLIPSIS)
          return TRUE;
        break;
      }
  return FALSE;
}

guint32
vr_sentence_end_after (VrSlice text, guint32 at)
{
  gint32 mark = point_at (text, at);
  gboolean is_period = mark == VR_SENTENCE_ELLIPSIS || vr_sentence_class (mark) == U_SB_ATERM;
  guint32 end = step (text, at);
  guint class = class_at (text, end);
  if (is_period && class == U_SB_NUMERIC)
    return 0;
  if (is_period && class == U_SB_UPPER)
    {
      guint before = class_before (text, at);
      if (before == U_SB_UPPER || before == U_SB_LOWER)
        return 0;
    }
  while (end < text.n_bytes && class == U_SB_CLOSE)
    {
      end = step (text, end);
      class = class_at (text, end);
    }
  while (end < text.n_bytes && class == U_SB_SP)
    {
      end = step (text, end);
      class = class_at (text, end);
    }
  if (end == text.n_bytes || vr_sentence_is_separator (class) || class == U_SB_SCONTINUE
      || class == U_SB_STERM || class == U_SB_ATERM
      || (is_period && goes_on_small (text, end, mark == VR_SENTENCE_ELLIPSIS)))
    return 0;
  return end;
}
