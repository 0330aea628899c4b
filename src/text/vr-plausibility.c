/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures how plausible a text is, piece by piece. */
#include "vr-plausibility.h"

#include "vr-mojibake-private.h"

/* Pieces of this many characters need no memory; what is odd across their edges is not seen. */
#define N_PIECE 1024

VrPlausibility
vr_plausibility_measure (const char *text, gsize n_bytes)
{
  VrPlausibility result = { 0, 0, 0 };
  guint32 piece[N_PIECE];
  gsize n = 0;

  for (const char *at = text; at < text + n_bytes; at = g_utf8_next_char (at))
    {
      piece[n++] = g_utf8_get_char (at);
      result.n_chars++;
      result.n_marked += (guint8)*at >= 0x80;
      if (n == N_PIECE || (n > N_PIECE / 2 && *at == ' '))
        {
          result.n_odd += vr_oddness (piece, n);
          n = 0;
        }
    }
  result.n_odd += vr_oddness (piece, n);
  return result;
}

double
vr_plausibility_score (const char *text, gsize n_bytes)
{
  VrPlausibility measured = vr_plausibility_measure (text, n_bytes);

  return measured.n_odd == 0
             ? 1
             : (double)measured.n_marked / (double)(measured.n_marked + 2 * measured.n_odd);
}
