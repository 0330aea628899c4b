/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Variants and saved comparisons thrown away: kept aside until the trash is emptied. */
#include "vr-trash.h"

#include "vr-erased.h"
#include "vr-join.h"
#include "vr-leftovers.h"
#include "vr-maintenance-private.h"
#include "vr-pack-index.h"
#include "vr-pack.h"
#include "vr-reach.h"
#include "vr-ref-moves.h"
#include "vr-refs.h"
#include "vr-sync.h"
#include "vr-variant.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define REFS "refs/"
#define LOOSE_FOLDER_CHARS 2

static gboolean
fail_taken (VrArchive *archive, const char *to, const char *name, GError **error)
{
  if (g_str_equal (to, REFS))
    g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                 _ ("The archive “%s” has another “%s” by now; throw it away first."),
                 archive->path, name);
  else
    g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                 _ ("The trash of the archive “%s” has another “%s”; restore or empty it first."),
                 archive->path, name);

  return FALSE;
}

static gboolean
move (VrArchive *archive, const char *name, const char *from, const char *to, GError **error)
{
  g_auto (VrArchiveLock) lock = vr_archive_lock (archive, error);
  g_autoptr (VrRefMoves) moves = vr_ref_moves_new (archive);
  const char *taken;

  if (lock < 0 || !vr_ref_moves_add (moves, from, name, to, name, error))
    return FALSE;
  if (vr_ref_moves_get_n (moves) == 0)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                   g_str_equal (from, REFS)
                       ? _ ("There is no variant “%s” in the archive “%s”; “variorum stories” "
                            "lists them.")
                       : _ ("There is no “%s” in the trash of the archive “%s”; “variorum archive "
                            "trash” lists what is."),
                   name, archive->path);
      return FALSE;
    }
  if (!vr_ref_moves_find_taken (moves, &taken, error))
    return FALSE;
  if (taken != NULL)
    return fail_taken (archive, to, name, error);

  return vr_ref_moves_copy (moves, error) && vr_ref_moves_finish (moves, error);
}

gboolean
vr_trash_put (VrArchive *archive, const char *name, GError **error)
{
  return move (archive, name, REFS, VR_TRASH, error);
}

gboolean
vr_trash_restore (VrArchive *archive, const char *name, GError **error)
{
  g_auto (VrArchiveLock) lock = -1;

  if (!move (archive, name, VR_TRASH, REFS, error))
    return FALSE;
  /* A crash while the trash was emptied may have left the note of what stayed. */
  lock = vr_archive_lock (archive, error);

  return lock >= 0 && vr_erased_take (archive, name, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
vr_trash_list (VrArchive *archive, GError **error)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (!vr_refs_list (archive, VR_TRASH_HEADS "*/*", refs, error)
      || !vr_refs_list (archive, VR_TRASH_COMPARISONS "*/*", refs, error))
    return NULL;
  for (guint i = 0; i < refs->len; i++)
    {
      const char *rest = (const char *)g_ptr_array_index (refs, i) + strlen (VR_TRASH);

      g_ptr_array_add (names, g_strdup (strchr (rest, '/') + 1));
    }
  g_ptr_array_sort (names, compare_names);

  return g_steal_pointer (&names);
}

static gboolean
add_reached (VrArchive *archive, VrJoin *rest, GError **error)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);

  if (!vr_refs_list (archive, REFS "*", refs, error))
    return FALSE;
  for (guint i = 0; i < refs->len; i++)
    {
      const char *ref = g_ptr_array_index (refs, i);
      gboolean found;
      git_oid id;

      if (g_str_has_prefix (ref, VR_TRASH) || g_str_has_prefix (ref, VR_SYNC))
        continue;
      if (!vr_archive_find (archive, ref, &id, &found, error)
          || !vr_reach_add (archive->repository, &id, rest, archive->path, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
remove_trash_refs (VrArchive *archive, GError **error)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);

  if (!vr_refs_list (archive, VR_TRASH "*", refs, error)
      || !vr_refs_list (archive, VR_SYNC "*", refs, error))
    return FALSE;
  for (guint i = 0; i < refs->len; i++)
    if (!vr_refs_remove (archive, g_ptr_array_index (refs, i), error))
      return FALSE;

  return TRUE;
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* objects/3f and the like: what is wanted of them is in the new pack. */
static void
remove_loose (VrArchive *archive)
{
  g_autofree char *objects = g_build_filename (archive->path, "objects", NULL);
  g_autoptr (GDir) dir = g_dir_open (objects, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (objects, file, NULL);

      if (strlen (file) == LOOSE_FOLDER_CHARS && g_ascii_isxdigit (file[0])
          && g_ascii_isxdigit (file[1]))
        remove_files (folder);
    }
}

static GPtrArray *
list_packs (VrArchive *archive, GError **error)
{
  g_autoptr (GArray) packs = vr_pack_index_list (archive->path, error);
  GPtrArray *names = packs != NULL ? g_ptr_array_new_with_free_func (g_free) : NULL;

  for (guint i = 0; names != NULL && i < packs->len; i++)
    g_ptr_array_add (names, g_strdup (g_array_index (packs, VrPackFile, i).name));

  return names;
}

/* Whether what was thrown away is part of a variant of its name, and so is not erased. */
static gboolean
is_back (VrArchive *archive, const char *name)
{
  g_autofree char *head = g_strconcat (VR_ARCHIVE_HEADS, name, NULL);
  g_autofree char *thrown = g_strconcat (VR_TRASH_HEADS, name, NULL);
  gboolean found, is_thrown;
  git_oid here, there;

  return vr_archive_find (archive, head, &here, &found, NULL) && found
         && vr_archive_find (archive, thrown, &there, &is_thrown, NULL) && is_thrown
         && (git_oid_equal (&here, &there)
             || git_graph_descendant_of (archive->repository, &here, &there) == 1);
}

static gboolean
note_erased (VrArchive *archive, GError **error)
{
  g_autoptr (GPtrArray) names = vr_trash_list (archive, error);

  for (guint i = names != NULL ? names->len : 0; i > 0; i--)
    if (is_back (archive, g_ptr_array_index (names, i - 1)))
      g_ptr_array_remove_index (names, i - 1);

  return names != NULL && vr_erased_add (archive, names, error);
}

/* What was taken away is so on the disk too. */
static gboolean
sync_folders (VrArchive *archive, GError **error)
{
  g_autofree char *packs = vr_pack_index_dup_folder (archive->path);
  g_autofree char *objects = g_path_get_dirname (packs);

  return vr_pack_sync_folder (packs, archive->path, error)
         && vr_pack_sync_folder (objects, archive->path, error)
         && vr_pack_sync_folder (archive->path, archive->path, error);
}

gboolean
vr_trash_empty (VrArchive *archive, GError **error)
{
  /* A sync that is under way has what nothing leads to yet. */
  g_auto (VrArchiveLock) sync_lock = vr_archive_lock_sync (archive, error);
  g_auto (VrArchiveLock) packs_lock =
      sync_lock >= 0 ? vr_archive_lock_packs (archive, TRUE, error) : -1;
  g_auto (VrArchiveLock) lock = packs_lock >= 0 ? vr_archive_lock (archive, error) : -1;
  g_autoptr (GPtrArray) packs =
      lock >= 0 && note_erased (archive, error) ? list_packs (archive, error) : NULL;
  g_autoptr (VrJoin) rest = NULL;
  g_autofree char *name = NULL;

  if (packs == NULL)
    return FALSE;
  vr_join_clean (archive);
  rest = vr_join_new (archive, archive->odb, error);
  if (rest == NULL || !add_reached (archive, rest, error))
    return FALSE;
  name = vr_join_write_locked (rest, error);
  if (name == NULL || !remove_trash_refs (archive, error))
    return FALSE;
  vr_maintenance_remove_packs (archive, packs, name);
  vr_leftovers_remove_unfinished (archive);
  remove_loose (archive);
  /* The index of a search has every word of every version, and is made anew when it is missing. */
  vr_archive_remove_beginning (archive->path, VR_ARCHIVE_INDEX);

  return sync_folders (archive, error);
}
