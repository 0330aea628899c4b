/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether letters are those of one language. */
#include "vr-mojibake-private.h"

guint
vr_alphabet_cost (const guint32 *chars, gsize n_chars)
{
  guint32 costs[VR_N_ALPHABETS] = { 0 };
  guint32 least = G_MAXUINT32;

  for (gsize i = 0; i < n_chars; i++)
    {
      guint32 c = chars[i];
      const guint8 *row;

      if (c < 0x80)
        continue;
      row = vr_alphabet_costs[c < 0x10000 ? vr_alphabet_slots[vr_alphabet_pages[c >> 8]][c & 0xFF]
                                          : 0];
      for (guint l = 0; l < VR_N_ALPHABETS; l++)
        costs[l] += row[l];
    }
  for (guint l = 0; l < VR_N_ALPHABETS; l++)
    least = MIN (least, costs[l]);
  return least;
}
