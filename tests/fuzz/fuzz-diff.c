/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any two sequences through the engine: hunks apply, and are fewest where they promise to be. */
#include "check-hunks.h"

#include <string.h>

#define MAX_TABLE_CELLS 10000
#define MAX_TOKENS 8192

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

/* Every byte becomes 2^shift tokens that only this byte makes, so that a short input can hold the
   long runs which anchors and windows want. */
static void
push_bytes (Sequence *sequence, const guint8 *data, gsize n_bytes, guint shift)
{
  for (gsize i = 0; i < n_bytes && sequence->n < MAX_TOKENS; i++)
    for (guint32 t = 0; t < 1u << shift; t++)
      sequence_push (sequence, (guint32)data[i] << shift | t);
}

static void
check_run (VrDiffer *differ, const Sequence *old, const Sequence *new, guint32 n_ids,
           const VrDiffOptions *options)
{
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (VrHunk));
  gboolean limited;

  g_assert_true (vr_differ_run (differ, old->ids, old->n, new->ids, new->n, n_ids, options, hunks,
                                &limited, NULL, NULL));
  check_hunks (old, new, hunks);
  g_assert_true (!limited || !options->minimal);
  if ((options->minimal || !options->anchors) && (guint64)old->n * new->n <= MAX_TABLE_CELLS)
    g_assert_cmpuint (count_edits (hunks), ==, count_least_edits (old, new));
}

/* The first byte chooses options, the second how long runs are; a byte of 255 parts the sides. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  static const guint8 classes[256] = { 0, 255, 0, 0, 100, 50 };
  VrDiffOptions options = { 0 };
  g_autoptr (VrDiffer) differ = vr_differ_new ();
  g_auto (Sequence) old = { 0 }, new = { 0 };
  const guint8 *cut;
  guint shift;

  if (n_bytes < 2)
    return 0;
  options.minimal = data[0] & 1;
  options.anchors = (data[0] >> 1) & 1;
  options.id_classes = data[0] & 4 ? classes : NULL;
  options.n_id_classes = G_N_ELEMENTS (classes);
  shift = data[1] % 12;
  data += 2;
  n_bytes -= 2;
  cut = n_bytes > 0 ? memchr (data, 255, n_bytes) : NULL;
  if (cut == NULL)
    cut = data + n_bytes / 2;
  push_bytes (&old, data, cut - data, shift);
  push_bytes (&new, cut, n_bytes - (cut - data), shift);
  check_run (differ, &old, &new, 256u << shift, &options);
  check_run (differ, &new, &old, 256u << shift, &options);
  return 0;
}
