/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The unit U of the benchmarks: the plain loop that splits prose and numbers its words. */
#include "yardstick.h"

#include <string.h>

#define FIRST_SLOTS 4096

enum
{
  SPACE,
  WORD,
  MARK,
};

typedef struct
{
  guint32 hash;
  guint32 n_bytes;
  guint32 id;
  const char *text; /* NULL: free */
} Slot;

typedef struct
{
  Slot *slots;
  guint32 n_slots;
  guint32 n_ids;
  guint32 *ids;
  guint32 *starts;
  guint32 n_tokens;
  guint8 kinds[256];
} Yardstick;

static void
fill_kinds (guint8 *kinds)
{
  for (int byte = 0; byte < 256; byte++)
    {
      if (byte <= ' ')
        kinds[byte] = SPACE;
      else
        kinds[byte] = byte >= 128 || byte == '_' || g_ascii_isalnum (byte) ? WORD : MARK;
    }
}

static void
grow (Yardstick *self)
{
  guint32 n_slots = self->n_slots * 4;
  Slot *slots = g_new0 (Slot, n_slots);

  for (guint32 i = 0; i < self->n_slots; i++)
    if (self->slots[i].text != NULL)
      {
        guint32 at = self->slots[i].hash & (n_slots - 1);

        while (slots[at].text != NULL)
          at = (at + 1) & (n_slots - 1);
        slots[at] = self->slots[i];
      }
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
}

static guint32
put (Yardstick *self, const char *text, guint32 n_bytes, guint64 long_hash)
{
  guint32 hash = long_hash ^ (long_hash >> 32), at = hash & (self->n_slots - 1);

  for (; self->slots[at].text != NULL; at = (at + 1) & (self->n_slots - 1))
    {
      const Slot *slot = &self->slots[at];

      if (slot->hash == hash && slot->n_bytes == n_bytes && memcmp (slot->text, text, n_bytes) == 0)
        return slot->id;
    }
  self->slots[at] = (Slot){ hash, n_bytes, self->n_ids, text };
  if (++self->n_ids * 2 > self->n_slots)
    grow (self);
  return self->n_ids - 1 + 256;
}

static void
split (Yardstick *self, const char *text, gsize n_bytes)
{
  const guint8 *bytes = (const guint8 *)text;
  gsize i = 0;

  while (i < n_bytes)
    {
      guint kind = self->kinds[bytes[i]];
      guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);
      gsize from = i++;

      if (kind == SPACE)
        continue;
      self->starts[self->n_tokens] = from;
      if (kind == MARK)
        {
          self->ids[self->n_tokens++] = bytes[from];
          continue;
        }
      for (i = from; i < n_bytes && self->kinds[bytes[i]] == WORD; i++)
        hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (1099511628211);
      self->ids[self->n_tokens++] = put (self, text + from, i - from, hash);
    }
}

guint32
yardstick_run (const VrSlice *texts, guint n_texts)
{
  /* The results live on from round to round: what is measured is the loop, not fresh pages. */
  static guint32 *ids, *starts;
  static gsize n_room;
  Yardstick self = { .n_slots = FIRST_SLOTS };
  gsize n_bytes = 0;

  for (guint i = 0; i < n_texts; i++)
    n_bytes += texts[i].n_bytes;
  if (n_room < n_bytes)
    {
      ids = g_renew (guint32, ids, n_bytes);
      starts = g_renew (guint32, starts, n_bytes);
      n_room = n_bytes;
    }
  self.ids = ids;
  self.starts = starts;
  self.slots = g_new0 (Slot, self.n_slots);
  fill_kinds (self.kinds);
  for (guint i = 0; i < n_texts; i++)
    split (&self, texts[i].text, texts[i].n_bytes);
  g_free (self.slots);
  return self.n_tokens;
}
