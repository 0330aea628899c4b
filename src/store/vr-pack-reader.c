/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can still be read of a damaged pack. */
#include "vr-pack-reader.h"

#include "vr-pack-index.h"

#include <zlib.h>

#define PACK_HEAD_BYTES 12
#define OFS_DELTA 6
#define REF_DELTA 7
/* A size that bits were flipped in must not take all memory. */
#define MAX_OBJECT_BYTES (1024 * 1024 * 1024)
/* Git's own limit is 4095. */
#define MAX_DEPTH 4095

typedef struct
{
  const guint8 *data;
  gsize n_bytes;
  git_odb *odb;
  GHashTable *ids;
} Reader;

typedef struct
{
  guint type;     /* git's, deltas among them */
  gsize n_bytes;  /* as the head says */
  gsize base;     /* of an OFS_DELTA: where it is */
  git_oid parent; /* of a REF_DELTA */
  gsize at;       /* of the deflated bytes */
} Head;

static gboolean
read_base_distance (const Reader *self, gsize *at, gsize *distance)
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
read_head (const Reader *self, gsize at, Head *head)
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
      git_oid_fromraw (&head->parent, self->data + at);
      at += GIT_OID_RAWSZ;
    }
  head->at = at;

  return head->n_bytes <= MAX_OBJECT_BYTES && head->type != 0 && head->type != 5;
}

/* NULL for what is not whole; @end is where the next object begins. */
static guint8 *
inflate_at (const Reader *self, const Head *head, gsize *end)
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

static GBytes *
read_elsewhere (const Reader *self, const git_oid *id, guint *type)
{
  g_autoptr (git_odb_object) object = NULL;

  if (git_odb_read (&object, self->odb, id) < 0)
    return NULL;
  *type = (guint)git_odb_object_type (object);

  return g_bytes_new (git_odb_object_data (object), git_odb_object_size (object));
}

static GBytes *
read_object (const Reader *self, gsize at, guint depth, guint *type, gsize *end)
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
  base = head.type == OFS_DELTA ? read_object (self, head.base, depth + 1, type, &unused)
                                : read_elsewhere (self, &head.parent, type);

  return base != NULL ? apply_delta (base, bytes, head.n_bytes) : NULL;
}

static gboolean
extract_one (const Reader *self, gsize at, gsize *end)
{
  guint type;
  g_autoptr (GBytes) object = read_object (self, at, 0, &type, end);
  git_oid id;

  if (object == NULL
      || vr_git_write_first (self->odb, (git_object_t)type, g_bytes_get_data (object, NULL),
                             g_bytes_get_size (object), &id)
             < 0)
    return FALSE;
  g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));

  return TRUE;
}

/* Objects based on one that comes later are left for another round.  Returns how many were read. */
static guint
extract_left (const Reader *self, const GArray *places, GHashTable *done)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      guint64 place = g_array_index (places, guint64, i);
      gsize at = (gsize)place;
      gsize end = at;

      /* What follows an object that the index does not know is an object too. */
      while (!g_hash_table_contains (done, &at) && extract_one (self, at, &end))
        {
          g_hash_table_add (done, g_memdup2 (&at, sizeof at));
          at = end;
          n++;
        }
    }

  return n;
}

void
vr_pack_reader_extract (const char *folder, const char *name, git_odb *odb, GHashTable *ids)
{
  g_autofree char *file = g_strconcat (name, ".pack", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GArray) places = vr_pack_index_read_places (folder, name);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint64 first = PACK_HEAD_BYTES;
  Reader self = { .odb = odb, .ids = ids };

  if (mapped == NULL)
    return;
  self.data = (const guint8 *)g_mapped_file_get_contents (mapped);
  self.n_bytes = g_mapped_file_get_length (mapped);
  g_array_append_val (places, first);
  while (extract_left (&self, places, done) > 0)
    ;
}
