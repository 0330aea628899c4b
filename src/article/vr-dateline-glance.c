/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quick look at a paragraph's start: whether it may open with a dateline. */
#include "vr-dateline-glance.h"

/* The first dash or bracket of a dateline stands no further in. */
#define GLANCE_BYTES 80

/* Whether what ends a dateline, or a bracket in one, may stand at @p: a dash, but no hyphen of a
 * word; of characters of three bytes, no other sign of the Latin scripts. */
static gboolean
may_be_sign (const char *start, const char *p, const char *end)
{
  switch ((guint8)*p)
    {
    case '-':
      return p == start || !g_ascii_isalnum (p[-1]) || (p + 1 < end && p[1] == '-');
    case 0xE2:
      return end - p >= 3 && (p[1] != '\x80' || ((guint8)p[2] >= 0x92 && (guint8)p[2] <= 0x95));
    default:
      return TRUE;
    }
}

#define ALL_BYTES(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
#define HIGH_BITS ALL_BYTES (0x80)

/* The high bit of each of eight bytes that is @byte, of ASCII. */
static inline guint64
find_byte (guint64 bytes, guint8 byte)
{
  guint64 difference = bytes ^ ALL_BYTES (byte);

  return ~(((difference & ~HIGH_BITS) + ALL_BYTES (0x7F)) | difference) & HIGH_BITS;
}

/* The same of small letters, from "a" to "z". */
static inline guint64
find_small (guint64 bytes)
{
  guint64 low = bytes & ~HIGH_BITS;

  return (low + ALL_BYTES (0x80 - 'a')) & ~(low + ALL_BYTES (0x7F - 'z')) & ~bytes & HIGH_BITS;
}

/* The same of what may_be_sign() is to be asked of: brackets, a stroke, a hyphen, and the first
 * bytes of characters of three and more. */
static inline guint64
find_candidates (guint64 bytes)
{
  return find_byte (bytes, '(') | find_byte (bytes, '[') | find_byte (bytes, '/')
         | find_byte (bytes, '-') | (bytes & bytes << 1 & bytes << 2 & HIGH_BITS);
}

/* How many of the high bits of eight bytes are set; what a processor of any age does at once. */
static inline guint
count_high_bits (guint64 bytes)
{
  return (guint)(((bytes & HIGH_BITS) >> 7) * ALL_BYTES (1) >> 56);
}

/* Prose soon has so many words that begin small; what stands before a dateline's dash has fewer, as
 * in "RIO DE JANEIRO, 3 de março de 2014". */
#define MAX_SMALL_WORDS 4

/* Most paragraphs are prose, and a comparison of books asks of each: eight bytes at a time, it ends
 * after a few words. */
gboolean
vr_dateline_is_possible (VrSlice paragraph)
{
  const char *start = paragraph.text, *end = start + paragraph.n_bytes;
  gsize n_glanced = MIN (paragraph.n_bytes, GLANCE_BYTES);
  guint64 space_before = 0; /* in the lowest byte: whether one ends the eight bytes before */
  guint n_small = 0;

  for (gsize at = 0; at < n_glanced && n_small <= MAX_SMALL_WORDS; at += 8)
    {
      guint64 bytes = 0, candidates, spaces;

      memcpy (&bytes, start + at, MIN (n_glanced - at, sizeof bytes));
      bytes = GUINT64_FROM_LE (bytes);
      for (candidates = find_candidates (bytes); candidates != 0; candidates &= candidates - 1)
        if (may_be_sign (start, start + at + __builtin_ctzll (candidates) / 8, end))
          return TRUE;
      spaces = find_byte (bytes, ' ');
      n_small += count_high_bits ((spaces << 8 | space_before) & find_small (bytes));
      space_before = spaces >> 56;
    }

  return FALSE;
}
