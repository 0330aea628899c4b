/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The archive: opened, made, locked and listed. */
#include "vr-archive-private.h"

#include "vr-loose.h"
#include "vr-maintenance-private.h"
#include "vr-pack-index.h"
#include "vr-pack.h"
#include "vr-ref-files.h"
#include "vr-variant.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define LOCK_NAME "variorum.lock"
#define PACKS_LOCK_NAME "variorum.packs.lock"
#define SYNC_LOCK_NAME "variorum.sync.lock"
#define FOLDER_MODE 0700
#define LOCK_MODE 0600
#define MAX_OPEN_FOLDERS 16

static gboolean
check_format (VrArchive *self, GError **error)
{
  g_autoptr (git_config) config = NULL;
  int format = 0;

  if (!vr_git_check (git_repository_config (&config, self->repository), self->path, error))
    return FALSE;
  if (git_config_get_int32 (&format, config, VR_ARCHIVE_FORMAT_KEY) < 0)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("“%s” is a git repository, but no archive; name another folder, or take its "
                      "history in with “variorum archive import”."),
                   self->path);
      return FALSE;
    }
  if (format != VR_ARCHIVE_FORMAT)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("The archive “%s” was made by a newer Variorum; update this one."),
                   self->path);
      return FALSE;
    }

  return TRUE;
}

static gboolean
fail_missing (const char *path, GError **error)
{
  if (g_access (path, F_OK) != 0 && errno == ENOENT)
    g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                 _ ("There is no archive “%s” yet; “variorum snapshot” makes it."), path);
  else if (g_access (path, R_OK | X_OK) != 0)
    vr_git_fail_errno (error, errno, path);
  else
    g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                 _ ("“%s” is no archive; name the folder of one."), path);

  return FALSE;
}

/* What copies an archive may leave empty folders out, which git and libgit2 miss. */
static void
make_folders (const char *path)
{
  static const char *const names[] = { "refs", "objects", "objects/pack" };
  g_autofree char *head = g_build_filename (path, "HEAD", NULL);

  if (!g_file_test (head, G_FILE_TEST_IS_REGULAR))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = g_build_filename (path, names[i], NULL);

      (void)!g_mkdir (folder, FOLDER_MODE);
    }
}

static gboolean
look_at_packs (VrArchive *self, GError **error)
{
  g_autoptr (GArray) packs = vr_pack_index_list_sound (self->path, error);

  if (packs == NULL)
    return FALSE;
  self->n_small_packs = vr_maintenance_count_small (packs);

  return TRUE;
}

static gboolean
open_repository (VrArchive *self, GError **error)
{
  int result;

  make_folders (self->path);
  result = git_repository_open_bare (&self->repository, self->path);
  if (result == GIT_ENOTFOUND)
    return fail_missing (self->path, error);

  return vr_git_check (result, self->path, error) && check_format (self, error)
         && look_at_packs (self, error) && vr_loose_are_sound (self->path, error)
         && vr_git_check (git_repository_odb (&self->odb, self->repository), self->path, error);
}

char *
vr_archive_dup_plain_path (const char *path)
{
  char *plain = g_strdup (path);

  for (gsize n = strlen (plain); n > 1 && plain[n - 1] == '/'; n--)
    plain[n - 1] = '\0';

  return plain;
}

VrArchive *
vr_archive_open (const char *path, GError **error)
{
  g_autoptr (VrArchive) self = g_new0 (VrArchive, 1);

  self->path = vr_archive_dup_plain_path (path);

  return vr_git_begin (self->path, error) && open_repository (self, error) ? g_steal_pointer (&self)
                                                                           : NULL;
}

void
vr_archive_free (VrArchive *self)
{
  g_clear_pointer (&self->odb, git_odb_free);
  g_clear_pointer (&self->repository, git_repository_free);
  g_free (self->path);
  g_free (self);
}

const char *
vr_archive_get_path (const VrArchive *self)
{
  return self->path;
}

static gboolean
write_repository (const char *path, GError **error)
{
  git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
  g_autoptr (git_repository) repository = NULL;
  g_autoptr (git_config) config = NULL;

  options.flags = GIT_REPOSITORY_INIT_BARE | GIT_REPOSITORY_INIT_NO_REINIT;
  options.description = "An archive of Variorum: articles and their versions.\n";

  return vr_git_check (git_repository_init_ext (&repository, path, &options), path, error)
         && vr_git_check (git_repository_config (&config, repository), path, error)
         && vr_git_check (git_config_set_int32 (config, VR_ARCHIVE_FORMAT_KEY, VR_ARCHIVE_FORMAT),
                          path, error);
}

static int
sync_one (const char *path, const struct stat *status, int kind, struct FTW *unused)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  int result = fd >= 0 ? fsync (fd) : -1;

  if (fd >= 0)
    close (fd);

  return result;
}

static int
remove_one (const char *path, const struct stat *status, int kind, struct FTW *unused)
{
  return remove (path);
}

gboolean
vr_archive_sync_all (const char *path, GError **error)
{
  if (nftw (path, sync_one, MAX_OPEN_FOLDERS, FTW_PHYS) == 0)
    return TRUE;
  vr_git_fail_errno (error, errno, path);

  return FALSE;
}

void
vr_archive_remove_all (const char *path)
{
  nftw (path, remove_one, MAX_OPEN_FOLDERS, FTW_PHYS | FTW_DEPTH);
}

void
vr_archive_remove_beginning (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (file, prefix))
      {
        g_autofree char *path = g_build_filename (folder, file, NULL);

        vr_archive_remove_all (path);
      }
}

/* The first of @folder and those above it that is there. */
static char *
dup_standing_folder (const char *folder)
{
  g_autofree char *path = g_strdup (folder);

  while (!g_file_test (path, G_FILE_TEST_EXISTS) && strlen (path) > 1)
    {
      char *above = g_path_get_dirname (path);

      g_free (path);
      path = above;
    }

  return g_steal_pointer (&path);
}

/* The names of folders made on the way to the archive must last as it does. */
static gboolean
sync_up_to (const char *folder, const char *standing, const char *archive, GError **error)
{
  g_autofree char *path = g_strdup (folder);

  while (vr_pack_sync_folder (path, archive, error))
    {
      char *above;

      if (g_str_equal (path, standing) || strlen (path) <= 1)
        return TRUE;
      above = g_path_get_dirname (path);
      g_free (path);
      path = above;
    }

  return FALSE;
}

/* Made and synced under another name, so that nobody ever sees half of it. */
static gboolean
make (const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *standing = dup_standing_folder (parent);
  g_autofree char *other = g_strdup_printf ("%s.new-XXXXXX", path);
  gboolean is_made = FALSE;

  if (g_mkdir_with_parents (parent, FOLDER_MODE) != 0
      || g_mkdtemp_full (other, FOLDER_MODE) == NULL)
    {
      vr_git_fail_errno (error, errno, path);
      return FALSE;
    }
  if (write_repository (other, error))
    {
      is_made =
          nftw (other, sync_one, MAX_OPEN_FOLDERS, FTW_PHYS) == 0 && g_rename (other, path) == 0;
      /* Who was first has made it. */
      if (!is_made && errno != ENOTEMPTY && errno != EEXIST)
        vr_git_fail_errno (error, errno, path);
      else
        is_made = sync_up_to (parent, standing, path, error);
    }
  vr_archive_remove_all (other);

  return is_made;
}

VrArchive *
vr_archive_create (const char *path, GError **error)
{
  g_autofree char *plain = vr_archive_dup_plain_path (path);
  g_autoptr (GDir) folder = g_dir_open (plain, 0, NULL);
  gboolean is_new = folder != NULL ? g_dir_read_name (folder) == NULL
                                   : g_access (plain, F_OK) != 0 && errno == ENOENT;

  if (!vr_git_begin (plain, error) || (is_new && !make (plain, error)))
    return NULL;

  return vr_archive_open (plain, error);
}

/* Opens and locks @path; -1 with errno set where that fails. */
static int
lock_file (const char *path, int operation)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, LOCK_MODE);
  int result = -1;
  int trouble;

  if (fd >= 0)
    do
      result = flock (fd, operation);
    while (result != 0 && errno == EINTR);
  if (result == 0)
    return fd;
  trouble = errno;
  if (fd >= 0)
    close (fd);
  errno = trouble;

  return -1;
}

/* An archive that was repaired meanwhile stands elsewhere, and its lock with it. */
static gboolean
is_at (int fd, const char *path)
{
  struct stat own;
  struct stat named;

  return fstat (fd, &own) == 0 && g_stat (path, &named) == 0 && own.st_ino == named.st_ino
         && own.st_dev == named.st_dev;
}

static VrArchiveLock
take_lock (VrArchive *self, const char *name, int operation, GError **error)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);

  for (;;)
    {
      int fd = lock_file (path, operation);

      if (fd >= 0 && is_at (fd, path))
        return fd;
      if (fd >= 0)
        close (fd);
      else if (errno == EWOULDBLOCK)
        return -1;
      else
        {
          vr_git_fail_errno (error, errno, self->path);
          return -1;
        }
    }
}

VrArchiveLock
vr_archive_lock (VrArchive *self, GError **error)
{
  return take_lock (self, LOCK_NAME, LOCK_EX, error);
}

VrArchiveLock
vr_archive_lock_packs (VrArchive *self, gboolean waits, GError **error)
{
  return take_lock (self, PACKS_LOCK_NAME, waits ? LOCK_EX : LOCK_EX | LOCK_NB, error);
}

VrArchiveLock
vr_archive_lock_sync (VrArchive *self, GError **error)
{
  return take_lock (self, SYNC_LOCK_NAME, LOCK_EX, error);
}

void
vr_archive_unlock (VrArchiveLock *lock)
{
  if (*lock >= 0)
    close (*lock);
  *lock = -1;
}

gboolean
vr_archive_find (VrArchive *self, const char *ref, git_oid *id, gboolean *found, GError **error)
{
  int result = git_reference_name_to_id (id, self->repository, ref);

  *found = result == 0;

  return result == GIT_ENOTFOUND || vr_git_check (result, self->path, error);
}

char **
vr_archive_read_lines (VrArchive *self, const git_oid *id, GError **error)
{
  g_autoptr (git_blob) blob = NULL;
  g_autofree char *text = NULL;

  if (!vr_git_check (git_blob_lookup (&blob, self->repository, id), self->path, error))
    return NULL;
  text = g_strndup (git_blob_rawcontent (blob), (gsize)git_blob_rawsize (blob));

  return g_strsplit (text, "\n", -1);
}

/* What libgit2 says where the files alone do not tell. */
static GHashTable *
list_through_git (VrArchive *self, const char *folder, GError **error)
{
  g_autofree char *glob = g_strconcat (folder, "*", NULL);
  g_autoptr (git_reference_iterator) iterator = NULL;
  g_autoptr (GHashTable) refs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  git_reference *next;
  int result;

  if (!vr_git_check (git_reference_iterator_glob_new (&iterator, self->repository, glob),
                     self->path, error))
    return NULL;
  while ((result = git_reference_next (&next, iterator)) == 0)
    {
      g_autoptr (git_reference) ref = next;
      const git_oid *id = git_reference_target (ref);
      char *hex = g_malloc0 (VR_GIT_HEX_BYTES);

      if (id != NULL)
        git_oid_tostr (hex, VR_GIT_HEX_BYTES, id);
      g_hash_table_insert (refs, g_strdup (git_reference_name (ref)), hex);
    }
  if (result != GIT_ITEROVER && !vr_git_check (result, self->path, error))
    return NULL;

  return g_steal_pointer (&refs);
}

GHashTable *
vr_archive_list_refs (VrArchive *self, const char *folder, GError **error)
{
  GHashTable *refs = vr_ref_files_list (self->path, folder);

  return refs != NULL ? refs : list_through_git (self, folder, error);
}

GPtrArray *
vr_archive_list_names (VrArchive *self, const char *prefix, const char *story, GError **error)
{
  g_autofree char *folder =
      story != NULL ? g_strconcat (prefix, story, "/", NULL) : g_strdup (prefix);
  g_autoptr (GHashTable) refs = vr_archive_list_refs (self, folder, error);

  return refs != NULL ? vr_ref_files_choose_names (refs, prefix) : NULL;
}

GPtrArray *
vr_archive_list_variants (VrArchive *self, const char *story, GError **error)
{
  return vr_archive_list_names (self, VR_ARCHIVE_HEADS, story, error);
}

GHashTable *
vr_archive_list_lasts (VrArchive *self, GError **error)
{
  g_autoptr (GHashTable) refs = vr_archive_list_refs (self, VR_ARCHIVE_HEADS, error);
  GHashTable *lasts;
  GHashTableIter iter;
  gpointer ref, id;

  if (refs == NULL)
    return NULL;
  lasts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, refs);
  while (g_hash_table_iter_next (&iter, &ref, &id))
    {
      const char *name = (const char *)ref + strlen (VR_ARCHIVE_HEADS);

      if (*(const char *)id != '\0' && vr_variant_is_name (name))
        g_hash_table_insert (lasts, g_strdup (name), g_strdup (id));
    }

  return lasts;
}
