/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What killed programs left in the archive. */
#include "vr-leftovers.h"

#include "vr-pack-index.h"
#include "vr-pack.h"
#include "vr-refs.h"
#include "vr-sync.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define FILE_SECONDS (24 * 60 * 60)
#define LOCK_SECONDS 60
/* refs/heads/STORY/VARIANT, and a label below. */
#define MAX_DEPTH 8

static gboolean
is_older (const char *path, gint64 n_seconds)
{
  struct stat status;

  return g_stat (path, &status) == 0
         && status.st_mtime + n_seconds < g_get_real_time () / G_USEC_PER_SEC;
}

/* A pack without an index, or an index without a pack. */
static gboolean
is_half (const char *path)
{
  static const char *const suffixes[][2] = { { ".pack", ".idx" }, { ".idx", ".pack" } };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (path, suffixes[i][0]))
      {
        g_autofree char *stem = g_strndup (path, strlen (path) - strlen (suffixes[i][0]));
        g_autofree char *other = g_strconcat (stem, suffixes[i][1], NULL);

        return !g_file_test (other, G_FILE_TEST_EXISTS);
      }

  return FALSE;
}

static void
clean_packs (VrArchive *archive)
{
  g_autofree char *folder = vr_pack_index_dup_folder (archive->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (g_str_has_prefix (file, VR_PACK_TEMPORARY)
          || ((g_str_has_prefix (file, "tmp_") || g_str_has_prefix (file, "pack_git2_")
               || is_half (path))
              && is_older (path, FILE_SECONDS)))
        g_unlink (path);
    }
}

/* What git's own tools derive from objects: with these gone it would be wrong. */
static void
remove_derived (VrArchive *archive)
{
  static const char *const names[] = { "objects/info/commit-graph", "objects/info/commit-graphs",
                                       "objects/info/packs", "info/refs" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (archive->path, names[i], NULL);

      vr_archive_remove_all (path);
    }
}

/* A folder has the name of a variant that was in it.  The first ones stay: git wants some. */
static void
remove_empty_folders (const char *folder, guint depth)
{
  g_autoptr (GDir) dir = depth < MAX_DEPTH ? g_dir_open (folder, 0, NULL) : NULL;
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        continue;
      remove_empty_folders (path, depth + 1);
      if (depth > 0)
        g_rmdir (path);
    }
}

void
vr_leftovers_remove_unfinished (VrArchive *archive)
{
  g_autofree char *refs = g_build_filename (archive->path, "refs", NULL);
  g_autofree char *folder = vr_pack_index_dup_folder (archive->path);
  g_autofree char *objects = g_path_get_dirname (folder);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (g_str_has_prefix (file, "tmp_") || g_str_has_prefix (file, "pack_git2_")
          || g_str_has_prefix (file, "multi-pack-index") || is_half (path))
        g_unlink (path);
    }
  remove_derived (archive);
  /* What a push into the archive brought, and was killed before it was taken. */
  vr_archive_remove_beginning (objects, "tmp_");
  vr_archive_remove_beginning (objects, "incoming-");
  remove_empty_folders (refs, 0);
}

static guint
clean_refs (const char *folder, gint64 n_seconds, guint depth)
{
  g_autoptr (GDir) dir = depth < MAX_DEPTH ? g_dir_open (folder, 0, NULL) : NULL;
  guint n_refs = 0;
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n_refs += clean_refs (path, n_seconds, depth + 1);
      else if (!g_str_has_suffix (file, ".lock"))
        n_refs++;
      else if (is_older (path, n_seconds))
        g_unlink (path);
    }

  return n_refs;
}

guint
vr_leftovers_clean (VrArchive *archive)
{
  g_autofree char *refs = g_build_filename (archive->path, "refs", NULL);

  clean_packs (archive);
  vr_refs_remove_stale_packed_lock (archive);

  return clean_refs (refs, LOCK_SECONDS, 0);
}

void
vr_leftovers_clean_sync (VrArchive *archive)
{
  g_autofree char *refs = g_build_filename (archive->path, VR_SYNC, NULL);

  vr_refs_remove_stale_packed_lock (archive);
  clean_refs (refs, -1, 0);
}
