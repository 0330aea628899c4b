/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks on numbers, and how many stand before one. */
#include "vr-marks.h"

void
vr_marks_init (VrMarks *self, guint32 n)
{
  self->n_words = n / 64 + 1;
  self->words = g_new0 (guint64, self->n_words);
  self->before = g_new0 (guint32, self->n_words);
}

void
vr_marks_clear (VrMarks *self)
{
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->before, g_free);
}

guint32
vr_marks_count (VrMarks *self)
{
  guint32 n = 0;

  for (guint32 i = 0; i < self->n_words; i++)
    {
      self->before[i] = n;
      n += (guint32)__builtin_popcountll (self->words[i]);
    }

  return n;
}

guint32
vr_marks_find (const VrMarks *self, guint32 rank, gboolean marked)
{
  guint32 low = 0, high = self->n_words;
  guint64 word;

  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;
      guint32 n = marked ? self->before[middle] : middle * 64 - self->before[middle];

      if (n <= rank)
        low = middle;
      else
        high = middle;
    }
  rank -= marked ? self->before[low] : low * 64 - self->before[low];
  word = marked ? self->words[low] : ~self->words[low];
  while (rank-- > 0)
    word &= word - 1;

  return low * 64 + (guint32)__builtin_ctzll (word);
}
