/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is whole in an archive, however damaged. */
#include "vr-salvage.h"

#include "vr-loose.h"
#include "vr-pack-index.h"
#include "vr-pack-reader.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Objects of our own are found, and written, first. */
#define OWN_PRIORITY 2
#define PACK_PRIORITY 1
#define MAX_DEPTH 16

gboolean
vr_salvage_has (const VrSalvage *self, const git_oid *id)
{
  return g_hash_table_contains (self->whole, id);
}

void
vr_salvage_write (VrSalvage *self, git_object_t type, const void *data, gsize n_bytes, git_oid *id)
{
  int result = vr_git_write_first (self->odb, type, data, n_bytes, id);

  g_assert (result == 0); /* to memory */
  vr_git_add_id (self->whole, id);
}

/* What reading each object of an odb finds. */
typedef struct
{
  VrSalvage *salvage;
  git_odb *odb;
  gboolean is_damaged;
} Looking;

static int
look_at (const git_oid *id, void *data)
{
  Looking *self = data;
  git_odb_object *object = NULL;

  if (git_odb_read (&object, self->odb, id) == 0)
    vr_git_add_id (self->salvage->whole, id);
  else
    self->is_damaged = TRUE;
  git_odb_object_free (object);

  return 0;
}

static git_odb_backend *
open_pack (const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".idx", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  git_odb_backend *backend = NULL;

  return git_odb_backend_one_pack (&backend, path) == 0 ? backend : NULL;
}

/* A pack and its index end with the SHA-1 of what is before.  A bit may be wrong where libgit2 does
 * not look, and git's own fsck does. */
static gboolean
has_own_sum (const char *folder, const char *name, const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  gsize n_bytes = mapped != NULL ? g_mapped_file_get_length (mapped) : 0;
  const char *bytes = n_bytes > GIT_OID_RAWSZ ? g_mapped_file_get_contents (mapped) : NULL;
  guint8 digest[GIT_OID_RAWSZ];
  gsize n_digest_bytes = sizeof digest;

  if (bytes == NULL)
    return FALSE;
  n_bytes -= GIT_OID_RAWSZ;
  g_checksum_update (checksum, (const guchar *)bytes, (gssize)n_bytes);
  g_checksum_get_digest (checksum, digest, &n_digest_bytes);

  return memcmp (digest, bytes + n_bytes, GIT_OID_RAWSZ) == 0;
}

static gboolean
is_pack_whole (VrSalvage *self, const char *folder, const char *name)
{
  git_odb_backend *backend = vr_pack_index_is_sound (folder, name)
                                     && has_own_sum (folder, name, ".pack")
                                     && has_own_sum (folder, name, ".idx")
                                 ? open_pack (folder, name)
                                 : NULL;
  g_autoptr (git_odb) odb = NULL;
  Looking looking = { .salvage = self };

  if (backend == NULL || git_odb_new (&odb) < 0 || git_odb_add_backend (odb, backend, 1) < 0)
    return FALSE;
  looking.odb = odb;

  return git_odb_foreach (odb, look_at, &looking) == 0 && !looking.is_damaged;
}

static void
add_pack (VrSalvage *self, const char *folder, const char *name)
{
  git_odb_backend *backend = is_pack_whole (self, folder, name) ? open_pack (folder, name) : NULL;

  if (backend == NULL || git_odb_add_backend (self->odb, backend, PACK_PRIORITY) < 0)
    g_ptr_array_add (self->damaged_packs, g_strdup (name));
}

static gboolean
has_index (const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".idx", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
add_packs (VrSalvage *self, GPtrArray *unindexed)
{
  g_autofree char *folder = vr_pack_index_dup_folder (self->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".pack"))
      {
        g_autofree char *name = g_strndup (file, strlen (file) - strlen (".pack"));

        if (has_index (folder, name))
          add_pack (self, folder, name);
        else
          g_ptr_array_add (unindexed, g_steal_pointer (&name));
      }
}

static void
extract_damaged (VrSalvage *self)
{
  g_autofree char *folder = vr_pack_index_dup_folder (self->path);

  for (guint i = 0; i < self->damaged_packs->len; i++)
    vr_pack_reader_extract (folder, g_ptr_array_index (self->damaged_packs, i), self->odb,
                            self->whole);
}

static void
extract_unindexed (VrSalvage *self, const char *name)
{
  g_autofree char *folder = vr_pack_index_dup_folder (self->path);
  g_autoptr (GHashTable) ids = vr_git_new_ids (NULL);
  GHashTableIter iter;
  gpointer id;

  vr_pack_reader_extract (folder, name, self->odb, ids);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (vr_git_add_id (self->whole, id))
      g_hash_table_insert (self->hidden, g_memdup2 (id, sizeof (git_oid)), g_strdup (name));
}

static gboolean
open_odb (VrSalvage *self, GError **error)
{
  git_odb_backend *own = NULL;
  g_autoptr (GPtrArray) unindexed = g_ptr_array_new_with_free_func (g_free);

  if (!vr_git_check (git_odb_new (&self->odb), self->path, error)
      || !vr_git_check (git_mempack_new (&own), self->path, error)
      || !vr_git_check (git_odb_add_backend (self->odb, own, OWN_PRIORITY), self->path, error))
    return FALSE;
  add_packs (self, unindexed);
  /* What deltas of a damaged pack are based on may be loose, and the other way about it is not. */
  vr_loose_extract (self->path, self->odb, self->whole);
  extract_damaged (self);
  for (guint i = 0; i < unindexed->len; i++)
    extract_unindexed (self, g_ptr_array_index (unindexed, i));

  return vr_git_check (git_repository_wrap_odb (&self->repository, self->odb), self->path, error);
}

static void
add_ref (VrSalvage *self, const char *name, const char *hex)
{
  git_oid id;
  int is_name;

  if (vr_git_parse_id (hex, &id) && git_reference_name_is_valid (&is_name, name) == 0 && is_name)
    g_hash_table_insert (self->refs, g_strdup (name), g_memdup2 (&id, sizeof id));
  else
    g_ptr_array_add (self->damaged_refs, g_utf8_make_valid (name, -1));
}

static void
read_packed_refs (VrSalvage *self)
{
  g_autofree char *path = g_build_filename (self->path, "packed-refs", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) words = g_strsplit (*line, " ", 2);

      if (**line == '#' || **line == '^' || **line == '\0')
        continue;
      if (g_strv_length (words) == 2 && g_str_has_prefix (words[1], "refs/"))
        add_ref (self, words[1], words[0]);
      else
        g_ptr_array_add (self->damaged_refs, g_utf8_make_valid (*line, -1));
    }
}

static void
read_loose_refs (VrSalvage *self, const char *name, guint depth)
{
  g_autofree char *folder = g_build_filename (self->path, name, NULL);
  g_autoptr (GDir) dir = depth < MAX_DEPTH ? g_dir_open (folder, 0, NULL) : NULL;
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *ref = g_strconcat (name, "/", file, NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autofree char *text = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        read_loose_refs (self, ref, depth + 1);
      else if (!g_str_has_suffix (file, ".lock"))
        add_ref (self, ref, g_file_get_contents (path, &text, NULL, NULL) ? g_strchomp (text) : "");
    }
}

static gboolean
has_folder (const char *path, const char *name)
{
  g_autofree char *folder = g_build_filename (path, name, NULL);

  return g_file_test (folder, G_FILE_TEST_IS_DIR);
}

gboolean
vr_salvage_is_there (const char *path, GError **error)
{
  int trouble = g_access (path, R_OK | X_OK) != 0 ? errno : 0;
  g_autoptr (GDir) dir = trouble == 0 ? g_dir_open (path, 0, NULL) : NULL;

  if (trouble == ENOENT)
    g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                 _ ("There is no archive “%s” yet; “variorum snapshot” makes it."), path);
  else if (trouble != 0)
    vr_git_fail_errno (error, trouble, path);
  else if (dir == NULL || !has_folder (path, "objects")
           || (!has_folder (path, "refs") && !has_folder (path, "objects/pack")))
    g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                 _ ("“%s” is no archive; name the folder of one."), path);
  else
    return TRUE;

  return FALSE;
}

VrSalvage *
vr_salvage_open (const char *path, GError **error)
{
  g_autoptr (VrSalvage) self = g_new0 (VrSalvage, 1);

  self->path = g_strdup (path);
  self->refs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->damaged_refs = g_ptr_array_new_with_free_func (g_free);
  self->damaged_packs = g_ptr_array_new_with_free_func (g_free);
  self->whole = vr_git_new_ids (NULL);
  self->hidden = vr_git_new_ids (g_free);
  if (!vr_git_begin (path, error) || !vr_salvage_is_there (path, error) || !open_odb (self, error))
    return NULL;
  /* A loose ref stands before a packed one of its name. */
  read_packed_refs (self);
  read_loose_refs (self, "refs", 0);

  return g_steal_pointer (&self);
}

void
vr_salvage_free (VrSalvage *self)
{
  g_clear_pointer (&self->repository, git_repository_free);
  g_clear_pointer (&self->odb, git_odb_free);
  g_clear_pointer (&self->refs, g_hash_table_unref);
  g_clear_pointer (&self->damaged_refs, g_ptr_array_unref);
  g_clear_pointer (&self->damaged_packs, g_ptr_array_unref);
  g_clear_pointer (&self->whole, g_hash_table_unref);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_free (self->path);
  g_free (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
vr_salvage_dup_refs (const VrSalvage *self, const char *prefix)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->refs);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, prefix))
      g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare_names);

  return names;
}
