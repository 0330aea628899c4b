/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loose objects, a file each, read past libgit2. */
#include "vr-loose.h"

#include <glib/gi18n-lib.h>
#include <zlib.h>

#define FOLDER_CHARS 2
/* What libgit2 inflates at first: type, size and U+0000, and what is behind. */
#define HEAD_BYTES 64
#define HEX_DIGITS "0123456789abcdef"

/* What is done with each loose object; whether to go on. */
typedef gboolean (*Visit) (const char *path, const git_oid *id, gpointer data);

static gboolean
is_hex (const char *name, gsize n_chars)
{
  return strlen (name) == n_chars && strspn (name, HEX_DIGITS) == n_chars;
}

static gboolean
visit_folder (const char *objects, const char *name, Visit visit, gpointer data)
{
  g_autofree char *folder = g_build_filename (objects, name, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autofree char *hex = g_strconcat (name, file, NULL);
      git_oid id;

      if (is_hex (file, GIT_OID_HEXSZ - FOLDER_CHARS) && vr_git_parse_id (hex, &id)
          && !visit (path, &id, data))
        return FALSE;
    }

  return TRUE;
}

static gboolean
visit_all (const char *repository_path, Visit visit, gpointer data)
{
  g_autofree char *objects = g_build_filename (repository_path, "objects", NULL);
  g_autoptr (GDir) dir = g_dir_open (objects, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (is_hex (file, FOLDER_CHARS) && !visit_folder (objects, file, visit, data))
      return FALSE;

  return TRUE;
}

/* Inflates the first @room bytes, or all there are; -1 where that is not to be had. */
static gssize
inflate_some (GMappedFile *file, guint8 *bytes, gsize room)
{
  z_stream stream = { .next_in = (Bytef *)g_mapped_file_get_contents (file),
                      .avail_in = (uInt)MIN (g_mapped_file_get_length (file), G_MAXUINT),
                      .next_out = bytes,
                      .avail_out = (uInt)MIN (room, G_MAXUINT) };
  int result;

  if (stream.next_in == NULL || inflateInit (&stream) != Z_OK)
    return -1;
  result = inflate (&stream, Z_SYNC_FLUSH);
  inflateEnd (&stream);

  return result == Z_STREAM_END || (result == Z_OK && stream.avail_out == 0)
             ? (gssize)stream.total_out
             : -1;
}

static git_object_t
parse_type (const char *word)
{
  static const char *const words[] = { "commit", "tree", "blob", "tag" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      return (git_object_t)(GIT_OBJECT_COMMIT + (int)i);

  return GIT_OBJECT_INVALID;
}

/* Where the object begins behind "blob 12" and U+0000; 0 for what is no such thing. */
static gsize
read_head (const guint8 *bytes, gsize n_bytes, git_object_t *type, guint64 *n_object_bytes)
{
  const guint8 *end = memchr (bytes, '\0', n_bytes);
  g_auto (GStrv) words = end != NULL ? g_strsplit ((const char *)bytes, " ", 2) : NULL;

  if (words == NULL || g_strv_length (words) != 2
      || !g_ascii_string_to_unsigned (words[1], 10, 0, G_MAXUINT32, n_object_bytes, NULL))
    return 0;
  *type = parse_type (words[0]);

  return *type != GIT_OBJECT_INVALID ? (gsize)(end - bytes) + 1 : 0;
}

static gboolean
is_sound (const char *path, const git_oid *id, gpointer unused)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  guint8 bytes[HEAD_BYTES];
  gssize n = file != NULL ? inflate_some (file, bytes, sizeof bytes) : -1;
  guint64 n_object_bytes;
  git_object_t type;
  gsize head;

  /* What another program takes away meanwhile, or what may not be read, is no damage. */
  if (file == NULL)
    return TRUE;
  head = n > 0 ? read_head (bytes, (gsize)n, &type, &n_object_bytes) : 0;

  return head > 0 && (guint64)n - head <= n_object_bytes;
}

gboolean
vr_loose_are_sound (const char *repository_path, GError **error)
{
  if (visit_all (repository_path, is_sound, NULL))
    return TRUE;
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("The archive “%s” is damaged (%s); “variorum archive check” tells what is, "
                  "and “variorum archive repair” saves the rest."),
               repository_path, "objects");

  return FALSE;
}

/* Where whole objects go. */
typedef struct
{
  git_odb *odb;
  GHashTable *ids;
} Extraction;

/* NULL for what is not whole, or not there. */
static GBytes *
read_object (const char *path, git_object_t *type)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autofree guint8 *bytes = NULL;
  guint8 head_bytes[HEAD_BYTES];
  gssize n = file != NULL ? inflate_some (file, head_bytes, sizeof head_bytes) : -1;
  guint64 n_object_bytes;
  gsize head = n > 0 ? read_head (head_bytes, (gsize)n, type, &n_object_bytes) : 0;
  gsize n_all;

  if (head == 0)
    return NULL;
  n_all = head + n_object_bytes;
  bytes = g_try_malloc (n_all + 1);
  if (bytes == NULL || inflate_some (file, bytes, n_all + 1) != (gssize)n_all)
    return NULL;
  memmove (bytes, bytes + head, n_object_bytes);

  return g_bytes_new_take (g_steal_pointer (&bytes), n_object_bytes);
}

GBytes *
vr_loose_read (const char *repository_path, const git_oid *id, guint *type)
{
  GString *path = g_string_new (repository_path);
  g_autofree char *whole = NULL;
  GBytes *object;
  git_object_t own;

  g_string_append (path, "/objects/");
  for (guint i = 0; i < GIT_OID_RAWSZ; i++)
    g_string_append_printf (path, i == 0 ? "%02x/" : "%02x", id->id[i]);
  whole = g_string_free (path, FALSE);
  object = read_object (whole, &own);
  if (object != NULL)
    *type = (guint)own;

  return object;
}

static gboolean
extract (const char *path, const git_oid *id, gpointer data)
{
  const Extraction *self = data;
  git_object_t type;
  g_autoptr (GBytes) object = read_object (path, &type);
  gsize n_bytes;
  const guint8 *bytes = object != NULL ? g_bytes_get_data (object, &n_bytes) : NULL;
  git_oid own;

  if (object != NULL && git_odb_hash (&own, bytes, n_bytes, type) == 0 && git_oid_equal (&own, id)
      && vr_git_write_first (self->odb, type, bytes, n_bytes, &own) == 0)
    vr_git_add_id (self->ids, id);

  return TRUE;
}

void
vr_loose_extract (const char *repository_path, git_odb *odb, GHashTable *ids)
{
  Extraction self = { odb, ids };

  visit_all (repository_path, extract, &self);
}
