/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps through a text for the sentence rules: characters, classes, runs of letters. */
#pragma once

#include "vr-sentence-rules.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

G_BEGIN_DECLS

/* The mark that is a period to a reader, though not to UAX #29. */
#define VR_SENTENCE_ELLIPSIS 0x2026

static inline gint32
point_at (VrSlice text, guint32 at)
{
  gint32 point;
  if (at >= text.n_bytes)
    return -1;
  if ((guint8)text.text[at] < 0x80)
    return text.text[at];
  U8_NEXT (text.text, at, (guint32)text.n_bytes, point);
  return point;
}

static inline gint32
step_back (VrSlice text, guint32 *at)
{
  gint32 point;
  gint32 before = (gint32)*at;
  if (before == 0)
    return -1;
  if ((guint8)text.text[before - 1] < 0x80)
    return text.text[--*at];
  U8_PREV (text.text, 0, before, point);
  *at = (guint32)before;
  return point;
}

static inline gboolean
is_ignored (guint class)
{
  return class == U_SB_EXTEND || class == U_SB_FORMAT;
}

static inline guint
class_before (VrSlice text, guint32 at)
{
  while (at > 0)
    {
      guint class = vr_sentence_class (step_back (text, &at));
      if (!is_ignored (class))
        return class;
    }
  return U_SB_OTHER;
}

static inline guint
class_at (VrSlice text, guint32 at)
{
  return vr_sentence_class (point_at (text, at));
}

static inline gboolean
is_letter (gint32 point)
{
  return (vr_sentence_traits (point) & VR_SENTENCE_LETTER) != 0;
}

static inline gboolean
is_digit (gint32 point)
{
  return (vr_sentence_traits (point) & VR_SENTENCE_DIGIT) != 0;
}

/* The letters from @at on. */
static inline VrSlice
letters_at (VrSlice text, guint32 at)
{
  guint32 end = at;
  while (is_letter (point_at (text, end)))
    U8_FWD_1 (text.text, end, (guint32)text.n_bytes);
  return (VrSlice){ text.text + at, end - at };
}

static inline guint
count_points (VrSlice text)
{
  return (guint)g_utf8_strlen (text.text, (gssize)text.n_bytes);
}

G_END_DECLS
