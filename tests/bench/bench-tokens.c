/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and sentences of files, line by line: MB/s, and the ratio to the yardstick. */
#include "vr-sentences.h"
#include "vr-tokens.h"
#include "yardstick.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N_ROUNDS 9

typedef struct
{
  const char *name;
  guint quiet;
  VrTokenUnit unit;
} Mode;

static const Mode modes[] = {
  { "words", VR_QUIET_DEFAULT, VR_UNIT_WORD },
  { "words, no case", VR_QUIET_DEFAULT | VR_QUIET_CASE, VR_UNIT_WORD },
  { "words, no marks", VR_QUIET_DEFAULT | VR_QUIET_PUNCTUATION, VR_UNIT_WORD },
  { "words, strict", VR_QUIET_NONE, VR_UNIT_WORD },
  { "characters", VR_QUIET_DEFAULT, VR_UNIT_CHARACTER },
};

static double
get_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
get_median (double *values)
{
  qsort (values, N_ROUNDS, sizeof *values, compare_doubles);
  return values[N_ROUNDS / 2];
}

static double
time_words (const Mode *mode, GArray *lines, const char *language)
{
  double start = get_cpu_ms ();
  g_autoptr (VrInterner) interner = vr_interner_new ();
  g_autoptr (VrTokens) tokens G_GNUC_UNUSED =
      vr_tokens_new ((const VrSlice *)(const void *)lines->data, lines->len, mode->quiet,
                     mode->unit, language, interner);
  return get_cpu_ms () - start;
}

static double
time_sentences (GArray *lines, const char *language)
{
  double start = get_cpu_ms ();
  g_autoptr (VrSentences) sentences = vr_sentences_new (language);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < lines->len; i++)
    vr_sentences_cut (sentences, g_array_index (lines, VrSlice, i), ends);
  return get_cpu_ms () - start;
}

static double
time_yardstick (GArray *lines)
{
  double start = get_cpu_ms ();
  yardstick_run ((const VrSlice *)(const void *)lines->data, lines->len);
  return get_cpu_ms () - start;
}

static void
measure (const char *path, const char *language)
{
  g_autofree char *text = NULL;
  gsize n_bytes;
  if (!g_file_get_contents (path, &text, &n_bytes, NULL) || !g_utf8_validate (text, n_bytes, NULL))
    {
      g_printerr ("%s is no UTF-8 text\n", path);
      return;
    }
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (VrSlice));
  for (const char *at = text; *at != '\0'; at += *at == '\n')
    {
      VrSlice line = { at, strcspn (at, "\n") };
      g_array_append_val (lines, line);
      at += line.n_bytes;
    }

  double rounds[G_N_ELEMENTS (modes) + 2][N_ROUNDS];
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      rounds[0][round] = time_yardstick (lines);
      rounds[1][round] = time_sentences (lines, language);
      for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
        rounds[2 + i][round] = time_words (&modes[i], lines, language);
    }
  double unit = get_median (rounds[0]);
  g_print ("%s: U %.2f ms\n", path, unit);
  for (gsize i = 1; i < G_N_ELEMENTS (rounds); i++)
    {
      double median = get_median (rounds[i]);
      g_print ("  %-16s %8.2f ms  %5.2f U  %6.0f MB/s\n", i == 1 ? "sentences" : modes[i - 2].name,
               median, median / unit, n_bytes / median / 1e3);
    }
}

int
main (int argc, char *argv[])
{
  if (argc < 3)
    {
      g_printerr ("Usage: bench-tokens LANGUAGE FILE...\n");
      return 2;
    }
  for (int i = 2; i < argc; i++)
    measure (argv[i], argv[1]);
  return 0;
}
