/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids of rows, made from their texts. */
#include "vr-array.h"
#include "vr-comparison-private.h"
#include "vr-hash.h"

/* A row and what is cheap to tell it by; @n_equal rows up to it have its texts. */
typedef struct
{
  guint32 row;
  guint32 tag;
  guint32 n_equal; /* 0 where the slot is free */
} Slot;

/* Open-addressed, three quarters full at most. */
typedef struct
{
  const VrComparison *comparison;
  Slot *slots;
  guint32 capacity;
} Table;

static VrSlice
get_text (const VrComparison *self, guint side, guint32 paragraph)
{
  return vr_article_get_paragraph_text (self->articles[side], paragraph);
}

/* With both sides exchanged, where @is_mirrored. */
static guint64
hash_row (const VrComparison *self, guint32 row, gboolean is_mirrored)
{
  guint64 hash = 0x2545f4914f6cdd1du;

  for (guint k = 0; k < VR_N_SIDES; k++)
    {
      guint side = is_mirrored ? 1 - k : k;
      guint32 n;
      const guint32 *members = vr_rows_peek_members (&self->rows, side, row, &n);

      for (guint32 i = 0; i < n; i++)
        {
          VrSlice text = get_text (self, side, members[i]);

          hash = vr_hash_bytes (hash + i + 1, text.text, text.n_bytes);
        }
      hash = vr_hash_bytes (hash + k, "", 0);
    }

  return hash;
}

static guint64
hash_ends (const VrComparison *self, guint32 row)
{
  guint64 hash = 0;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      guint32 n;
      const guint32 *members = vr_rows_peek_members (&self->rows, side, row, &n);

      hash += n;
      for (guint32 i = 0; i < n; i++)
        {
          VrSlice text = get_text (self, side, members[i]);

          hash = hash * 31 + vr_hash_ends (text.text, text.n_bytes);
        }
    }

  return hash;
}

static gboolean
has_equal_texts (const VrComparison *self, guint32 row, guint32 other)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      guint32 n, n_others;
      const guint32 *members = vr_rows_peek_members (&self->rows, side, row, &n);
      const guint32 *others = vr_rows_peek_members (&self->rows, side, other, &n_others);

      if (n != n_others)
        return FALSE;
      for (guint32 i = 0; i < n; i++)
        if (!vr_slice_is_equal (get_text (self, side, members[i]),
                                get_text (self, side, others[i])))
          return FALSE;
    }

  return TRUE;
}

/* The slot that is free or has @hash, which rows of other texts may share, or, where @exact, the
 * texts of @row. */
static Slot *
find_slot (const Table *self, guint64 hash, guint32 row, gboolean exact)
{
  Slot *slot = &self->slots[(hash >> 32) * self->capacity >> 32];

  while (slot->n_equal > 0
         && (slot->tag != (guint32)hash
             || (exact && !has_equal_texts (self->comparison, row, slot->row))))
    slot = slot + 1 < self->slots + self->capacity ? slot + 1 : self->slots;
  slot->tag = (guint32)hash;

  return slot;
}

/* Equal rows are told apart by their order.  Of those whose ends are equal, the first to be met and
 * its equals are found by the ends, all others by the whole of their texts. */
void
vr_comparison_number_twins (VrComparison *self)
{
  guint32 capacity = self->rows.n + self->rows.n / 3 + 1;
  g_autofree Slot *slots = g_new0 (Slot, capacity);
  Table table = { self, slots, capacity };
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));

  vr_marks_init (&self->twins, self->rows.n);
  for (guint32 i = 0; i < self->rows.n; i++)
    {
      Slot *slot = find_slot (&table, hash_ends (self, i), i, FALSE);

      if (slot->n_equal > 0 && !has_equal_texts (self, i, slot->row))
        slot = find_slot (&table, hash_row (self, i, FALSE), i, TRUE);
      if (slot->n_equal > 0)
        {
          vr_marks_add (&self->twins, i);
          g_array_append_val (numbers, slot->n_equal);
        }
      slot->row = i;
      slot->n_equal++;
    }
  vr_marks_count (&self->twins);
  self->twin_numbers = vr_array_take (numbers, NULL);
}

static char *
dup_id (const VrComparison *self, guint row, gboolean is_mirrored)
{
  char id[sizeof "0123456789abcdef-4294967295"];
  char *at = id + sizeof id;
  guint64 hash;

  *--at = '\0';
  if (vr_marks_has (&self->twins, row))
    {
      guint32 n = self->twin_numbers[vr_marks_get_before (&self->twins, row)] + 1;

      for (; n > 0; n /= 10)
        *--at = (char)('0' + n % 10);
      *--at = '-';
    }
  hash = hash_row (self, row, is_mirrored);
  for (guint i = 0; i < 16; i++, hash >>= 4)
    *--at = "0123456789abcdef"[hash & 15];

  return g_strdup (at);
}

char *
vr_comparison_dup_row_id (const VrComparison *self, guint row)
{
  g_return_val_if_fail (row < self->rows.n, NULL);

  return dup_id (self, row, FALSE);
}

char *
vr_comparison_dup_mirrored_row_id (const VrComparison *self, guint row)
{
  g_return_val_if_fail (row < self->rows.n, NULL);

  return dup_id (self, row, TRUE);
}

guint
vr_comparison_find_row_id (const VrComparison *self, const char *id)
{
  g_return_val_if_fail (id != NULL, G_MAXUINT);

  for (guint row = 0; row < self->rows.n; row++)
    {
      g_autofree char *own = dup_id (self, row, FALSE);

      if (g_str_equal (own, id))
        return row;
    }

  return G_MAXUINT;
}
