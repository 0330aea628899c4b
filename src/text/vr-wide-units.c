/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-16 and UTF-32 without a byte order mark. */
#include "vr-wide-units.h"

#include <string.h>

/* How far a file is looked at: what it is in shows at once. */
#define LOOK_BYTES (64 * 1024)
/* Fewer characters say nothing. */
#define FEW_UNITS 2
/* Blanks, line ends and ASCII signs are at least one character in so many, whatever the script. */
#define COMMON_ONE_IN 60
/* Read from the wrong end, text has hardly any of those. */
#define COMMON_TIMES 4

typedef struct
{
  gsize n_units;
  gsize n_common;
  gsize n_wrong;
  gsize n_rows[256]; /* how many of each 256 numbers */
} Units;

static gunichar
unit_at (const guint8 *p, guint n_bytes, gboolean big_endian)
{
  gunichar unit = 0;

  for (guint i = 0; i < n_bytes; i++)
    unit |= (gunichar)p[i] << 8 * (big_endian ? n_bytes - 1 - i : i);
  return unit;
}

/* What no text has, or hardly any; U+0000 is replaced later, so it may be there. */
static gboolean
is_wrong (gunichar c)
{
  if (c < ' ')
    return c != 0 && strchr ("\t\n\f\r", (int)c) == NULL;
  return (c >= 0xE000 && c <= 0xF8FF) || !g_unichar_isdefined (c);
}

static void
count_character (Units *units, gunichar c)
{
  units->n_common += (c >= ' ' && c < 0x7F) || c == '\n' || c == '\r' || (c & ~3u) == 0x3000;
  units->n_wrong += is_wrong (c);
  units->n_rows[c >> 8 & 0xFF]++;
}

static Units
count_utf16 (const guint8 *data, gsize n_bytes, gboolean big_endian)
{
  Units units = { .n_units = n_bytes / 2 };

  for (gsize i = 0; i + 1 < n_bytes; i += 2)
    {
      gunichar c = unit_at (data + i, 2, big_endian);

      if ((c & 0xF800) == 0xD800)
        {
          gboolean has_trail = c < 0xDC00 && i + 3 < n_bytes
                               && (unit_at (data + i + 2, 2, big_endian) & 0xFC00) == 0xDC00;

          units.n_wrong += !has_trail && i + 3 < n_bytes;
          i += has_trail ? 2 : 0;
        }
      else
        count_character (&units, c);
    }
  return units;
}

static Units
count_utf32 (const guint8 *data, gsize n_bytes, gboolean big_endian)
{
  Units units = { .n_units = n_bytes / 4 };

  for (gsize i = 0; i + 3 < n_bytes; i += 4)
    {
      gunichar c = unit_at (data + i, 4, big_endian);

      if (c > 0x10FFFF || (c & 0xFFFFF800) == 0xD800)
        units.n_wrong++;
      else
        count_character (&units, c);
    }
  return units;
}

/* In English the zeros are all on one side, whatever else there is. */
static const char *
find_by_zeros (const guint8 *data, gsize n_bytes)
{
  gsize n_nuls[2] = { 0, 0 };

  for (gsize i = 0; i < n_bytes; i++)
    n_nuls[i & 1] += data[i] == 0;
  if (MAX (n_nuls[0], n_nuls[1]) > n_bytes * 3 / 8
      && MIN (n_nuls[0], n_nuls[1]) <= n_bytes / 2 / 24)
    return n_nuls[1] > n_nuls[0] ? "UTF-16LE" : "UTF-16BE";
  return NULL;
}

/* A NUL in a text of ASCII makes no UTF-16 of it.  Zeros do not count: as bytes they stand before
 * each letter of Japanese. */
static gboolean
is_mostly_ascii (const guint8 *data, gsize n_bytes)
{
  gsize n_ascii = 0;

  for (gsize i = 0; i < n_bytes; i++)
    n_ascii +=
        (data[i] >= ' ' && data[i] < 0x7F && data[i] != '0') || data[i] == '\n' || data[i] == '\r';
  return n_ascii * 10 > n_bytes * 7;
}

/* Alphabets stand close together. */
static gboolean
is_in_one_row (const Units *units)
{
  gsize most = 0;

  for (guint i = 1; i < G_N_ELEMENTS (units->n_rows); i++)
    most = MAX (most, units->n_rows[i]);
  return most * 3 > units->n_units * 2;
}

static gboolean
is_text (const Units *units, const Units *other)
{
  return units->n_units >= FEW_UNITS && units->n_wrong == 0
         && (units->n_common * COMMON_ONE_IN >= units->n_units || is_in_one_row (units))
         && units->n_common > other->n_common * COMMON_TIMES;
}

const char *
vr_wide_units_detect (const guint8 *data, gsize n_bytes)
{
  gsize n = MIN (n_bytes, LOOK_BYTES) & ~(gsize)3;
  const char *name;
  Units little, big;

  if (n >= 8 && n_bytes % 4 == 0)
    {
      little = count_utf32 (data, n, FALSE);
      big = count_utf32 (data, n, TRUE);
      if (little.n_wrong != big.n_wrong && MIN (little.n_wrong, big.n_wrong) == 0)
        return little.n_wrong == 0 ? "UTF-32LE" : "UTF-32BE";
    }
  n = MIN (n_bytes, LOOK_BYTES) & ~(gsize)1;
  name = n >= 4 ? find_by_zeros (data, n) : NULL;
  if (name != NULL || n_bytes % 2 != 0 || is_mostly_ascii (data, n))
    return name;
  little = count_utf16 (data, n, FALSE);
  big = count_utf16 (data, n, TRUE);
  return is_text (&little, &big) ? "UTF-16LE" : is_text (&big, &little) ? "UTF-16BE" : NULL;
}
