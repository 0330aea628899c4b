/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quick hash of texts. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Multiply and fold, eight bytes a step: 20 MB are hashed in a few milliseconds, and the same
 * on every machine (bytes are read as little-endian). */
static inline guint64
vr_hash_bytes (guint64 hash, const char *text, gsize n_bytes)
{
  gsize i = 0;

  for (; i + 8 <= n_bytes; i += 8)
    {
      guint64 word;

      memcpy (&word, text + i, 8);
      hash = (hash ^ GUINT64_FROM_LE (word)) * 0x9e3779b97f4a7c15u;
      hash ^= hash >> 32;
    }
  for (; i < n_bytes; i++)
    hash = (hash ^ (guint8)text[i]) * 0x9e3779b97f4a7c15u;

  return (hash ^ (hash >> 29)) * 0xbf58476d1ce4e5b9u;
}

#define VR_HASH_END_BYTES 64

/* Of a text's length and both its ends: enough to tell most texts apart by. */
static inline guint64
vr_hash_ends (const char *text, guint32 n_bytes)
{
  guint32 n = MIN (n_bytes, VR_HASH_END_BYTES);
  guint64 hash = vr_hash_bytes (n_bytes, text, n);

  return vr_hash_bytes (hash, text + n_bytes - n, n);
}

G_END_DECLS
