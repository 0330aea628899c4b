/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objects that become durable together: one pack file instead of a file each. */
#include "vr-pack.h"

#include "vr-delta.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>
#include <zlib.h>

#define PACK_VERSION 2
#define INDEX_VERSION 2
#define INDEX_MAGIC 0xff744f63u /* "\377tOc" */
#define FAN_OUT 256
#define FILE_MODE 0444 /* as git's own: a pack is never changed */
/* gitformat-pack: an object told by what differs from one that stands so far before it. */
#define DELTA 6
/* As many are gone through to read the last one; git's own limit (pack.depth). */
#define MAX_DEPTH 50

typedef struct
{
  git_oid id;
  guint32 crc;
  guint32 offset;
} Entry;

/* The last object of a line; none while @data is NULL. */
typedef struct
{
  guint8 *data;
  gsize n_bytes;
  guint32 offset;
  guint depth; /* deltas to go through for it */
} Last;

struct _VrPack
{
  GByteArray *bytes; /* the file, but for its checksum */
  GArray *entries;   /* Entry */
  GHashTable *known; /* git_oid of its own */
  Last lasts[VR_PACK_N_LINES];
  z_stream deflating; /* begun once: that takes as long as a commit does to be deflated */
};

static void
append_u32 (GByteArray *bytes, guint32 value)
{
  guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (bytes, (const guint8 *)&big, sizeof big);
}

VrPack *
vr_pack_new (void)
{
  VrPack *self = g_new0 (VrPack, 1);
  int result;

  self->bytes = g_byte_array_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->known = vr_git_new_ids (NULL);
  g_byte_array_append (self->bytes, (const guint8 *)"PACK", 4);
  append_u32 (self->bytes, PACK_VERSION);
  append_u32 (self->bytes, 0); /* how many, known at the end */
  result = deflateInit (&self->deflating, Z_BEST_SPEED);
  g_assert (result == Z_OK); /* only memory could lack */

  return self;
}

void
vr_pack_free (VrPack *self)
{
  g_byte_array_unref (self->bytes);
  g_array_unref (self->entries);
  g_hash_table_unref (self->known);
  for (guint i = 0; i < VR_PACK_N_LINES; i++)
    g_free (self->lasts[i].data);
  deflateEnd (&self->deflating);
  g_free (self);
}

/* Type and size, the size in groups of seven bits but for the first four. */
static void
append_header (GByteArray *bytes, guint type, gsize n_bytes)
{
  guint8 byte = (guint8)(type << 4 | (n_bytes & 15));

  for (n_bytes >>= 4; n_bytes > 0; n_bytes >>= 7)
    {
      byte |= 0x80;
      g_byte_array_append (bytes, &byte, 1);
      byte = n_bytes & 0x7f;
    }
  g_byte_array_append (bytes, &byte, 1);
}

/* In groups of seven bits, the highest first; each but the last is told less one. */
static void
append_distance (GByteArray *bytes, guint32 distance)
{
  guint8 groups[5];
  guint at = G_N_ELEMENTS (groups) - 1;

  groups[at] = distance & 0x7f;
  while ((distance >>= 7) > 0)
    groups[--at] = (guint8)(0x80 | (--distance & 0x7f));
  g_byte_array_append (bytes, groups + at, (guint)G_N_ELEMENTS (groups) - at);
}

static void
append_deflated (VrPack *self, const guint8 *data, gsize n_bytes)
{
  guint from = self->bytes->len;
  uLong room = deflateBound (&self->deflating, n_bytes);
  int result;

  g_byte_array_set_size (self->bytes, from + (guint)room);
  self->deflating.next_in = (Bytef *)data;
  self->deflating.avail_in = (uInt)n_bytes;
  self->deflating.next_out = self->bytes->data + from;
  self->deflating.avail_out = (uInt)room;
  result = deflate (&self->deflating, Z_FINISH);
  g_assert (result == Z_STREAM_END); /* the room is enough */
  g_byte_array_set_size (self->bytes, from + (guint)self->deflating.total_out);
  deflateReset (&self->deflating);
}

/* What @last has to tell of @data: NULL where it is told better in full. */
static GByteArray *
make_delta (const Last *last, const void *data, gsize n_bytes)
{
  if (last == NULL || last->data == NULL || last->depth == MAX_DEPTH)
    return NULL;

  return vr_delta_new (last->data, last->n_bytes, data, n_bytes);
}

static void
remember (Last *last, const void *data, gsize n_bytes, guint32 offset, gboolean is_delta)
{
  g_free (last->data);
  last->data = g_memdup2 (data, n_bytes);
  last->n_bytes = n_bytes;
  last->offset = offset;
  last->depth = is_delta ? last->depth + 1 : 0;
}

static void
add (VrPack *self, Last *last, git_object_t type, const void *data, gsize n_bytes, git_oid *id)
{
  Entry entry = { .offset = self->bytes->len };
  g_autoptr (GByteArray) delta = NULL;

  git_odb_hash (&entry.id, data, n_bytes, type);
  git_oid_cpy (id, &entry.id);
  if (!vr_git_add_id (self->known, id))
    return;
  delta = make_delta (last, data, n_bytes);
  append_header (self->bytes, delta != NULL ? DELTA : type, delta != NULL ? delta->len : n_bytes);
  if (delta != NULL)
    append_distance (self->bytes, entry.offset - last->offset);
  append_deflated (self, delta != NULL ? delta->data : data, delta != NULL ? delta->len : n_bytes);
  entry.crc = (guint32)crc32 (0, self->bytes->data + entry.offset, self->bytes->len - entry.offset);
  g_array_append_val (self->entries, entry);
  if (last != NULL)
    remember (last, data, n_bytes, entry.offset, delta != NULL);
}

void
vr_pack_add (VrPack *self, git_object_t type, const void *data, gsize n_bytes, git_oid *id)
{
  add (self, NULL, type, data, n_bytes, id);
}

void
vr_pack_add_blob (VrPack *self, VrPackLine line, const void *data, gsize n_bytes, git_oid *id)
{
  add (self, &self->lasts[line], GIT_OBJECT_BLOB, data, n_bytes, id);
}

guint
vr_pack_get_n (const VrPack *self)
{
  return self->entries->len;
}

gsize
vr_pack_get_n_bytes (const VrPack *self)
{
  return self->bytes->len;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return git_oid_cmp (&((const Entry *)a)->id, &((const Entry *)b)->id);
}

/* Ends @bytes with the SHA-1 of what is there. */
static void
append_checksum (GByteArray *bytes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[GIT_OID_RAWSZ];
  gsize n_bytes = sizeof digest;

  g_checksum_update (checksum, bytes->data, bytes->len);
  g_checksum_get_digest (checksum, digest, &n_bytes);
  g_byte_array_append (bytes, digest, (guint)n_bytes);
}

static void
end_pack (VrPack *self)
{
  guint32 n = GUINT32_TO_BE (self->entries->len);

  memcpy (self->bytes->data + 8, &n, sizeof n);
  append_checksum (self->bytes);
}

static GByteArray *
make_index (VrPack *self)
{
  GByteArray *bytes = g_byte_array_new ();
  guint n = self->entries->len;

  g_array_sort (self->entries, compare_entries);
  append_u32 (bytes, INDEX_MAGIC);
  append_u32 (bytes, INDEX_VERSION);
  for (guint first = 0, i = 0; first < FAN_OUT; first++)
    {
      while (i < n && g_array_index (self->entries, Entry, i).id.id[0] <= first)
        i++;
      append_u32 (bytes, i);
    }
  for (guint i = 0; i < n; i++)
    g_byte_array_append (bytes, g_array_index (self->entries, Entry, i).id.id, GIT_OID_RAWSZ);
  for (guint i = 0; i < n; i++)
    append_u32 (bytes, g_array_index (self->entries, Entry, i).crc);
  for (guint i = 0; i < n; i++)
    append_u32 (bytes, g_array_index (self->entries, Entry, i).offset);
  g_byte_array_append (bytes, self->bytes->data + self->bytes->len - GIT_OID_RAWSZ, GIT_OID_RAWSZ);
  append_checksum (bytes);

  return bytes;
}

static gboolean
write_all (int fd, const guint8 *data, gsize n_bytes)
{
  while (n_bytes > 0)
    {
      gssize n = write (fd, data, n_bytes);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      n_bytes -= (gsize)n;
    }

  return TRUE;
}

/* Writes and syncs a file of another name in @folder; NULL on trouble, errno says which. */
static char *
write_temporary (const char *folder, const GByteArray *bytes)
{
  g_autofree char *path = g_build_filename (folder, VR_PACK_TEMPORARY "XXXXXX", NULL);
  int fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  gboolean is_written;
  int trouble;

  if (fd < 0)
    return NULL;
  is_written =
      write_all (fd, bytes->data, bytes->len) && fchmod (fd, FILE_MODE) == 0 && fsync (fd) == 0;
  trouble = errno;
  if (close (fd) == 0 && is_written)
    return g_steal_pointer (&path);
  g_unlink (path);
  errno = trouble;

  return NULL;
}

gboolean
vr_pack_sync_folder (const char *path, const char *name, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int trouble;

  if (fd >= 0 && fsync (fd) == 0)
    {
      close (fd);
      return TRUE;
    }
  trouble = errno;
  if (fd >= 0)
    close (fd);
  vr_git_fail_errno (error, trouble, name);

  return FALSE;
}

/* The pack before its index: without an index a pack is nothing, with one it must be whole. */
static gboolean
name_files (const char *folder, const char *name, char *const paths[2])
{
  static const char *const suffixes[] = { "pack", "idx" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strdup_printf ("pack-%s.%s", name, suffixes[i]);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (g_rename (paths[i], path) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
remove_temporary (char *path)
{
  if (path == NULL)
    return;
  g_unlink (path);
  g_free (path);
}

gboolean
vr_pack_write (VrPack *self, const char *repository_path, GError **error)
{
  g_autofree char *folder = g_build_filename (repository_path, "objects", "pack", NULL);
  g_autofree char *name = NULL;
  g_autoptr (GByteArray) index = NULL;
  char *paths[2] = { NULL };
  gboolean is_done;
  int trouble;

  if (self->entries->len == 0)
    return TRUE;
  end_pack (self);
  index = make_index (self);
  name = g_compute_checksum_for_data (G_CHECKSUM_SHA1, index->data, index->len);
  paths[0] = write_temporary (folder, self->bytes);
  paths[1] = paths[0] != NULL ? write_temporary (folder, index) : NULL;
  is_done = paths[1] != NULL && name_files (folder, name, paths);
  trouble = errno;
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    remove_temporary (paths[i]);
  if (is_done)
    return vr_pack_sync_folder (folder, repository_path, error);
  vr_git_fail_errno (error, trouble, repository_path);

  return FALSE;
}
