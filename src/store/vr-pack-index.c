/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indexes of packs, looked through before libgit2 trusts them. */
#include "vr-pack-index.h"

#include "vr-pack-entry.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* gitformat-pack, version 2: magic, version, 256 counts; for each object its id, its CRC and its
 * place; the places that need 64 bits; two sums. */
#define HEAD_BYTES 8
#define FAN_OUT 256
#define COUNTS_END (HEAD_BYTES + FAN_OUT * 4)
#define SUMS_BYTES (2 * GIT_OID_RAWSZ)
#define ENTRY_BYTES (GIT_OID_RAWSZ + 4 + 4)
#define FAR_FLAG 0x80000000u
#define FAR_BYTES 8
/* What a processor keeps at hand. */
#define PIECE_BYTES 65536

static const guint8 magic[HEAD_BYTES] = { 0xff, 't', 'O', 'c', 0, 0, 0, 2 };

char *
vr_pack_index_dup_folder (const char *repository_path)
{
  return g_build_filename (repository_path, "objects", "pack", NULL);
}

static guint32
read_u32 (const guint8 *at)
{
  guint32 big;

  memcpy (&big, at, sizeof big);

  return GUINT32_FROM_BE (big);
}

static guint64
read_u64 (const guint8 *at)
{
  return (guint64)read_u32 (at) << 32 | read_u32 (at + 4);
}

static gboolean
are_counts_sound (const guint8 *data)
{
  guint32 before = 0;

  for (guint i = 0; i < FAN_OUT; i++)
    {
      guint32 count = read_u32 (data + HEAD_BYTES + i * 4);

      if (count < before)
        return FALSE;
      before = count;
    }

  return TRUE;
}

/* Whether all are near, between both ends of the pack.  It is run at every start, over some
 * hundreds of thousands: without a branch the compiler makes vectors of it. */
static gboolean
are_near_places_sound (const guint8 *places, gsize n, guint64 n_pack_bytes)
{
  guint32 end = (guint32)MIN (n_pack_bytes, FAR_FLAG);
  guint32 room = end - MIN (end, VR_PACK_HEAD_BYTES + GIT_OID_RAWSZ);
  guint32 is_wrong = 0;

  for (gsize i = 0; i < n; i++)
    is_wrong |= read_u32 (places + i * 4) - VR_PACK_HEAD_BYTES >= room;

  return !is_wrong;
}

/* The same for @n of them in the file @fd from @offset on.  They are read, as mapping them takes
 * twice as long: each page is looked at once. */
static gboolean
are_places_read_sound (int fd, goffset offset, gsize n, guint64 n_pack_bytes)
{
  g_autofree guint8 *piece = g_malloc (PIECE_BYTES);
  gsize n_left = n * 4;

  while (n_left > 0)
    {
      gssize n_read = pread (fd, piece, MIN (n_left, PIECE_BYTES), offset);

      if (n_read < 4 || !are_near_places_sound (piece, (gsize)n_read / 4, n_pack_bytes))
        return FALSE;
      n_left -= (gsize)n_read / 4 * 4;
      offset += n_read / 4 * 4;
    }

  return TRUE;
}

/* Of object @i of @n. */
static gboolean
read_place (const guint8 *data, gsize n_bytes, guint32 n, guint32 i, guint64 *place)
{
  const guint8 *places = data + COUNTS_END + (gsize)n * (GIT_OID_RAWSZ + 4);
  const guint8 *far = places + (gsize)n * 4;
  gsize n_far = (n_bytes - SUMS_BYTES - (gsize)(far - data)) / FAR_BYTES;

  *place = read_u32 (places + (gsize)i * 4);
  if ((*place & FAR_FLAG) == 0)
    return TRUE;
  if ((*place & ~FAR_FLAG) >= n_far)
    return FALSE;
  *place = read_u64 (far + (*place & ~FAR_FLAG) * FAR_BYTES);

  return TRUE;
}

/* @fd: of the index, or -1 where @data is at hand. */
static gboolean
are_places_sound (int fd, const guint8 *data, gsize n_bytes, guint32 n, guint64 n_pack_bytes)
{
  const guint8 *places = data + COUNTS_END + (gsize)n * (GIT_OID_RAWSZ + 4);

  if (fd >= 0 ? are_places_read_sound (fd, places - data, n, n_pack_bytes)
              : are_near_places_sound (places, n, n_pack_bytes))
    return TRUE;
  for (guint32 i = 0; i < n; i++)
    {
      guint64 place;

      if (!read_place (data, n_bytes, n, i, &place) || place < VR_PACK_HEAD_BYTES
          || place + GIT_OID_RAWSZ >= n_pack_bytes)
        return FALSE;
    }

  return TRUE;
}

/* Whether all that it counts, @n, is in the index. */
static gboolean
is_whole (const guint8 *data, gsize n_bytes, guint32 *n)
{
  if (n_bytes < COUNTS_END + SUMS_BYTES || memcmp (data, magic, HEAD_BYTES) != 0
      || !are_counts_sound (data))
    return FALSE;
  *n = read_u32 (data + COUNTS_END - 4);

  return n_bytes >= COUNTS_END + (gsize)*n * ENTRY_BYTES + SUMS_BYTES;
}

static gboolean
is_sound (int fd, const guint8 *data, gsize n_bytes, guint64 n_pack_bytes)
{
  guint32 n;

  return is_whole (data, n_bytes, &n) && are_places_sound (fd, data, n_bytes, n, n_pack_bytes);
}

static char *
dup_path (const char *folder, const char *name, const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  return g_build_filename (folder, file, NULL);
}

static gboolean
is_small_index_sound (int fd, gsize n_bytes, guint64 n_pack_bytes, guint *n_objects)
{
  g_autofree guint8 *data = g_malloc (n_bytes);

  if (pread (fd, data, n_bytes, 0) != (gssize)n_bytes
      || !is_sound (-1, data, n_bytes, n_pack_bytes))
    return FALSE;
  *n_objects = read_u32 (data + COUNTS_END - 4);

  return TRUE;
}

static gboolean
is_large_index_sound (int fd, guint64 n_pack_bytes, guint *n_objects)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (fd, FALSE, NULL);
  const guint8 *data = file != NULL ? (const guint8 *)g_mapped_file_get_contents (file) : NULL;

  if (data == NULL || !is_sound (fd, data, g_mapped_file_get_length (file), n_pack_bytes))
    return FALSE;
  *n_objects = read_u32 (data + COUNTS_END - 4);

  return TRUE;
}

/* Counts the objects of the index @fd.  Most packs are small, and mapping takes longer than reading
 * as little as that. */
static gboolean
is_index_sound (int fd, guint64 n_pack_bytes, guint *n_objects)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    return FALSE;

  return status.st_size <= PIECE_BYTES
             ? is_small_index_sound (fd, (gsize)status.st_size, n_pack_bytes, n_objects)
             : is_large_index_sound (fd, n_pack_bytes, n_objects);
}

static gboolean
is_file_sound (const char *folder, const char *name, VrPackFile *file)
{
  g_autofree char *index = dup_path (folder, name, ".idx");
  g_autofree char *pack = dup_path (folder, name, ".pack");
  struct stat status;
  gboolean is;
  int fd;

  /* Git takes no notice of an index without its pack; another program may have joined both. */
  if (g_stat (pack, &status) != 0)
    return errno == ENOENT;
  file->n_bytes = (guint64)status.st_size;
  file->changed = status.st_mtime;
  fd = g_open (index, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return !g_file_test (index, G_FILE_TEST_EXISTS);
  is = is_index_sound (fd, file->n_bytes, &file->n_objects);
  close (fd);

  return is;
}

gboolean
vr_pack_index_is_sound (const char *folder, const char *name)
{
  VrPackFile file = { 0 };

  return is_file_sound (folder, name, &file);
}

gboolean
vr_pack_index_is_whole (const guint8 *data, gsize n_bytes)
{
  guint32 n;

  return is_whole (data, n_bytes, &n);
}

gboolean
vr_pack_index_find (const guint8 *data, gsize n_bytes, const git_oid *id, guint64 *place)
{
  const guint8 *ids = data + COUNTS_END;
  guint32 n = read_u32 (data + COUNTS_END - 4);
  guint32 low, high;

  low = id->id[0] > 0 ? read_u32 (data + HEAD_BYTES + (id->id[0] - 1) * 4) : 0;
  high = read_u32 (data + HEAD_BYTES + id->id[0] * 4);
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = memcmp (id->id, ids + (gsize)middle * GIT_OID_RAWSZ, GIT_OID_RAWSZ);

      if (order == 0)
        return read_place (data, n_bytes, n, middle, place);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return FALSE;
}

gboolean
vr_pack_index_is_of (const guint8 *data, gsize n_bytes, const guint8 *pack, gsize n_pack_bytes)
{
  static const guint8 head[] = { 'P', 'A', 'C', 'K', 0, 0, 0, 2 };

  return n_pack_bytes >= sizeof head + 4 + GIT_OID_RAWSZ && memcmp (pack, head, sizeof head) == 0
         && read_u32 (pack + sizeof head) == read_u32 (data + COUNTS_END - 4)
         && memcmp (pack + n_pack_bytes - GIT_OID_RAWSZ, data + n_bytes - SUMS_BYTES, GIT_OID_RAWSZ)
                == 0;
}

GArray *
vr_pack_index_read_places (const char *folder, const char *name)
{
  g_autofree char *path = dup_path (folder, name, ".idx");
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  const guint8 *data = file != NULL ? (const guint8 *)g_mapped_file_get_contents (file) : NULL;
  gsize n_bytes = file != NULL ? g_mapped_file_get_length (file) : 0;
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint64));
  gsize n;

  /* A pack of less than 2 GB has no far places, so the size tells how many objects there are, even
   * where the counts are wrong. */
  if (n_bytes < COUNTS_END + SUMS_BYTES)
    return places;
  n = (n_bytes - COUNTS_END - SUMS_BYTES) / ENTRY_BYTES;
  for (gsize i = 0; i < n; i++)
    {
      guint64 place = read_u32 (data + COUNTS_END + n * (GIT_OID_RAWSZ + 4) + i * 4);

      g_array_append_val (places, place);
    }

  return places;
}

static gboolean
fail_unsound (const char *repository_path, const char *name, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("The archive “%s” is damaged (%s.idx); “variorum archive check” tells what is, "
                  "and “variorum archive repair” saves the rest."),
               repository_path, name);

  return FALSE;
}

static void
clear_file (gpointer data)
{
  g_free (((VrPackFile *)data)->name);
}

/* NULL where @file ends otherwise. */
static char *
dup_without (const char *file, const char *suffix)
{
  return g_str_has_suffix (file, suffix) ? g_strndup (file, strlen (file) - strlen (suffix)) : NULL;
}

/* The names of all indexes, and in @kept of what is kept; NULL where the folder cannot be read. */
static GPtrArray *
list_names (const char *repository_path, const char *folder, GHashTable *kept, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *file;

  errno = 0;
  dir = g_dir_open (folder, 0, NULL);
  if (dir == NULL && errno != ENOENT)
    {
      vr_git_fail_errno (error, errno, repository_path);
      return NULL;
    }
  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      char *index = dup_without (file, ".idx");
      char *keep = dup_without (file, ".keep");

      if (index != NULL)
        g_ptr_array_add (names, index);
      if (keep != NULL)
        g_hash_table_add (kept, keep);
    }

  return g_steal_pointer (&names);
}

static GArray *
list (const char *repository_path, gboolean takes_unsound, GError **error)
{
  g_autofree char *folder = vr_pack_index_dup_folder (repository_path);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = list_names (repository_path, folder, kept, error);
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (VrPackFile));

  g_array_set_clear_func (files, clear_file);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      VrPackFile pack = { .is_kept = g_hash_table_contains (kept, name) };

      if (!is_file_sound (folder, name, &pack) && !takes_unsound)
        {
          fail_unsound (repository_path, name, error);
          return NULL;
        }
      pack.name = g_strdup (name);
      if (pack.n_objects > 0)
        g_array_append_val (files, pack);
      else
        clear_file (&pack);
    }

  return names != NULL ? g_steal_pointer (&files) : NULL;
}

GArray *
vr_pack_index_list_sound (const char *repository_path, GError **error)
{
  return list (repository_path, FALSE, error);
}

GArray *
vr_pack_index_list (const char *repository_path, GError **error)
{
  return list (repository_path, TRUE, error);
}
