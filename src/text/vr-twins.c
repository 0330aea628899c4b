/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which texts of a list are the same: open addressing over hashes, grown with what differs. */
#include "vr-twins.h"

#include "vr-hash.h"

#define MIN_SLOTS 64

/* A text that no earlier one equals. */
typedef struct
{
  guint32 hash;
  guint32 text;
} First;

typedef struct
{
  const VrSlice *texts;
  GArray *firsts; /* First, by number */
  guint32 *slots; /* 1 + number, 0 for a free one */
  guint32 mask;
} Table;

static void
grow (Table *self)
{
  self->mask = self->mask == 0 ? MIN_SLOTS - 1 : 2 * self->mask + 1;
  g_free (self->slots);
  self->slots = g_new0 (guint32, (gsize)self->mask + 1);
  for (guint32 number = 0; number < self->firsts->len; number++)
    {
      guint32 slot = g_array_index (self->firsts, First, number).hash & self->mask;

      while (self->slots[slot] != 0)
        slot = (slot + 1) & self->mask;
      self->slots[slot] = number + 1;
    }
}

static guint32
number_of (Table *self, guint32 text)
{
  VrSlice bytes = self->texts[text];
  First first = { (guint32)(vr_hash_bytes (0, bytes.text, bytes.n_bytes) >> 32), text };
  guint32 slot;

  if (2 * self->firsts->len >= self->mask)
    grow (self);
  for (slot = first.hash & self->mask; self->slots[slot] != 0; slot = (slot + 1) & self->mask)
    {
      const First *other = &g_array_index (self->firsts, First, self->slots[slot] - 1);

      if (other->hash == first.hash && vr_slice_is_equal (self->texts[other->text], bytes))
        return self->slots[slot] - 1;
    }
  g_array_append_val (self->firsts, first);
  self->slots[slot] = self->firsts->len;
  return self->firsts->len - 1;
}

guint32 *
vr_twins_number (const VrSlice *texts, guint n_texts, guint32 *n_numbers)
{
  guint32 *numbers = g_new0 (guint32, MAX (n_texts, 1));
  g_autoptr (GArray) firsts = NULL;
  Table table = { .texts = texts };

  *n_numbers = n_texts;
  if (n_texts <= 1)
    return numbers;
  table.firsts = firsts = g_array_new (FALSE, FALSE, sizeof (First));
  for (guint32 i = 0; i < n_texts; i++)
    numbers[i] = number_of (&table, i);
  g_free (table.slots);
  *n_numbers = firsts->len;
  return numbers;
}
