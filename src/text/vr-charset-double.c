/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What bytes cost to tell in the encodings of East Asia. */
#include "vr-charset-double.h"

#include "vr-charset-sample.h"

/* Bits, where no table tells: a byte that is no character here, and characters that are rare. */
#define BITS_WRONG 40
#define BITS_HALF_WIDTH 9
#define BITS_THREE_BYTES 20
#define BITS_FOUR_BYTES 22
/* A wide character at an ASCII letter, in quarters of a bit: wrong encodings show many. */
#define COST_SWITCH (4 * 3)
/* More wrong bytes than one in so many, and this is another encoding. */
#define WRONG_ONE_IN 20
#define FEW_WRONG 2

typedef struct
{
  guint n_bytes;
  guint bits;
} Character;

static const Character wrong = { 1, BITS_WRONG };

static inline gboolean
is_within (guint8 byte, guint8 first, guint8 last)
{
  return byte >= first && byte <= last;
}

static Character
read_pair (const VrDoubleTable *table, const guint8 *p, gsize n)
{
  guint bits;

  if (n < 2 || !is_within (p[0], table->first_lead, table->last_lead)
      || !is_within (p[1], table->first_trail, table->last_trail))
    return wrong;
  bits = table->cells[(p[0] - table->first_lead) * (table->last_trail - table->first_trail + 1)
                      + p[1] - table->first_trail];
  /* A wrong pair may start at an ASCII byte's left. */
  return bits >= VR_DOUBLE_HOLE ? wrong : (Character){ 2, bits };
}

static Character
read_character (VrDouble encoding, const guint8 *p, gsize n)
{
  if (encoding == VR_DOUBLE_SHIFT_JIS && is_within (p[0], 0xA1, 0xDF))
    return (Character){ 1, BITS_HALF_WIDTH };
  if (encoding == VR_DOUBLE_EUC_JP && p[0] == 0x8E && n > 1 && is_within (p[1], 0xA1, 0xDF))
    return (Character){ 2, BITS_HALF_WIDTH };
  if (encoding == VR_DOUBLE_EUC_JP && p[0] == 0x8F && n > 2 && is_within (p[1], 0xA1, 0xFE)
      && is_within (p[2], 0xA1, 0xFE))
    return (Character){ 3, BITS_THREE_BYTES };
  if (encoding == VR_DOUBLE_GB18030 && n > 3 && is_within (p[0], 0x81, 0xFE)
      && is_within (p[1], '0', '9') && is_within (p[2], 0x81, 0xFE) && is_within (p[3], '0', '9'))
    return (Character){ 4, BITS_FOUR_BYTES };
  return read_pair (&vr_double_tables[encoding], p, n);
}

gint64
vr_charset_double_cost (VrDouble encoding, const guint8 *data, gsize n_bytes, const guint8 *ascii)
{
  gint64 cost = 0;
  guint before = 0;
  gboolean is_wide = FALSE;
  gsize at = 0, n_wrong = 0;

  while (at < n_bytes)
    {
      guint here = data[at] < 0x80 ? vr_charset_sample_class (data[at]) : 0;
      Character c = { 1, 0 };

      if (data[at] < 0x80)
        cost +=
            ascii[before * VR_N_ASCII_CLASSES + here] + (is_wide && here >= 2 ? COST_SWITCH : 0);
      else
        {
          c = read_character (encoding, data + at, n_bytes - at);
          n_wrong += c.bits == BITS_WRONG;
          if (n_wrong > FEW_WRONG && n_wrong * WRONG_ONE_IN > at)
            return -1;
          cost += 4 * c.bits + (before >= 2 ? COST_SWITCH : 0);
        }
      is_wide = data[at] >= 0x80;
      at += c.n_bytes;
      before = here;
    }
  return cost;
}
