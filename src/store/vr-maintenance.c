/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The archive kept small and quick, on its own. */
#include "vr-maintenance-private.h"

#include "vr-join.h"
#include "vr-leftovers.h"
#include "vr-pack-index.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

/* A snapshot's objects, and what they usually take. */
#define SNAPSHOT_OBJECTS 8
#define SNAPSHOT_BYTES (32 * 1024)
/* A pack of one size is as large as so many of the size below. */
#define SIZE_STEP 8
#define N_SIZES 12
/* Opening a pack takes some 10 microseconds, joining 32 snapshots some 40 milliseconds. */
#define MANY_SMALL 32
#define MANY_LARGER SIZE_STEP
/* Joined at once: libgit2 looks for each object in one pack after the other. */
#define MAX_JOINED 32
/* Stands in the archive from a series of versions until its packs are joined. */
#define SERIES_NAME "variorum.series"
/* Listing 10,000 loose refs takes 324 ms, packed ones 2 to 13 (libgit2 1.5); packing writes all. */
#define MANY_LOOSE_REFS 128

static const char *const pack_suffixes[] = {
  ".idx", ".rev", ".bitmap", ".mtimes", ".keep", ".pack"
};

static guint
find_size (const VrPackFile *pack)
{
  guint64 weight = MAX (pack->n_objects / SNAPSHOT_OBJECTS, pack->n_bytes / SNAPSHOT_BYTES);
  guint size = 0;

  for (; weight >= SIZE_STEP && size + 1 < N_SIZES; weight /= SIZE_STEP)
    size++;

  return size;
}

guint
vr_maintenance_count_small (const GArray *packs)
{
  guint n = 0;

  for (guint i = 0; i < packs->len; i++)
    {
      const VrPackFile *pack = &g_array_index (packs, VrPackFile, i);

      n += !pack->is_kept && find_size (pack) == 0;
    }

  return n;
}

/* The smallest size of which there are too many; N_SIZES for none. */
static guint
find_due (const GArray *packs, guint max_objects)
{
  guint n_packs[N_SIZES] = { 0 };
  guint64 n_objects[N_SIZES] = { 0 };

  for (guint i = 0; i < packs->len; i++)
    {
      const VrPackFile *pack = &g_array_index (packs, VrPackFile, i);
      guint size = find_size (pack);

      if (pack->is_kept)
        continue;
      n_packs[size]++;
      n_objects[size] += pack->n_objects;
    }
  for (guint size = 0; size + 1 < N_SIZES; size++)
    if (n_packs[size] >= (size == 0 ? MANY_SMALL : MANY_LARGER)
        && (max_objects == 0 || n_objects[size] <= max_objects))
      return size;

  return N_SIZES;
}

static GPtrArray *
choose (const GArray *packs, guint size)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < packs->len && names->len < MAX_JOINED; i++)
    {
      const VrPackFile *pack = &g_array_index (packs, VrPackFile, i);

      if (!pack->is_kept && find_size (pack) == size)
        g_ptr_array_add (names, g_strdup (pack->name));
    }

  return names;
}

void
vr_maintenance_remove_packs (VrArchive *archive, const GPtrArray *names, const char *but)
{
  g_autofree char *folder = vr_pack_index_dup_folder (archive->path);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (g_strcmp0 (name, but) == 0)
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (pack_suffixes); k++)
        {
          g_autofree char *file = g_strconcat (name, pack_suffixes[k], NULL);
          g_autofree char *path = g_build_filename (folder, file, NULL);

          g_unlink (path);
        }
    }
}

static int
read_one (const git_oid *id, void *data)
{
  git_odb_object *object = NULL;
  int result = git_odb_read (&object, data, id);

  git_odb_object_free (object);

  return result;
}

/* Git's own tools leave a pack alone that has a .keep beside it. */
static void
keep_damaged (VrArchive *archive, const GPtrArray *names)
{
  static const char why[] = "damaged; see variorum archive check\n";
  g_autofree char *folder = vr_pack_index_dup_folder (archive->path);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autoptr (git_odb) odb = NULL;
      g_autofree char *file = g_strconcat (g_ptr_array_index (names, i), ".keep", NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      g_autofree char *index = g_strconcat (g_ptr_array_index (names, i), ".idx", NULL);
      g_autofree char *index_path = g_build_filename (folder, index, NULL);

      /* Another program, as git gc, has packed it elsewhere. */
      if (!g_file_test (index_path, G_FILE_TEST_EXISTS))
        continue;
      g_ptr_array_add (one, g_ptr_array_index (names, i));
      odb = vr_join_open_packs (archive, one, NULL);
      if (odb == NULL || git_odb_foreach (odb, read_one, odb) < 0)
        g_file_set_contents (path, why, -1, NULL);
    }
}

static gboolean
join (VrArchive *archive, const GPtrArray *names, GError **error)
{
  g_autoptr (git_odb) odb = vr_join_open_packs (archive, names, error);
  g_autoptr (VrJoin) all = odb != NULL ? vr_join_new (archive, odb, error) : NULL;
  g_autofree char *name = NULL;

  if (all != NULL && vr_join_add_all (all, error))
    name = vr_join_write (all, error);
  if (name == NULL)
    return FALSE;
  vr_maintenance_remove_packs (archive, names, name);

  return TRUE;
}

void
vr_maintenance_note_series (VrArchive *archive)
{
  g_autofree char *path = g_build_filename (archive->path, SERIES_NAME, NULL);

  /* An earlier one stands for this too.  Without it packs stay large, and nothing else. */
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_file_set_contents (path, "", 0, NULL);
}

/* The packs that were written since the note; NULL without one. */
static GPtrArray *
choose_series (VrArchive *archive, const char *note, GError **error)
{
  g_autofree char *folder = vr_pack_index_dup_folder (archive->path);
  g_autoptr (GArray) packs = vr_pack_index_list (archive->path, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  struct stat noted;

  if (packs == NULL || g_stat (note, &noted) != 0)
    return NULL;
  for (guint i = 0; i < packs->len; i++)
    {
      const VrPackFile *pack = &g_array_index (packs, VrPackFile, i);
      g_autofree char *file = g_strconcat (pack->name, ".idx", NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      struct stat status;

      if (!pack->is_kept && g_stat (path, &status) == 0 && status.st_mtime >= noted.st_mtime)
        g_ptr_array_add (names, g_strdup (pack->name));
    }

  return g_steal_pointer (&names);
}

static gboolean
join_series (VrArchive *archive, GError **error)
{
  g_autofree char *note = g_build_filename (archive->path, SERIES_NAME, NULL);
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GPtrArray) names = choose_series (archive, note, &trouble);

  if (trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  if (names == NULL)
    return TRUE;
  /* A damaged pack would be in the way of every other join. */
  g_unlink (note);
  for (guint from = 0; from < names->len; from += MAX_JOINED)
    {
      g_autoptr (GPtrArray) some = g_ptr_array_new ();

      for (guint i = from; i < MIN (from + MAX_JOINED, names->len); i++)
        g_ptr_array_add (some, g_ptr_array_index (names, i));
      if (!join (archive, some, error))
        return FALSE;
    }

  return TRUE;
}

/* One size after the other, as what is joined may be one too many of the next; until a join leaves
 * as many packs as there were, which may not be removed then. */
static gboolean
join_due (VrArchive *archive, guint max_objects, GError **error)
{
  guint n_before = G_MAXUINT;

  for (;;)
    {
      g_autoptr (GArray) packs = vr_pack_index_list (archive->path, error);
      g_autoptr (GPtrArray) names = NULL;
      g_autoptr (GError) trouble = NULL;
      guint size = packs != NULL ? find_due (packs, max_objects) : N_SIZES;

      if (packs == NULL)
        return FALSE;
      archive->n_small_packs = vr_maintenance_count_small (packs);
      if (size == N_SIZES || packs->len >= n_before)
        return TRUE;
      n_before = packs->len;
      names = choose (packs, size);
      if (join (archive, names, &trouble))
        continue;
      if (g_error_matches (trouble, VR_ERROR, VR_ERROR_INVALID))
        keep_damaged (archive, names);
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
}

static gboolean
pack_refs (VrArchive *archive, GError **error)
{
  g_auto (VrArchiveLock) lock = vr_archive_lock (archive, error);
  g_autoptr (git_refdb) refs = NULL;

  if (lock < 0)
    return FALSE;
  if (vr_leftovers_clean (archive) < MANY_LOOSE_REFS)
    return TRUE;

  return vr_git_check (git_repository_refdb (&refs, archive->repository), archive->path, error)
         && vr_git_check (git_refdb_compress (refs), archive->path, error);
}

gboolean
vr_maintenance_run (VrArchive *archive, guint max_objects, GError **error)
{
  g_auto (VrArchiveLock) lock = vr_archive_lock_packs (archive, FALSE, error);

  if (lock < 0)
    return error == NULL || *error == NULL;
  vr_join_clean (archive);

  return (max_objects > 0 || join_series (archive, error)) && join_due (archive, max_objects, error)
         && pack_refs (archive, error);
}

gboolean
vr_maintenance_is_due (VrArchive *archive)
{
  g_autofree char *note = g_build_filename (archive->path, SERIES_NAME, NULL);
  g_autoptr (GArray) packs = vr_pack_index_list (archive->path, NULL);

  return g_file_test (note, G_FILE_TEST_EXISTS)
         || (packs != NULL && find_due (packs, 0) != N_SIZES);
}

void
vr_maintenance_note_pack (VrArchive *archive)
{
  if (++archive->n_small_packs < MANY_SMALL)
    return;
  archive->n_small_packs = 0;
  /* The snapshot stands; what cannot be joined now is the next one's. */
  (void)vr_maintenance_run (archive, VR_MAINTENANCE_AT_ONCE, NULL);
}
