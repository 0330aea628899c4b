/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interner's table laid open, for the token loop: a put of a short key compiles to a few loads.
 */
#pragma once

#include "vr-interner.h"

#include <string.h>

G_BEGIN_DECLS

/** VR_INTERNER_INLINE_BYTES: keys up to this length live in their slot and need no other memory. */
#define VR_INTERNER_INLINE_BYTES 16

/**
 * VrInternerSlot:
 * @a, @b: the key itself, padded with zeros, up to %VR_INTERNER_INLINE_BYTES; else two hashes of it
 * @id: the key's number
 * @n_bytes: its length plus one; 0 marks a free slot
 */
typedef struct
{
  guint64 a;
  guint64 b;
  guint32 id;
  guint32 n_bytes;
  guint64 unused; /* so that no slot lies across two cache lines */
} VrInternerSlot;

struct _VrInterner
{
  VrInternerSlot *slots;
  guint32 mask; /* the number of slots, a power of two, less one */
  guint32 n_ids;
  VrSlice *keys; /* by id; their bytes lie in the blocks */
  guint32 n_keys_allocated;
  GPtrArray *blocks; /* never moved, so that a borrowed key stays where it is */
  char *free_from;
  gsize n_bytes_free;
  gsize next_block_bytes;
};

/* Odd 64-bit constants with about as many ones as zeros; any such do. */
#define VR_INTERNER_MULTIPLIER_A G_GUINT64_CONSTANT (0x9fb21c651e98df25)
#define VR_INTERNER_MULTIPLIER_B G_GUINT64_CONSTANT (0xd6e8feb86659fd93)

static inline guint64
vr_interner_mix (guint64 a, guint64 b)
{
  unsigned __int128 product =
      (unsigned __int128)(a ^ VR_INTERNER_MULTIPLIER_A) * (b ^ VR_INTERNER_MULTIPLIER_B);
  return (guint64)product ^ (guint64)(product >> 64);
}

static inline guint32
vr_interner_home (guint64 a, guint64 b, gsize n_bytes)
{
  return (guint32)vr_interner_mix (a, b ^ ((guint64)n_bytes << 56));
}

/* Takes @id for @text in the free slot number @at. */
guint32 vr_interner_add (VrInterner *self, guint32 at, guint64 a, guint64 b, const char *text,
                         gsize n_bytes);

/*
 * vr_interner_put_at:
 * @home: vr_interner_home() of the key
 * @a, @b: the key, zero padded to 16 bytes, as two loads in the machine's byte order
 * @n_bytes: its length, at most %VR_INTERNER_INLINE_BYTES
 */
static inline guint32
vr_interner_put_at (VrInterner *self, guint32 home, guint64 a, guint64 b, gsize n_bytes)
{
  for (guint32 at = home & self->mask;; at = (at + 1) & self->mask)
    {
      const VrInternerSlot *slot = &self->slots[at];
      if (slot->a == a && slot->b == b && slot->n_bytes == n_bytes + 1)
        return slot->id;
      if (slot->n_bytes == 0)
        {
          guint64 key[2] = { a, b };
          return vr_interner_add (self, at, a, b, (const char *)key, n_bytes);
        }
    }
}

/* Starts to load the slot that a later put will look at. */
static inline void
vr_interner_prefetch (const VrInterner *self, guint32 home)
{
  __builtin_prefetch (&self->slots[home & self->mask]);
}

/* The first half of the key that is @byte alone; the second is 0. */
static inline guint64
vr_interner_byte_key (char byte)
{
  return GUINT64_TO_LE ((guint64)(guint8)byte);
}

/* A key of up to 16 bytes as its two padded halves, without a call for short ones. */
static inline void
vr_interner_split_short (const char *text, gsize n_bytes, guint64 halves[2])
{
  halves[0] = 0;
  halves[1] = 0;
  if (n_bytes == 1)
    halves[0] = vr_interner_byte_key (text[0]);
  else if (n_bytes > 8)
    {
      memcpy (&halves[0], text, 8);
      memcpy (&halves[1], text + 8, n_bytes - 8);
    }
  else if (n_bytes > 0)
    memcpy (&halves[0], text, n_bytes);
}

G_END_DECLS
