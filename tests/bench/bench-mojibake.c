/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast mojibake is repaired: MB a second of each file, the best of some rounds. */
#include "vr-mojibake.h"

#include <stdio.h>
#include <time.h>

#define N_ROUNDS 5

/* Processor time in microseconds, so that other programs do not count. */
static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static double
measure (const char *text, gsize n_bytes, guint *n_repairs)
{
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GArray) repairs = NULL;
      gint64 start = get_time ();
      gsize n_repaired;
      char *repaired = vr_mojibake_repair (text, n_bytes, &n_repaired, &repairs);

      best = MIN (best, get_time () - start);
      g_free (repaired);
      *n_repairs = repairs != NULL ? repairs->len : 0;
    }
  return (double)n_bytes / (double)MAX (best, 1);
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *text = NULL;
      gsize n_bytes;
      guint n_repairs;
      double rate;

      if (!g_file_get_contents (argv[i], &text, &n_bytes, NULL))
        return 1;
      rate = measure (text, n_bytes, &n_repairs);
      printf ("%s\t%.1f\t%u\n", argv[i], rate, n_repairs);
    }
  return 0;
}
