/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 on bytes that nobody has checked yet. */
#include "vr-utf8.h"

#include <string.h>

#define BLOCK_BYTES 32

/* The states of a decoder: between characters, in a wrong one, before the last one, two or three
 * bytes of one, and behind the lead bytes that not all second bytes may follow.  A state is where
 * its successor stands, in bits, in a row of 6 bits each: one shift a byte (the shift-based
 * automaton of Per Vognsen). */
enum
{
  BETWEEN = 0,
  WRONG = 6,
  LAST_1 = 12,
  LAST_2 = 18,
  LAST_3 = 24,
  AFTER_E0 = 30,
  AFTER_ED = 36,
  AFTER_F0 = 42,
  AFTER_F4 = 48,
};

#define GO(from, to) ((guint64)(to) << (from))
#define STAY_WRONG GO (WRONG, WRONG)
/* A byte that starts a character is wrong within one. */
#define LEAD(next)                                                                                 \
  (GO (BETWEEN, next) | STAY_WRONG | GO (LAST_1, WRONG) | GO (LAST_2, WRONG) | GO (LAST_3, WRONG)  \
   | GO (AFTER_E0, WRONG) | GO (AFTER_ED, WRONG) | GO (AFTER_F0, WRONG) | GO (AFTER_F4, WRONG))
#define FOLLOW(e0, ed, f0, f4)                                                                     \
  (GO (BETWEEN, WRONG) | STAY_WRONG | GO (LAST_1, BETWEEN) | GO (LAST_2, LAST_1)                   \
   | GO (LAST_3, LAST_2) | GO (AFTER_E0, e0) | GO (AFTER_ED, ed) | GO (AFTER_F0, f0)               \
   | GO (AFTER_F4, f4))

/* Unicode 15, table 3-7. */
static const guint64 steps[256] = {
  [0x00 ... 0x7F] = LEAD (BETWEEN),
  [0x80 ... 0x8F] = FOLLOW (WRONG, LAST_1, WRONG, LAST_2),
  [0x90 ... 0x9F] = FOLLOW (WRONG, LAST_1, LAST_2, WRONG),
  [0xA0 ... 0xBF] = FOLLOW (LAST_1, WRONG, LAST_2, WRONG),
  [0xC0 ... 0xC1] = LEAD (WRONG),
  [0xC2 ... 0xDF] = LEAD (LAST_1),
  [0xE0] = LEAD (AFTER_E0),
  [0xE1 ... 0xEC] = LEAD (LAST_2),
  [0xED] = LEAD (AFTER_ED),
  [0xEE ... 0xEF] = LEAD (LAST_2),
  [0xF0] = LEAD (AFTER_F0),
  [0xF1 ... 0xF3] = LEAD (LAST_3),
  [0xF4] = LEAD (AFTER_F4),
  [0xF5 ... 0xFF] = LEAD (WRONG),
};

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

/* Returns where the last character before @p starts if it is not whole, else @p. */
static const guint8 *
find_cut_character (const guint8 *start, const guint8 *p)
{
  for (guint i = 1; i <= 3 && i <= (gsize)(p - start); i++)
    if (*(p - i) >= 0xC0)
      return n_bytes_by_lead (*(p - i)) > i ? p - i : p;
  return p;
}

gsize
vr_utf8_valid_prefix (const guint8 *data, gsize n_bytes)
{
  const guint8 *p = data, *end = data + n_bytes, *block = data;
  guint64 state = BETWEEN;

  while (p < end && (state & 63) != WRONG)
    {
      block = p;
      if (end - p >= BLOCK_BYTES)
        {
          if ((state & 63) == BETWEEN && block_is_ascii (p))
            p += BLOCK_BYTES;
          else
            for (guint i = 0; i < BLOCK_BYTES; i++)
              state = steps[*p++] >> (state & 63);
        }
      else
        state = steps[*p++] >> (state & 63);
    }
  if ((state & 63) == BETWEEN)
    return n_bytes;
  if ((state & 63) != WRONG)
    return find_cut_character (data, end) - data;
  /* Once more, with care, from the start of the character that @block is in. */
  p = block = find_cut_character (data, block);
  for (state = BETWEEN; (state & 63) != WRONG;)
    {
      if ((state & 63) == BETWEEN)
        block = p;
      state = steps[*p++] >> (state & 63);
    }
  return block - data;
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
