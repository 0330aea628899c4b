/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is whole in a damaged archive, saved into a fresh one. */
#include "vr-repair.h"

#include "vr-check-private.h"
#include "vr-json-reader.h"
#include "vr-mending.h"
#include "vr-note-private.h"
#include "vr-orphans.h"
#include "vr-pack.h"
#include "vr-reach.h"
#include "vr-source-row.h"
#include "vr-trash.h"
#include "vr-variant.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#define REFS "refs/"
#define REF_MODE 0600

/* What is at hand while an archive is repaired. */
typedef struct
{
  VrRepair *repair;
  VrSalvage *salvage;
  VrMending mending;
  GTree *refs; /* by name, the git_oid that it gets */
} Repairing;

static void
repairing_clear (Repairing *self)
{
  vr_mending_clear (&self->mending);
  g_clear_pointer (&self->refs, g_tree_unref);
  g_clear_pointer (&self->salvage, vr_salvage_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Repairing, repairing_clear)

static int
compare_refs (gconstpointer a, gconstpointer b, gpointer unused)
{
  return strcmp (a, b);
}

static void
set_ref (Repairing *self, const char *ref, const git_oid *id)
{
  g_tree_replace (self->refs, g_strdup (ref), g_memdup2 (id, sizeof *id));
}

G_GNUC_PRINTF (2, 3)
static void
tell (Repairing *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (self->repair->changes, g_strdup_vprintf (format, args));
  va_end (args);
}

/* Where several stand for a commit that joined histories, each keeps a name. */
static void
set_mended (Repairing *self, const char *ref, const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *other = i > 0 ? g_strdup_printf ("%s-%u", ref, i + 1) : g_strdup (ref);

      set_ref (self, other, &g_array_index (ids, git_oid, i));
    }
  if (ids->len == 0)
    tell (self, _ ("%s: nothing of it could be saved."), ref + strlen (REFS));
}

static gboolean
is_damaged (const Repairing *self, const char *ref)
{
  return g_ptr_array_find_with_equal_func (self->salvage->damaged_refs, ref, g_str_equal, NULL);
}

static void
mend_versions (Repairing *self, const char *prefix)
{
  g_autoptr (GPtrArray) refs = vr_salvage_dup_refs (self->salvage, prefix);

  for (guint i = 0; i < refs->len; i++)
    {
      const char *ref = g_ptr_array_index (refs, i);

      if (!is_damaged (self, ref))
        set_mended (self, ref,
                    vr_mending_mend (&self->mending, g_hash_table_lookup (self->salvage->refs, ref),
                                     ref + strlen (prefix)));
    }
}

static void
add_ids (GArray *ids, const GArray *more)
{
  if (more != NULL && more->len > 0)
    g_array_append_vals (ids, more->data, more->len);
}

/* Versions that nothing leads to: those of a variant that has none now, as its ref is lost; and
 * those of a history whose pieces a lost version held together. */
static void
find_lost_versions (Repairing *self)
{
  g_autoptr (GList) names =
      g_list_sort (g_hash_table_get_keys (self->mending.orphans), (GCompareFunc)strcmp);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *head = g_strconcat (VR_ARCHIVE_HEADS, l->data, NULL);
      g_autofree char *thrown = g_strconcat (VR_TRASH_HEADS, l->data, NULL);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (git_oid));
      const char *ref =
          g_tree_lookup (self->refs, head) == NULL && g_tree_lookup (self->refs, thrown) != NULL
              ? thrown
              : head;
      const git_oid *known = g_tree_lookup (self->refs, ref);
      git_oid id;

      if (known != NULL)
        g_array_append_vals (ids, known, 1);
      while (vr_orphans_take (&self->mending, l->data, &id))
        add_ids (ids, vr_mending_mend (&self->mending, &id, l->data));
      if (ids->len > 0)
        set_mended (self, ref, ids);
    }
}

static void
mend_label (Repairing *self, const char *ref, const git_oid *id)
{
  const GArray *mended = g_hash_table_lookup (self->mending.mended, id);

  /* A label of a version that is lost must not name the one before. */
  if (mended == NULL || mended->len != 1 || g_hash_table_contains (self->mending.lost, id))
    tell (self, _ ("%s: the label is lost with its version."), ref + strlen (VR_ARCHIVE_TAGS));
  else
    set_ref (self, ref, &g_array_index (mended, git_oid, 0));
}

/* The notes with the names that versions have now. */
static void
mend_seen (Repairing *self, const char *ref, const git_oid *id)
{
  g_autoptr (git_odb_object) blob = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *old = NULL;
  g_auto (GStrv) lines = NULL;
  git_oid own;

  if (git_odb_read (&blob, self->salvage->odb, id) < 0)
    return;
  old = g_strndup (git_odb_object_data (blob), git_odb_object_size (blob));
  lines = g_strsplit (old, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *word = g_strndup (*line, strcspn (*line, " "));
      const GArray *mended = NULL;
      char hex[VR_GIT_HEX_BYTES];
      git_oid version;

      if (vr_git_parse_id (word, &version) && !g_hash_table_contains (self->mending.lost, &version))
        mended = g_hash_table_lookup (self->mending.mended, &version);
      if (mended != NULL && mended->len == 1)
        g_string_append_printf (
            text, "%s%s\n", git_oid_tostr (hex, sizeof hex, &g_array_index (mended, git_oid, 0)),
            *line + strlen (word));
    }
  vr_salvage_write (self->salvage, GIT_OBJECT_BLOB, text->str, text->len, &own);
  set_ref (self, ref, &own);
}

/* The earlier versions stay where a later one is lost. */
static void
mend_comparison (Repairing *self, const char *ref, const git_oid *id)
{
  const GArray *mended = vr_mending_mend (&self->mending, id, NULL);

  if (mended->len != 1 || !git_oid_equal (&g_array_index (mended, git_oid, 0), id))
    tell (self, _ ("%s: versions of the saved comparison are lost."),
          strstr (ref, "/comparisons/") + strlen ("/comparisons/"));
  set_mended (self, ref, mended);
}

static void
mend_notes (Repairing *self, const char *ref, const git_oid *id)
{
  git_oid own;

  vr_note_mend (&self->mending, ref, id, &own);
  set_ref (self, ref, &own);
}

/* Whether @ref is of a kind such as "seen/", in the trash or not; a story may be called so too. */
static gboolean
is_kind (const char *ref, const char *kind)
{
  const char *rest = ref + strlen (g_str_has_prefix (ref, VR_TRASH) ? VR_TRASH : REFS);

  return g_str_has_prefix (rest, kind);
}

static void
mend_other (Repairing *self, const char *ref, const git_oid *id)
{
  git_object_t type;
  gsize n_bytes;
  gboolean is_seen = is_kind (ref, "seen/");

  if (!vr_salvage_has (self->salvage, id)
      || git_odb_read_header (&n_bytes, &type, self->salvage->odb, id) < 0)
    type = GIT_OBJECT_INVALID;
  if (is_kind (ref, "sources/"))
    set_mended (self, ref, vr_mending_mend (&self->mending, id, NULL));
  else if (type == GIT_OBJECT_INVALID)
    tell (self, _ ("%s: nothing of it could be saved."), ref + strlen (REFS));
  else if (is_seen && type == GIT_OBJECT_BLOB)
    mend_seen (self, ref, id);
  else if (type == GIT_OBJECT_COMMIT && is_kind (ref, "notes/"))
    mend_notes (self, ref, id);
  else if (type == GIT_OBJECT_COMMIT && is_kind (ref, "comparisons/"))
    mend_comparison (self, ref, id);
  else if (type == GIT_OBJECT_COMMIT && g_str_has_prefix (ref, VR_ARCHIVE_TAGS))
    mend_label (self, ref, id);
  else if (type == GIT_OBJECT_COMMIT)
    set_mended (self, ref, vr_mending_mend (&self->mending, id, NULL));
  else if (vr_mending_is_whole (self->salvage, id))
    set_ref (self, ref, id);
  else
    tell (self, _ ("%s: nothing of it could be saved."), ref + strlen (REFS));
}

static gboolean
add_name (gpointer ref, gpointer id, gpointer names)
{
  g_ptr_array_add (names, g_strdup (ref));

  return FALSE;
}

/* The row of sources breaks where one of its commits is lost; those before it are whole. */
static void
complete_sources (Repairing *self, const char *heads, const char *sources)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);

  g_tree_foreach (self->refs, add_name, refs);
  for (guint i = 0; i < refs->len; i++)
    {
      const char *head = g_ptr_array_index (refs, i);
      g_autofree char *ref = NULL;
      const git_oid *known;
      git_oid id;

      if (!g_str_has_prefix (head, heads))
        continue;
      ref = g_strconcat (sources, head + strlen (heads), NULL);
      known = g_tree_lookup (self->refs, ref);
      if (known != NULL)
        git_oid_cpy (&id, known);
      if (vr_source_row_complete (self->salvage, g_tree_lookup (self->refs, head), &id,
                                  known != NULL))
        set_ref (self, ref, &id);
    }
}

static void
mend_refs (Repairing *self)
{
  g_autoptr (GPtrArray) refs = vr_salvage_dup_refs (self->salvage, REFS);

  mend_versions (self, VR_ARCHIVE_HEADS);
  mend_versions (self, VR_TRASH_HEADS);
  find_lost_versions (self);
  for (guint i = 0; i < refs->len; i++)
    {
      const char *ref = g_ptr_array_index (refs, i);

      if (!g_str_has_prefix (ref, VR_ARCHIVE_HEADS) && !g_str_has_prefix (ref, VR_TRASH_HEADS))
        mend_other (self, ref, g_hash_table_lookup (self->salvage->refs, ref));
    }
  complete_sources (self, VR_ARCHIVE_HEADS, VR_ARCHIVE_SOURCES);
  complete_sources (self, VR_TRASH_HEADS, VR_TRASH "sources/");
}

/* What adding all that a ref leads to needs. */
typedef struct
{
  Repairing *repairing;
  VrJoin *join;
  GString *text;
  GError **error;
  gboolean is_done;
} Adding;

static gboolean
add_ref (gpointer ref, gpointer id, gpointer data)
{
  Adding *self = data;
  VrSalvage *salvage = self->repairing->salvage;
  char hex[VR_GIT_HEX_BYTES];

  g_string_append_printf (self->text, "%s %s\n", git_oid_tostr (hex, sizeof hex, id),
                          (const char *)ref);
  self->is_done = vr_reach_add (salvage->repository, id, self->join, salvage->path, self->error);

  return !self->is_done;
}

static gboolean
write_refs (const char *path, const GString *text, GError **error)
{
  g_autofree char *file = g_build_filename (path, "packed-refs", NULL);

  if (g_file_set_contents_full (file, text->str, (gssize)text->len, G_FILE_SET_CONTENTS_CONSISTENT,
                                REF_MODE, NULL))
    return TRUE;
  vr_git_fail_errno (error, errno, path);

  return FALSE;
}

static gboolean
write_archive (Repairing *self, const char *path, GError **error)
{
  g_autoptr (VrArchive) archive = vr_archive_create (path, error);
  g_autoptr (VrJoin) join =
      archive != NULL ? vr_join_new (archive, self->salvage->odb, error) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;
  Adding adding = { self, join, text, error, TRUE };

  if (join == NULL)
    return FALSE;
  g_tree_foreach (self->refs, add_ref, &adding);
  name = adding.is_done ? vr_join_write (join, error) : NULL;

  return name != NULL && write_refs (path, text, error) && vr_archive_sync_all (path, error);
}

/* Where the damaged one is kept: one of the same second must not be in the way. */
static char *
dup_free_place (const char *path)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  char *place = g_strdup_printf ("%s.damaged-%s", path, time);

  for (guint i = 2; g_file_test (place, G_FILE_TEST_EXISTS); i++)
    {
      g_free (place);
      place = g_strdup_printf ("%s.damaged-%s-%u", path, time, i);
    }

  return place;
}

/* Both change places at once; where the file system cannot, one after the other.  @old is where the
 * damaged one is then. */
static gboolean
swap (const char *path, const char *fresh, char **old, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *place = dup_free_place (path);
  gboolean is_done = renameat2 (AT_FDCWD, fresh, AT_FDCWD, path, RENAME_EXCHANGE) == 0;

  if (is_done)
    *old = g_rename (fresh, place) == 0 ? g_steal_pointer (&place) : g_strdup (fresh);
  else if ((errno == EINVAL || errno == ENOSYS) && g_rename (path, place) == 0)
    {
      is_done = g_rename (fresh, path) == 0;
      *old = g_steal_pointer (&place);
    }
  if (is_done)
    return vr_pack_sync_folder (parent, path, error);
  vr_git_fail_errno (error, errno, path);

  return FALSE;
}

static gboolean
put_in_place (Repairing *self, GError **error)
{
  const char *path = self->salvage->path;
  g_autofree char *fresh = g_strdup_printf ("%s.repaired-%08x", path, g_random_int ());
  g_autoptr (GError) trouble = NULL;

  if (write_archive (self, fresh, &trouble)
      && swap (path, fresh, &self->repair->old_path, &trouble))
    return TRUE;
  /* Once they have changed places it is the damaged one. */
  if (self->repair->old_path == NULL)
    vr_archive_remove_all (fresh);
  /* People know no other place than the archive's. */
  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    vr_git_fail_errno (error, ENOSPC, path);
  else
    g_propagate_error (error, g_steal_pointer (&trouble));

  return FALSE;
}

static gboolean
count_version (gpointer ref, gpointer id, gpointer data)
{
  Repairing *self = data;
  g_autoptr (git_revwalk) walk = NULL;
  git_oid version;

  if (!g_str_has_prefix (ref, VR_ARCHIVE_HEADS) && !g_str_has_prefix (ref, VR_TRASH_HEADS))
    return FALSE;
  if (git_revwalk_new (&walk, self->salvage->repository) == 0 && git_revwalk_push (walk, id) == 0)
    while (git_revwalk_next (&version, walk) == 0)
      self->repair->n_versions++;

  return FALSE;
}

/* Whether only sources are missing, which no repair brings back. */
static gboolean
is_past_repair (const VrCheck *check)
{
  for (guint i = 0; i < check->problems->len; i++)
    if (!g_str_equal (g_array_index (check->problems, VrProblem, i).kind, "source"))
      return FALSE;

  return TRUE;
}

static gboolean
needs_files (const char *path)
{
  g_autoptr (VrArchive) archive = vr_archive_open (path, NULL);

  return archive == NULL;
}

VrRepair *
vr_repair_archive (const char *path, GError **error)
{
  g_autoptr (VrRepair) repair = g_new0 (VrRepair, 1);
  g_autofree char *plain = vr_archive_dup_plain_path (path);
  VrArchive place = { .path = plain };
  g_auto (Repairing) self = { .repair = repair };
  g_auto (VrArchiveLock) packs_lock = -1;
  g_auto (VrArchiveLock) lock = -1;

  if (!vr_salvage_is_there (plain, error))
    return NULL;
  packs_lock = vr_archive_lock_packs (&place, TRUE, error);
  lock = packs_lock >= 0 ? vr_archive_lock (&place, error) : -1;
  self.salvage = lock >= 0 ? vr_salvage_open (plain, error) : NULL;
  if (self.salvage == NULL)
    return NULL;
  repair->changes = g_ptr_array_new_with_free_func (g_free);
  repair->check = vr_check_salvage (self.salvage);
  if (is_past_repair (repair->check) && !needs_files (plain))
    return g_steal_pointer (&repair);
  self.refs = g_tree_new_full (compare_refs, NULL, g_free, g_free);
  vr_mending_init (&self.mending, self.salvage, repair->changes);
  mend_refs (&self);
  g_tree_foreach (self.refs, count_version, &self);

  return put_in_place (&self, error) ? g_steal_pointer (&repair) : NULL;
}

void
vr_repair_free (VrRepair *self)
{
  g_clear_pointer (&self->check, vr_check_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self->old_path);
  g_free (self);
}
