/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An archive and a git repository elsewhere made equal. */
#include "vr-sync.h"

#include "vr-erased.h"
#include "vr-label-private.h"
#include "vr-leftovers.h"
#include "vr-moved.h"
#include "vr-note-private.h"
#include "vr-pack-index.h"
#include "vr-pack.h"
#include "vr-published.h"
#include "vr-refs.h"
#include "vr-seen.h"
#include "vr-sync-accept.h"
#include "vr-sync-git.h"
#include "vr-sync-private.h"
#include "vr-trash.h"
#include "vr-variant.h"

#include <glib/gi18n-lib.h>

#define REFS "refs/"
#define THERE VR_SYNC
#define HEADS "heads/"
#define SEEN "seen/"
#define TAGS "tags/"
#define NOTES "notes/"
#define RECORDS "records/"
#define COMPARISONS "comparisons/"
#define MAX_ROUNDS 10
#define ROUND_US (50 * 1000)
#define JOINED "Joined two histories\n"

/* What was erased for good is not even received: it would be in a pack. */
static void
add_exclusions (GPtrArray *words, GHashTable *erased)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, erased);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    for (guint i = 0; i < VR_REFS_N_KINDS; i++)
      {
        g_ptr_array_add (words,
                         g_strdup_printf ("^" REFS "%s%s", vr_sync_get_kind (i), (char *)name));
        g_ptr_array_add (words,
                         g_strdup_printf ("^" REFS "%s%s/*", vr_sync_get_kind (i), (char *)name));
      }
}

/* Git syncs the files that it writes, but not the folder that has their names. */
static gboolean
sync_packs (VrArchive *archive, GError **error)
{
  g_autofree char *folder = vr_pack_index_dup_folder (archive->path);

  return vr_pack_sync_folder (folder, archive->path, error);
}

static gboolean
fetch (VrArchive *archive, const char *remote, GHashTable *erased, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  static const char *const options[] = {
    "fetch", "--quiet", "--no-tags", "--prune", "--no-write-fetch-head", "--"
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    g_ptr_array_add (words, g_strdup (options[i]));
  g_ptr_array_add (words, g_strdup (remote));
  for (guint i = 0; i < VR_REFS_N_KINDS; i++)
    g_ptr_array_add (words, g_strdup_printf ("+" REFS "%s*:" THERE "%s*", vr_sync_get_kind (i),
                                             vr_sync_get_kind (i)));
  add_exclusions (words, erased);

  return vr_sync_git_run (archive, remote, words, NULL, error) && sync_packs (archive, error);
}

static gboolean
is_in_trash (VrArchive *archive, const char *kind, const char *own, const char *name)
{
  g_autofree char *thrown = g_strconcat (VR_TRASH, kind, own, NULL);
  g_autofree char *other = g_strconcat (THERE, kind, name, NULL);
  gboolean is_thrown, is_there;
  git_oid here, there;

  return vr_archive_find (archive, thrown, &here, &is_thrown, NULL) && is_thrown
         && vr_archive_find (archive, other, &there, &is_there, NULL)
         && (!is_there || git_oid_equal (&here, &there)
             || git_graph_descendant_of (archive->repository, &here, &there) == 1);
}

/* Whether @own was thrown away here, and there is no more of it there, where it is called @name,
 * than in the trash. */
static gboolean
is_thrown_away (VrArchive *archive, const char *own, const char *name)
{
  return is_in_trash (archive, HEADS, own, name) || is_in_trash (archive, COMPARISONS, own, name);
}

static gboolean
is_later (const git_commit *a, const git_commit *b)
{
  if (git_commit_time (a) != git_commit_time (b))
    return git_commit_time (a) > git_commit_time (b);

  return git_oid_cmp (git_commit_id (a), git_commit_id (b)) > 0;
}

/* The later one's tree, author and times, so that it is the same whoever makes it. */
static void
add_join (VrPack *pack, const git_commit *later, const git_commit *other, git_oid *id)
{
  const char *header = git_commit_raw_header (later);
  const char *author = strstr (header, "author ");
  const char *end = author != NULL ? strstr (author, "\ncommitter ") : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  char hex[VR_GIT_HEX_BYTES];

  end = end != NULL ? strchr (end + 1, '\n') : NULL;
  g_string_append_printf (text, "tree %s\n",
                          git_oid_tostr (hex, sizeof hex, git_commit_tree_id (later)));
  g_string_append_printf (text, "parent %s\n",
                          git_oid_tostr (hex, sizeof hex, git_commit_id (later)));
  g_string_append_printf (text, "parent %s\n",
                          git_oid_tostr (hex, sizeof hex, git_commit_id (other)));
  if (end != NULL)
    g_string_append_len (text, author, end + 1 - author);
  g_string_append (text, "\n" JOINED);
  vr_published_copy (text, git_commit_message (later));
  vr_pack_add (pack, GIT_OBJECT_COMMIT, text->str, text->len, id);
}

static gboolean
join (VrArchive *archive, const char *ref, const git_oid *here, const git_oid *there,
      GError **error)
{
  g_autoptr (git_commit) ours = NULL;
  g_autoptr (git_commit) theirs = NULL;
  g_autoptr (VrPack) pack = vr_pack_new ();
  gboolean overtaken;
  git_oid id;

  if (!vr_git_check (git_commit_lookup (&ours, archive->repository, here), archive->path, error)
      || !vr_git_check (git_commit_lookup (&theirs, archive->repository, there), archive->path,
                        error))
    return FALSE;
  if (is_later (ours, theirs))
    add_join (pack, ours, theirs, &id);
  else
    add_join (pack, theirs, ours, &id);

  return vr_pack_write (pack, archive->path, error)
         && (vr_refs_move (archive, ref, here, &id, &overtaken, error) || overtaken);
}

/* A variant, or its sources.  @received and @joined: whether what is here was changed, and how. */
static gboolean
take_commits (VrArchive *archive, const char *ref, const git_oid *there, gboolean *received,
              gboolean *joined, GError **error)
{
  gboolean found, overtaken;
  git_oid here;
  int is_ahead;

  if (!vr_archive_find (archive, ref, &here, &found, error))
    return FALSE;
  if (found && git_oid_equal (&here, there))
    return TRUE;
  is_ahead = found ? git_graph_descendant_of (archive->repository, &here, there) : 0;
  if (is_ahead != 0)
    return vr_git_check (is_ahead, archive->path, error);
  is_ahead = found ? git_graph_descendant_of (archive->repository, there, &here) : 1;
  if (!vr_git_check (is_ahead, archive->path, error))
    return FALSE;
  *received = TRUE;
  *joined = is_ahead == 0;
  if (*joined)
    return join (archive, ref, &here, there, error);

  return vr_refs_move (archive, ref, found ? &here : NULL, there, &overtaken, error) || overtaken;
}

static gint64
find_time (VrArchive *archive, const git_oid *id)
{
  g_autoptr (git_object) object = NULL;
  g_autoptr (git_object) commit = NULL;

  if (git_object_lookup (&object, archive->repository, id, GIT_OBJECT_ANY) < 0
      || git_object_peel (&commit, object, GIT_OBJECT_COMMIT) < 0)
    return G_MININT64;

  return git_commit_time ((git_commit *)commit);
}

/* Of two versions of one label the later one has it, but none from which it was taken. */
static gboolean
take_label (VrArchive *archive, const char *name, const char *ref, const git_oid *there,
            GError **error)
{
  g_autoptr (GHashTable) record = vr_record_read (archive, name, error);
  gboolean found, overtaken;
  git_oid here;
  gint64 own_time, time;

  if (record == NULL)
    return FALSE;
  if (vr_label_is_removed (archive, record, strrchr (ref, '/') + 1, there))
    return TRUE;
  if (!vr_archive_find (archive, ref, &here, &found, error))
    return FALSE;
  if (found && git_oid_equal (&here, there))
    return TRUE;
  own_time = found ? find_time (archive, &here) : G_MININT64;
  time = find_time (archive, there);
  if (found && (own_time > time || (own_time == time && git_oid_cmp (&here, there) > 0)))
    return TRUE;

  return vr_refs_move (archive, ref, found ? &here : NULL, there, &overtaken, error) || overtaken;
}

/* What is not ours stays there, unless it is in the way. */
static gboolean
pass_over (VrArchive *archive, const char *remote, const char *ref, GError **error)
{
  gboolean found;
  git_oid id;

  if (!vr_archive_find (archive, ref, &id, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  g_set_error (
      error, VR_ERROR, VR_ERROR_INVALID,
      _ ("“%s” has something else as “%s”, which is no archive’s; rename it there, or name "
         "another repository."),
      remote, ref + strlen (REFS));

  return FALSE;
}

static gboolean
take_ref (VrArchive *archive, const char *remote, const char *there_ref, GHashTable *erased,
          VrSync *result, GError **error)
{
  const char *rest = there_ref + strlen (THERE);
  const char *behind = strchr (rest, '/') + 1;
  g_autofree char *name = vr_sync_dup_variant (behind);
  g_autofree char *own = NULL;
  g_autofree char *ref = NULL;
  gboolean found, is_ours, received = FALSE, joined = FALSE;
  git_oid there;

  if (!vr_archive_find (archive, there_ref, &there, &found, error))
    return FALSE;
  /* What else a repository has, its own branches and tags, is not ours. */
  if (!found || !vr_variant_is_name (name) || g_hash_table_contains (erased, name))
    return TRUE;
  own = vr_sync_dup_own_name (archive, name);
  if (is_thrown_away (archive, own, name))
    return TRUE;
  ref = g_strdup_printf (REFS "%.*s%s%s", (int)(behind - rest), rest, own, behind + strlen (name));
  if (!vr_sync_accept (archive, remote, rest, &there, &is_ours, error))
    return FALSE;
  if (!is_ours)
    return pass_over (archive, remote, ref, error);
  if (g_str_has_prefix (rest, SEEN))
    return vr_seen_join (archive, own, &there, error);
  if (g_str_has_prefix (rest, RECORDS))
    return vr_record_join (archive, own, &there, error)
           && vr_label_drop_removed (archive, own, error);
  if (g_str_has_prefix (rest, NOTES))
    return vr_note_join (archive, own, &there, error);
  if (g_str_has_prefix (rest, TAGS))
    return take_label (archive, own, ref, &there, error);
  if (!g_str_equal (name, behind))
    return TRUE;
  if (!take_commits (archive, ref, &there, &received, &joined, error))
    return FALSE;
  if (g_str_has_prefix (rest, HEADS))
    {
      result->n_received += received;
      result->n_joined += joined;
    }

  return TRUE;
}

gboolean
vr_sync_take (VrArchive *archive, const char *remote, GHashTable *erased, VrSync *result,
              GError **error)
{
  g_auto (VrArchiveLock) lock = vr_archive_lock (archive, error);

  if (lock < 0)
    return FALSE;
  for (guint i = 0; i < VR_REFS_N_KINDS; i++)
    {
      g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *prefix = g_strconcat (THERE, vr_sync_get_kind (i), NULL);

      if (!vr_sync_list_refs (archive, prefix, refs, error))
        return FALSE;
      for (guint k = 0; k < refs->len; k++)
        if (!take_ref (archive, remote, g_ptr_array_index (refs, k), erased, result, error))
          return FALSE;
    }

  return TRUE;
}

gboolean
vr_sync_forget (VrArchive *archive, GError **error)
{
  g_auto (VrArchiveLock) lock = vr_archive_lock (archive, error);
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);

  if (lock < 0 || !vr_sync_list_refs (archive, THERE, refs, error))
    return FALSE;
  for (guint i = 0; i < refs->len; i++)
    if (!vr_refs_remove (archive, g_ptr_array_index (refs, i), error))
      return FALSE;

  return TRUE;
}

gboolean
vr_sync_archive (VrArchive *archive, const char *remote, VrSync *result, GError **error)
{
  g_auto (VrArchiveLock) lock = vr_archive_lock_sync (archive, error);
  g_autoptr (GHashTable) erased = lock >= 0 ? vr_erased_list (archive, error) : NULL;

  *result = (VrSync){ 0 };
  if (erased == NULL || !vr_moved_add_erased (archive, erased, error)
      || !vr_sync_accept_remote (remote, error))
    return FALSE;
  vr_leftovers_clean_sync (archive);
  for (guint i = 0; i < MAX_ROUNDS; i++)
    {
      g_autoptr (GError) trouble = NULL;
      gboolean overtaken = FALSE;

      if (!fetch (archive, remote, erased, error)
          || !vr_sync_take (archive, remote, erased, result, error))
        return FALSE;
      if (vr_sync_send (archive, remote, erased, result, &overtaken, &trouble))
        return vr_sync_forget (archive, error);
      if (!overtaken || i + 1 == MAX_ROUNDS)
        {
          g_propagate_error (error, g_steal_pointer (&trouble));
          return FALSE;
        }
      g_usleep (ROUND_US + (gulong)g_random_int_range (0, ROUND_US));
    }

  return FALSE;
}

gboolean
vr_sync_forget_erased (VrArchive *archive, GError **error)
{
  g_auto (VrArchiveLock) lock = vr_archive_lock (archive, error);

  return lock >= 0 && vr_erased_take (archive, NULL, error);
}
