/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One object of a pack, read past libgit2. */
#include "vr-pack-entry.h"

#include <zlib.h>

#define OFS_DELTA 6
#define REF_DELTA 7
/* A size that bits were flipped in must not take all memory. */
#define MAX_OBJECT_BYTES (1024 * 1024 * 1024)
/* Git's own limit is 4095. */
#define MAX_DEPTH 4095

typedef struct
{
  guint type;     /* git's, deltas among them */
  gsize n_bytes;  /* as the head says */
  gsize base;     /* of an OFS_DELTA: where it is */
  git_oid parent; /* of a REF_DELTA */
  gsize at;       /* of the deflated bytes */
} Head;

static gboolean
read_base_distance (const VrPackEntries *self, gsize *at, gsize *distance)
{
  *distance = 0;
  for (guint i = 0; *at < self->n_bytes && i < sizeof *distance; i++)
    {
      guint8 byte = self->data[(*at)++];

      *distance = i == 0 ? byte & 0x7f : ((*distance + 1) << 7) | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_head (const VrPackEntries *self, gsize at, Head *head)
{
  gsize from = at;
  guint shift = 4;
  gsize distance;
  guint8 byte;

  if (at >= self->n_bytes)
    return FALSE;
  byte = self->data[at++];
  head->type = byte >> 4 & 7;
  head->n_bytes = byte & 15;
  for (; (byte & 0x80) != 0 && at < self->n_bytes && shift < 60; shift += 7)
    {
      byte = self->data[at++];
      head->n_bytes |= (gsize)(byte & 0x7f) << shift;
    }
  if (head->type == OFS_DELTA)
    {
      if (!read_base_distance (self, &at, &distance) || distance == 0 || distance > from)
        return FALSE;
      head->base = from - distance;
    }
  else if (head->type == REF_DELTA)
    {
      if (self->n_bytes - at < GIT_OID_RAWSZ)
        return FALSE;
      memcpy (head->parent.id, self->data + at, GIT_OID_RAWSZ);
      at += GIT_OID_RAWSZ;
    }
  head->at = at;

  return head->n_bytes <= MAX_OBJECT_BYTES && head->type != 0 && head->type != 5;
}

/* NULL for what is not whole; @end is where the next object begins. */
static guint8 *
inflate_at (const VrPackEntries *self, const Head *head, gsize *end)
{
  g_autofree guint8 *bytes = g_try_malloc (head->n_bytes + 1);
  z_stream stream = { .next_in = (Bytef *)self->data + head->at,
                      .avail_in = (uInt)MIN (self->n_bytes - head->at, G_MAXUINT),
                      .next_out = bytes,
                      .avail_out = (uInt)head->n_bytes + 1 };
  int result;

  if (bytes == NULL || inflateInit (&stream) != Z_OK)
    return NULL;
  result = inflate (&stream, Z_FINISH);
  *end = head->at + stream.total_in;
  inflateEnd (&stream);

  return result == Z_STREAM_END && stream.total_out == head->n_bytes ? g_steal_pointer (&bytes)
                                                                     : NULL;
}

static gsize
read_delta_size (const guint8 **at, const guint8 *end)
{
  gsize size = 0;

  for (guint shift = 0; *at < end && shift < 60; shift += 7)
    {
      guint8 byte = *(*at)++;

      size |= (gsize)(byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        break;
    }

  return size;
}

/* The bytes of @value that the bits of @flags, from @bit on, say are there. */
static gsize
read_copy_number (const guint8 **at, const guint8 *end, guint8 flags, guint bit, guint n)
{
  gsize value = 0;

  for (guint i = 0; i < n; i++)
    if ((flags & 1u << (bit + i)) != 0 && *at < end)
      value |= (gsize) * (*at)++ << (i * 8);

  return value;
}

static GBytes *
apply_delta (GBytes *base, const guint8 *delta, gsize n_bytes)
{
  gsize n_base;
  const guint8 *from = g_bytes_get_data (base, &n_base);
  const guint8 *at = delta;
  const guint8 *end = delta + n_bytes;
  g_autoptr (GByteArray) result = g_byte_array_new ();
  gsize n_wanted;

  if (read_delta_size (&at, end) != n_base)
    return NULL;
  n_wanted = read_delta_size (&at, end);
  if (n_wanted > MAX_OBJECT_BYTES)
    return NULL;
  while (at < end)
    {
      guint8 byte = *at++;
      const guint8 *piece = at;
      gsize n = byte;

      if ((byte & 0x80) != 0)
        {
          gsize offset = read_copy_number (&at, end, byte, 0, 4);

          n = read_copy_number (&at, end, byte, 4, 3);
          n = n == 0 ? 0x10000 : n;
          if (offset > n_base || n > n_base - offset)
            return NULL;
          piece = from + offset;
        }
      else
        {
          if (n == 0 || n > (gsize)(end - at))
            return NULL;
          at += n;
        }
      if (result->len + n > n_wanted)
        return NULL;
      g_byte_array_append (result, piece, (guint)n);
    }

  return result->len == n_wanted ? g_byte_array_free_to_bytes (g_steal_pointer (&result)) : NULL;
}

GBytes *
vr_pack_entry_read (const VrPackEntries *self, gsize at, guint depth, guint *type, gsize *end)
{
  g_autofree guint8 *bytes = NULL;
  g_autoptr (GBytes) base = NULL;
  gsize unused;
  Head head;

  if (depth > MAX_DEPTH || !read_head (self, at, &head))
    return NULL;
  bytes = inflate_at (self, &head, end);
  if (bytes == NULL)
    return NULL;
  *type = head.type;
  if (head.type != OFS_DELTA && head.type != REF_DELTA)
    return g_bytes_new_take (g_steal_pointer (&bytes), head.n_bytes);
  base = head.type == OFS_DELTA ? vr_pack_entry_read (self, head.base, depth + 1, type, &unused)
                                : self->find (self->finder, &head.parent, depth + 1, type);

  return base != NULL ? apply_delta (base, bytes, head.n_bytes) : NULL;
}
