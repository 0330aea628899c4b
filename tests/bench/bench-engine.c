/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The engine alone, in process: from bytes in memory to hunks, in units of the yardstick. */
#include "vr-diff.h"
#include "vr-interner.h"
#include "vr-tokens.h"
#include "yardstick.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static gint n_rounds = 5;
static gboolean exact, by_space;

static const GOptionEntry entries[] = {
  { "rounds", 'r', 0, G_OPTION_ARG_INT, &n_rounds, "How often to measure (5)", "N" },
  { "exact", 'e', 0, G_OPTION_ARG_NONE, &exact, "Also find the least number of edits (slow)",
    NULL },
  { "by-space", 's', 0, G_OPTION_ARG_NONE, &by_space, "Cut words at white space only", NULL },
  G_OPTION_ENTRY_NULL,
};

/* One side: its bytes, and a slice for each line. */
typedef struct
{
  char *text;
  gsize n_bytes;
  GArray *lines;
} Side;

typedef struct
{
  double yardstick_ms;
  double tokens_ms;
  double diff_ms;
} Round;

/* What a round leaves: tokens of both sides, hunks. */
typedef struct
{
  guint32 *ids[VR_N_SIDES];
  guint32 n[VR_N_SIDES];
  guint32 n_ids;
  GArray *hunks;
  gboolean limited;
} Result;

static double
get_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
load (const char *path, Side *side)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &side->text, &side->n_bytes, &error))
    g_error ("%s", error->message);
  side->lines = g_array_new (FALSE, FALSE, sizeof (VrSlice));
  for (gsize from = 0; from < side->n_bytes;)
    {
      const char *end = memchr (side->text + from, '\n', side->n_bytes - from);
      gsize to = end != NULL ? (gsize)(end - side->text) : side->n_bytes;
      VrSlice line = { side->text + from, to - from };

      if (line.n_bytes > 0)
        g_array_append_val (side->lines, line);
      from = to + 1;
    }
}

static void
cut_by_space (const Side *side, VrInterner *interner, Result *result, VrSide which)
{
  const char *text = side->text, *end = text + side->n_bytes;

  result->ids[which] = g_new (guint32, side->n_bytes / 2 + 1);
  result->n[which] = 0;
  while (text < end)
    {
      const char *from = text;

      while (text < end && strchr (" \n\t\r", *text) == NULL)
        text++;
      if (text > from)
        result->ids[which][result->n[which]++] = vr_interner_put (interner, from, text - from);
      text++;
    }
}

static void
cut (const Side *side, VrInterner *interner, Result *result, VrSide which)
{
  g_autoptr (VrTokens) tokens = NULL;

  if (by_space)
    {
      cut_by_space (side, interner, result, which);
      return;
    }
  tokens = vr_tokens_new ((const VrSlice *)side->lines->data, side->lines->len, VR_QUIET_DEFAULT,
                          VR_UNIT_WORD, "en", interner);
  result->n[which] = vr_tokens_get_n (tokens);
  result->ids[which] = g_memdup2 (vr_tokens_peek_ids (tokens), result->n[which] * sizeof (guint32));
}

static void
diff (Result *result, const VrDiffOptions *options)
{
  g_autoptr (VrDiffer) differ = vr_differ_new ();

  vr_differ_run (differ, result->ids[VR_SIDE_OLD], result->n[VR_SIDE_OLD], result->ids[VR_SIDE_NEW],
                 result->n[VR_SIDE_NEW], result->n_ids, options, result->hunks, &result->limited,
                 NULL, NULL);
}

static Round
measure (const Side *sides, Result *result)
{
  const VrDiffOptions options = { .anchors = TRUE };
  const VrSlice texts[VR_N_SIDES] = { { sides[0].text, sides[0].n_bytes },
                                      { sides[1].text, sides[1].n_bytes } };
  g_autoptr (VrInterner) interner = vr_interner_new ();
  double before = get_cpu_ms ();
  Round round;

  yardstick_run (texts, VR_N_SIDES);
  round.yardstick_ms = get_cpu_ms () - before;

  before = get_cpu_ms ();
  for (int side = 0; side < VR_N_SIDES; side++)
    {
      g_free (result->ids[side]);
      cut (&sides[side], interner, result, side);
    }
  result->n_ids = vr_interner_get_n_ids (interner);
  round.tokens_ms = get_cpu_ms () - before;

  before = get_cpu_ms ();
  diff (result, &options);
  round.diff_ms = get_cpu_ms () - before;
  return round;
}

static guint64
count_edits (const GArray *hunks)
{
  guint64 n_edits = 0;

  for (guint h = 0; h < hunks->len; h++)
    {
      const VrHunk *hunk = &g_array_index (hunks, VrHunk, h);

      n_edits += hunk->old_to - hunk->old_from + hunk->new_to - hunk->new_from;
    }
  return n_edits;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
take_median (double *values, guint n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

static void
print_report (const Round *rounds, Result *result)
{
  const VrDiffOptions minimal = { .minimal = TRUE };
  g_autofree double *values = g_new (double, n_rounds);
  double yardstick, tokens, engine, ratio;

  for (int i = 0; i < n_rounds; i++)
    values[i] = rounds[i].yardstick_ms;
  yardstick = take_median (values, n_rounds);
  for (int i = 0; i < n_rounds; i++)
    values[i] = rounds[i].tokens_ms;
  tokens = take_median (values, n_rounds);
  for (int i = 0; i < n_rounds; i++)
    values[i] = rounds[i].diff_ms;
  engine = take_median (values, n_rounds);
  for (int i = 0; i < n_rounds; i++)
    values[i] = (rounds[i].tokens_ms + rounds[i].diff_ms) / rounds[i].yardstick_ms;
  ratio = take_median (values, n_rounds);
  g_print (
      "{\"u_ms\": %.3f, \"tokens_ms\": %.3f, \"diff_ms\": %.3f, \"ratio\": %.3f, "
      "\"old\": %u, \"new\": %u, \"hunks\": %u, \"limited\": %s, \"edits\": %" G_GUINT64_FORMAT,
      yardstick, tokens, engine, ratio, result->n[0], result->n[1], result->hunks->len,
      result->limited ? "true" : "false", count_edits (result->hunks));
  if (exact)
    {
      diff (result, &minimal);
      g_print (", \"least\": %" G_GUINT64_FORMAT, count_edits (result->hunks));
    }
  g_print ("}\n");
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("OLD NEW");
  g_autofree Round *rounds = NULL;
  g_autoptr (GError) error = NULL;
  Side sides[VR_N_SIDES];
  Result result = { .hunks = g_array_new (FALSE, FALSE, sizeof (VrHunk)) };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 3 || n_rounds < 1)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "bench-engine [OPTION...] OLD NEW");
      return 2;
    }
  for (int side = 0; side < VR_N_SIDES; side++)
    load (argv[1 + side], &sides[side]);
  rounds = g_new (Round, n_rounds);
  for (int i = 0; i < n_rounds; i++)
    rounds[i] = measure (sides, &result);
  print_report (rounds, &result);
  return 0;
}
