/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every edit script must hold to; used by tests and fuzzers. */
#include "check-hunks.h"

void
sequence_clear (Sequence *sequence)
{
  g_clear_pointer (&sequence->ids, g_free);
  sequence->n = sequence->n_room = 0;
}

void
sequence_push (Sequence *sequence, guint32 id)
{
  if (sequence->n == sequence->n_room)
    {
      sequence->n_room = MAX (64, 2 * sequence->n_room);
      sequence->ids = g_renew (guint32, sequence->ids, sequence->n_room);
    }
  sequence->ids[sequence->n++] = id;
}

void
sequence_fill (Sequence *sequence, GRand *rand, guint32 n, guint32 n_ids)
{
  sequence->n = 0;
  for (guint32 i = 0; i < n; i++)
    sequence_push (sequence, g_rand_int_range (rand, 0, n_ids));
}

void
sequence_edit (Sequence *sequence, const Sequence *from, GRand *rand, guint32 one_in, guint32 n_ids)
{
  sequence->n = 0;
  for (guint32 i = 0; i < from->n; i++)
    {
      gboolean edited = g_rand_int_range (rand, 0, one_in) == 0;
      guint kind = g_rand_int_range (rand, 0, 3);

      if (!edited || kind == 0)
        sequence_push (sequence, from->ids[i]);
      if (edited && kind != 1)
        sequence_push (sequence, g_rand_int_range (rand, 0, n_ids));
    }
}

void
check_hunks (const Sequence *old, const Sequence *new, const GArray *hunks)
{
  guint32 i = 0, j = 0;

  for (guint h = 0; h <= hunks->len; h++)
    {
      const VrHunk end = { old->n, old->n, new->n, new->n };
      const VrHunk *hunk = h < hunks->len ? &g_array_index (hunks, VrHunk, h) : &end;

      if (hunk->old_from < i || hunk->new_from < j || hunk->old_from - i != hunk->new_from - j)
        g_error ("hunk %u does not follow the one before", h);
      if (hunk != &end && h > 0 && hunk->old_from == i)
        g_error ("hunk %u touches the one before", h);
      if (hunk->old_to < hunk->old_from || hunk->new_to < hunk->new_from)
        g_error ("hunk %u ends before it starts", h);
      if (hunk != &end && hunk->old_from == hunk->old_to && hunk->new_from == hunk->new_to)
        g_error ("hunk %u is empty", h);
      if (hunk->old_to > old->n || hunk->new_to > new->n)
        g_error ("hunk %u is beyond the end", h);
      for (; i < hunk->old_from; i++, j++)
        if (old->ids[i] != new->ids[j])
          g_error ("tokens %u and %u before hunk %u differ", i, j, h);
      i = hunk->old_to;
      j = hunk->new_to;
    }
}

guint32
count_edits (const GArray *hunks)
{
  guint32 n_edits = 0;

  for (guint h = 0; h < hunks->len; h++)
    {
      const VrHunk *hunk = &g_array_index (hunks, VrHunk, h);

      n_edits += hunk->old_to - hunk->old_from + hunk->new_to - hunk->new_from;
    }
  return n_edits;
}

guint32
count_least_edits (const Sequence *old, const Sequence *new)
{
  g_autofree guint32 *row = g_new0 (guint32, new->n + 1);

  for (guint32 i = 0; i < old->n; i++)
    {
      guint32 diagonal = 0;

      for (guint32 j = 0; j < new->n; j++)
        {
          guint32 above = row[j + 1];

          row[j + 1] = old->ids[i] == new->ids[j] ? diagonal + 1 : MAX (above, row[j]);
          diagonal = above;
        }
    }
  return old->n + new->n - 2 * row[new->n];
}
