/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sides, spans and slices: the plain values that every layer passes on. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * VrSide:
 * @VR_SIDE_OLD: the first article of a comparison
 * @VR_SIDE_NEW: the second
 */
typedef enum
{
  VR_SIDE_OLD,
  VR_SIDE_NEW,
} VrSide;

#define VR_N_SIDES 2

/** VrSpan: bytes @from up to, not including, @to; what they count from is said where it stands. */
typedef struct
{
  guint32 from;
  guint32 to;
} VrSpan;

/** VrSlice: @n_bytes of UTF-8 that somebody else owns; not terminated. */
typedef struct
{
  const char *text;
  gsize n_bytes;
} VrSlice;

/** vr_slice_is_equal: whether two slices have the same bytes. */
static inline gboolean
vr_slice_is_equal (VrSlice a, VrSlice b)
{
  return a.n_bytes == b.n_bytes && memcmp (a.text, b.text, a.n_bytes) == 0;
}

G_END_DECLS
