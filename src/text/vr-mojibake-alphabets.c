/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether letters are those of one language. */
#include "vr-mojibake-private.h"

/* What a letter costs that no alphabet has, above ASCII. */
#define UNKNOWN_COST 12

guint
vr_alphabet_cost (const guint32 *chars, gsize n_chars)
{
  guint32 costs[VR_N_ALPHABETS] = { 0 };
  guint32 least = G_MAXUINT32;

  for (gsize i = 0; i < n_chars; i++)
    {
      guint32 c = chars[i];
      guint slot =
          c >= 0x80 && c < 0x10000 ? vr_alphabet_slots[vr_alphabet_pages[c >> 8]][c & 0xFF] : 0;

      if (c < 0x80)
        continue;
      for (guint l = 0; l < VR_N_ALPHABETS; l++)
        costs[l] += slot != 0 ? vr_alphabet_costs[slot][l] : UNKNOWN_COST;
    }
  for (guint l = 0; l < VR_N_ALPHABETS; l++)
    least = MIN (least, costs[l]);
  return least;
}
