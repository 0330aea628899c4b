/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version of something as what differs from the version before. */
#include "vr-delta.h"

#include <string.h>

/* gitformat-pack: what one instruction can copy and write out at most, and how it is told. */
#define MAX_COPY 0x10000
#define MAX_INSERT 127
#define COPY 0x80
#define N_PLACE_BYTES 4
#define N_COUNT_BYTES 2
/* What is shorter is told in full: git takes no delta of less than four bytes. */
#define MIN_BYTES 16
/* Compared at once, where both sides have as much left. */
#define STEP 64

static gsize
count_common_start (const guint8 *a, const guint8 *b, gsize n)
{
  gsize i = 0;

  while (i + STEP <= n && memcmp (a + i, b + i, STEP) == 0)
    i += STEP;
  while (i < n && a[i] == b[i])
    i++;

  return i;
}

/* @a and @b point behind the last byte. */
static gsize
count_common_end (const guint8 *a, const guint8 *b, gsize n)
{
  gsize i = 0;

  while (i + STEP <= n && memcmp (a - i - STEP, b - i - STEP, STEP) == 0)
    i += STEP;
  while (i < n && a[-(gssize)i - 1] == b[-(gssize)i - 1])
    i++;

  return i;
}

static void
append_size (GByteArray *delta, gsize size)
{
  guint8 byte = size & 0x7f;

  for (size >>= 7; size > 0; size >>= 7)
    {
      byte |= 0x80;
      g_byte_array_append (delta, &byte, 1);
      byte = size & 0x7f;
    }
  g_byte_array_append (delta, &byte, 1);
}

/* The bytes of @value that are not zero, lowest first, each with a flag from @bit on. */
static void
append_number (GByteArray *delta, guint flags_at, guint bit, guint n, gsize value)
{
  for (guint i = 0; i < n; i++, value >>= 8)
    {
      guint8 byte = value & 0xff;

      if (byte == 0)
        continue;
      delta->data[flags_at] |= (guint8)(1u << (bit + i));
      g_byte_array_append (delta, &byte, 1);
    }
}

static void
append_copies (GByteArray *delta, gsize place, gsize n_bytes)
{
  static const guint8 copy = COPY;

  while (n_bytes > 0)
    {
      gsize n = MIN (n_bytes, MAX_COPY);
      guint flags_at = delta->len;

      g_byte_array_append (delta, &copy, 1);
      append_number (delta, flags_at, 0, N_PLACE_BYTES, place);
      /* No bytes of a count stand for the largest one. */
      append_number (delta, flags_at, N_PLACE_BYTES, N_COUNT_BYTES, n);
      place += n;
      n_bytes -= n;
    }
}

static void
append_inserts (GByteArray *delta, const guint8 *data, gsize n_bytes)
{
  while (n_bytes > 0)
    {
      guint8 n = (guint8)MIN (n_bytes, MAX_INSERT);

      g_byte_array_append (delta, &n, 1);
      g_byte_array_append (delta, data, n);
      data += n;
      n_bytes -= n;
    }
}

GByteArray *
vr_delta_new (const guint8 *base, gsize n_base_bytes, const guint8 *data, gsize n_bytes)
{
  gsize n_common = MIN (n_base_bytes, n_bytes);
  gsize n_start = count_common_start (base, data, n_common);
  gsize n_end = count_common_end (base + n_base_bytes, data + n_bytes, n_common - n_start);
  gsize n_between = n_bytes - n_start - n_end;
  GByteArray *delta;

  if (n_bytes < MIN_BYTES || n_between > n_bytes / 2 || n_base_bytes > G_MAXUINT32)
    return NULL;
  delta = g_byte_array_new ();
  append_size (delta, n_base_bytes);
  append_size (delta, n_bytes);
  append_copies (delta, 0, n_start);
  append_inserts (delta, data + n_start, n_between);
  append_copies (delta, n_base_bytes - n_end, n_end);

  return delta;
}
