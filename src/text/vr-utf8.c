/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 on bytes that nobody has checked yet. */
#include "vr-utf8.h"

#include <string.h>

#define BLOCK_BYTES 32

static inline gboolean
block_is_ascii (const guint8 *p)
{
  guint64 words[BLOCK_BYTES / sizeof (guint64)];

  memcpy (words, p, sizeof words);
  return ((words[0] | words[1] | words[2] | words[3]) & G_GUINT64_CONSTANT (0x8080808080808080))
         == 0;
}

/* The bytes that may follow @lead directly: Unicode 15, table 3-7. */
static inline gboolean
second_byte_fits (guint8 lead, guint8 second)
{
  switch (lead)
    {
    case 0xE0:
      return second >= 0xA0 && second <= 0xBF;
    case 0xED:
      return second >= 0x80 && second <= 0x9F;
    case 0xF0:
      return second >= 0x90 && second <= 0xBF;
    case 0xF4:
      return second >= 0x80 && second <= 0x8F;
    default:
      return (second & 0xC0) == 0x80;
    }
}

static inline guint
n_bytes_by_lead (guint8 lead)
{
  if (lead < 0x80)
    return 1;
  if (lead < 0xC2)
    return 0;
  if (lead < 0xE0)
    return 2;
  if (lead < 0xF0)
    return 3;
  return lead < 0xF5 ? 4 : 0;
}

/* Returns how many bytes at @p form one character that is not ASCII, 0 if none. */
static inline guint
character_at (const guint8 *p, const guint8 *end)
{
  guint n = n_bytes_by_lead (*p);

  if (n < 2 || n > (gsize)(end - p) || !second_byte_fits (p[0], p[1]))
    return 0;
  for (guint i = 2; i < n; i++)
    if ((p[i] & 0xC0) != 0x80)
      return 0;
  return n;
}

gsize
vr_utf8_valid_prefix (const guint8 *data, gsize n_bytes)
{
  const guint8 *p = data, *end = data + n_bytes;

  while (p < end)
    {
      while (end - p >= BLOCK_BYTES && block_is_ascii (p))
        p += BLOCK_BYTES;
      while (p < end && *p < 0x80)
        p++;
      while (p < end && *p >= 0x80)
        {
          guint n = character_at (p, end);

          if (n == 0)
            return p - data;
          p += n;
        }
    }
  return n_bytes;
}

gsize
vr_utf8_bad_length (const guint8 *data, gsize n_bytes)
{
  guint n = n_bytes_by_lead (data[0]);
  gsize i = 1;

  if (n < 2 || n_bytes < 2 || !second_byte_fits (data[0], data[1]))
    return 1;
  while (i < n && i < n_bytes && (data[i] & 0xC0) == 0x80)
    i++;
  return i;
}
