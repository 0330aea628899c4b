/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers byte strings: open addressing, short keys inside the slot, copies in blocks. */
#include "vr-interner-private.h"

/* A short article has about 500 different words; the table doubles four-fold from here. */
#define FIRST_SLOTS 2048
#define GROWTH 4

/* A large table doubles only: with GROWTH it would stand empty to seven eighths at times. */
#define MANY_SLOTS 8192
#define GROWTH_OF_MANY 2
#define CACHE_LINE_BYTES 64
#define FIRST_KEYS 1024
#define FIRST_BLOCK_BYTES 8192
#define LARGEST_BLOCK_BYTES (1 << 20)

static VrInternerSlot *
new_slots (gsize n_slots)
{
  return g_aligned_alloc0 (n_slots, sizeof (VrInternerSlot), CACHE_LINE_BYTES);
}

VrInterner *
vr_interner_new (void)
{
  VrInterner *self = g_new0 (VrInterner, 1);
  self->slots = new_slots (FIRST_SLOTS);
  self->mask = FIRST_SLOTS - 1;
  self->keys = g_new (VrSlice, FIRST_KEYS);
  self->n_keys_allocated = FIRST_KEYS;
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->next_block_bytes = FIRST_BLOCK_BYTES;
  return self;
}

void
vr_interner_free (VrInterner *self)
{
  if (self == NULL)
    return;
  g_aligned_free (self->slots);
  g_free (self->keys);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static inline guint64
load (const char *at, gsize n_bytes)
{
  guint64 value = 0;
  memcpy (&value, at, n_bytes);
  return value;
}

static void
split_key (const char *text, gsize n_bytes, guint64 *a, guint64 *b)
{
  if (n_bytes <= VR_INTERNER_INLINE_BYTES)
    {
      guint64 halves[2];
      vr_interner_split_short (text, n_bytes, halves);
      *a = halves[0];
      *b = halves[1];
      return;
    }
  guint64 first = n_bytes;
  guint64 second = ~(guint64)n_bytes;
  for (gsize i = 0; i < n_bytes; i += 16)
    {
      gsize left = n_bytes - i;
      guint64 low = load (text + i, MIN (left, 8));
      guint64 high = left > 8 ? load (text + i + 8, MIN (left - 8, 8)) : 0;
      first = vr_interner_mix (first ^ low, high);
      second = vr_interner_mix (second ^ high, low + first);
    }
  *a = first;
  *b = second;
}

static void
grow_slots (VrInterner *self)
{
  gsize n_slots = (gsize)self->mask + 1;
  n_slots *= n_slots < MANY_SLOTS ? GROWTH : GROWTH_OF_MANY;
  VrInternerSlot *slots = new_slots (n_slots);
  guint32 mask = (guint32)(n_slots - 1);
  for (gsize i = 0; i <= self->mask; i++)
    {
      const VrInternerSlot *old = &self->slots[i];
      if (old->n_bytes == 0)
        continue;
      guint32 at = vr_interner_home (old->a, old->b, old->n_bytes - 1) & mask;
      while (slots[at].n_bytes != 0)
        at = (at + 1) & mask;
      slots[at] = *old;
    }
  g_aligned_free (self->slots);
  self->slots = slots;
  self->mask = mask;
}

static const char *
copy_to_block (VrInterner *self, const char *text, gsize n_bytes)
{
  if (n_bytes == 0)
    return "";
  if (self->n_bytes_free < n_bytes)
    {
      self->n_bytes_free = MAX (self->next_block_bytes, n_bytes);
      self->free_from = g_malloc (self->n_bytes_free);
      g_ptr_array_add (self->blocks, self->free_from);
      self->next_block_bytes = MIN (self->next_block_bytes * 2, LARGEST_BLOCK_BYTES);
    }
  char *copy = memcpy (self->free_from, text, n_bytes);
  self->free_from += n_bytes;
  self->n_bytes_free -= n_bytes;
  return copy;
}

guint32
vr_interner_add (VrInterner *self, guint32 at, guint64 a, guint64 b, const char *text,
                 gsize n_bytes)
{
  guint32 id = self->n_ids++;
  if (id == self->n_keys_allocated)
    {
      self->n_keys_allocated *= 2;
      self->keys = g_renew (VrSlice, self->keys, self->n_keys_allocated);
    }
  self->keys[id] = (VrSlice){ copy_to_block (self, text, n_bytes), n_bytes };
  self->slots[at] = (VrInternerSlot){ a, b, id, (guint32)(n_bytes + 1) };
  if (self->n_ids > self->mask / 8 * 5)
    grow_slots (self);
  return id;
}

guint32
vr_interner_put (VrInterner *self, const char *text, gsize n_bytes)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (text != NULL || n_bytes == 0, 0);

  guint64 a;
  guint64 b;
  split_key (text, n_bytes, &a, &b);
  if (n_bytes <= VR_INTERNER_INLINE_BYTES)
    return vr_interner_put_at (self, vr_interner_home (a, b, n_bytes), a, b, n_bytes);

  guint32 at = vr_interner_home (a, b, n_bytes) & self->mask;
  for (;; at = (at + 1) & self->mask)
    {
      const VrInternerSlot *slot = &self->slots[at];
      if (slot->n_bytes == 0)
        return vr_interner_add (self, at, a, b, text, n_bytes);
      if (slot->a == a && slot->b == b && slot->n_bytes == (guint32)(n_bytes + 1)
          && memcmp (self->keys[slot->id].text, text, n_bytes) == 0)
        return slot->id;
    }
}

guint32
vr_interner_get_n_ids (const VrInterner *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_ids;
}

VrSlice
vr_interner_peek (const VrInterner *self, guint32 id)
{
  g_return_val_if_fail (self != NULL && id < self->n_ids, ((VrSlice){ "", 0 }));
  return self->keys[id];
}
