/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refs moved by compare-and-swap, durably. */
#include "vr-refs.h"

#include "vr-pack.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define TRY_AGAIN_US (20 * 1000)
#define STALE_TRIES 50
/* Git holds this lock while it writes every ref there is. */
#define PACKED_STALE_SECONDS 10

const char *const vr_refs_kinds[VR_REFS_N_KINDS] = { "records/", "tags/",  "notes/",      "seen/",
                                                     "sources/", "heads/", "comparisons/" };

gboolean
vr_refs_list (VrArchive *archive, const char *glob, GPtrArray *refs, GError **error)
{
  g_autoptr (git_reference_iterator) iterator = NULL;
  const char *ref;
  int result;

  if (!vr_git_check (git_reference_iterator_glob_new (&iterator, archive->repository, glob),
                     archive->path, error))
    return FALSE;
  while ((result = git_reference_next_name (&ref, iterator)) == 0)
    g_ptr_array_add (refs, g_strdup (ref));

  return result == GIT_ITEROVER || vr_git_check (result, archive->path, error);
}

gboolean
vr_refs_list_variant (VrArchive *archive, const char *prefix, const char *name, GPtrArray *refs,
                      GError **error)
{
  static const char *const ends[] = { "", "/*" };

  for (guint i = 0; i < VR_REFS_N_KINDS; i++)
    for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
      {
        g_autofree char *glob = g_strconcat (prefix, vr_refs_kinds[i], name, ends[k], NULL);

        if (!vr_refs_list (archive, glob, refs, error))
          return FALSE;
      }

  return TRUE;
}

static int
try_move (VrArchive *archive, const char *ref, const git_oid *old_id, const git_oid *new_id)
{
  g_autoptr (git_reference) reference = NULL;

  return git_reference_create_matching (&reference, archive->repository, ref, new_id,
                                        old_id != NULL, old_id, NULL);
}

static void
remove_stale_lock (VrArchive *archive, const char *ref)
{
  g_autofree char *name = g_strconcat (ref, ".lock", NULL);
  g_autofree char *path = g_build_filename (archive->path, name, NULL);

  g_unlink (path);
}

void
vr_refs_remove_stale_packed_lock (VrArchive *archive)
{
  g_autofree char *path = g_build_filename (archive->path, "packed-refs.lock", NULL);
  struct stat status;

  if (g_stat (path, &status) == 0
      && status.st_mtime + PACKED_STALE_SECONDS < g_get_real_time () / G_USEC_PER_SEC)
    g_unlink (path);
}

/* A new ref may stand in new folders, whose names are not on the disk yet. */
static gboolean
sync_folders (VrArchive *archive, const char *ref, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (ref);

  while (!g_str_equal (folder, "."))
    {
      g_autofree char *above = g_path_get_dirname (folder);
      g_autofree char *path = g_build_filename (archive->path, above, NULL);

      if (!vr_pack_sync_folder (path, archive->path, error))
        return FALSE;
      if (g_str_equal (above, "refs"))
        return TRUE;
      g_free (folder);
      folder = g_steal_pointer (&above);
    }

  return TRUE;
}

gboolean
vr_refs_move (VrArchive *archive, const char *ref, const git_oid *old_id, const git_oid *new_id,
              gboolean *overtaken, GError **error)
{
  int result = try_move (archive, ref, old_id, new_id);

  for (guint i = 0; result == GIT_ELOCKED && i < STALE_TRIES; i++)
    {
      g_usleep (TRY_AGAIN_US);
      result = try_move (archive, ref, old_id, new_id);
    }
  if (result == GIT_ELOCKED)
    {
      remove_stale_lock (archive, ref);
      result = try_move (archive, ref, old_id, new_id);
    }
  *overtaken = result == GIT_EMODIFIED || result == GIT_EEXISTS
               || (result == GIT_ENOTFOUND && old_id != NULL);
  if (*overtaken)
    return FALSE;

  return vr_git_check (result, archive->path, error)
         && (old_id != NULL || sync_folders (archive, ref, error));
}

gboolean
vr_refs_remove (VrArchive *archive, const char *ref, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (ref);
  g_autofree char *path = g_build_filename (archive->path, folder, NULL);
  int result = git_reference_remove (archive->repository, ref);

  for (guint i = 0; result == GIT_ELOCKED && i < STALE_TRIES; i++)
    {
      vr_refs_remove_stale_packed_lock (archive);
      g_usleep (TRY_AGAIN_US);
      result = git_reference_remove (archive->repository, ref);
    }
  if (result == GIT_ELOCKED)
    {
      remove_stale_lock (archive, ref);
      result = git_reference_remove (archive->repository, ref);
    }
  if (!vr_git_check (result, archive->path, error))
    return FALSE;

  /* The last one of a folder takes it away; then the folder above has changed. */
  while (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      char *above = g_path_get_dirname (path);

      g_free (path);
      path = above;
    }

  return vr_pack_sync_folder (path, archive->path, error);
}
