/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of a variant as the archive has them: read, and listed. */
#include "vr-version-private.h"

#include "vr-json-reader.h"
#include "vr-label.h"
#include "vr-seen.h"
#include "vr-variant.h"
#include "vr-version-record.h"

#include <glib/gi18n-lib.h>

static gboolean
find_tree (VrArchive *archive, const git_oid *id, git_tree **tree, GError **error)
{
  g_autoptr (git_commit) commit = NULL;

  return vr_git_check (git_commit_lookup (&commit, archive->repository, id), archive->path, error)
         && vr_git_check (git_commit_tree (tree, commit), archive->path, error);
}

static const git_oid *
find_entry (const git_tree *tree, const char *name)
{
  const git_tree_entry *entry = git_tree_entry_byname (tree, name);

  return entry != NULL ? git_tree_entry_id (entry) : NULL;
}

gboolean
vr_version_has_text (VrArchive *archive, const git_oid *id, const git_oid *text, gboolean *is_same,
                     GError **error)
{
  g_autoptr (git_tree) tree = NULL;
  const git_oid *own;

  if (!find_tree (archive, id, &tree, error))
    return FALSE;
  own = find_entry (tree, VR_VERSION_TEXT);
  *is_same = own != NULL && git_oid_equal (own, text);

  return TRUE;
}

static void
free_blob (gpointer data)
{
  git_blob_free (data);
}

GBytes *
vr_version_read_blob (VrArchive *archive, const git_oid *id, GError **error)
{
  git_blob *blob = NULL;

  if (!vr_git_check (git_blob_lookup (&blob, archive->repository, id), archive->path, error))
    return NULL;

  return g_bytes_new_with_free_func (git_blob_rawcontent (blob), (gsize)git_blob_rawsize (blob),
                                     free_blob, blob);
}

static GBytes *
fail_no_version (VrArchive *archive, const char *id, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
               _ ("“%s” is no version in the archive “%s”; “variorum log” lists them."), id,
               archive->path);

  return NULL;
}

static GBytes *
fail_comparison (const char *id, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("Version %.7s is a saved comparison; “variorum compare” prints it, and “variorum "
                  "restore” writes it to a file."),
               id);

  return NULL;
}

static GBytes *
read_entry (VrArchive *archive, const char *id, const char *name, GError **error)
{
  g_autoptr (git_tree) tree = NULL;
  const git_oid *entry;
  git_oid commit;

  if (!vr_git_parse_id (id, &commit))
    return fail_no_version (archive, id, error);
  if (!find_tree (archive, &commit, &tree, error))
    return NULL;
  entry = find_entry (tree, name);
  if (entry == NULL && find_entry (tree, VR_VERSION_COMPARISON) != NULL)
    return fail_comparison (id, error);

  return entry != NULL ? vr_version_read_blob (archive, entry, error)
                       : fail_no_version (archive, id, error);
}

GBytes *
vr_version_read_text (VrArchive *archive, const char *id, GError **error)
{
  return read_entry (archive, id, VR_VERSION_TEXT, error);
}

GBytes *
vr_version_read_metadata (VrArchive *archive, const char *id, GError **error)
{
  return read_entry (archive, id, VR_VERSION_METADATA, error);
}

static GBytes *
read_article_source (VrArchive *archive, const char *id, GError **error)
{
  g_autoptr (GBytes) metadata = vr_version_read_metadata (archive, id, error);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = NULL;
  const char *blob = NULL;
  gsize n_bytes;
  const char *json = metadata != NULL ? g_bytes_get_data (metadata, &n_bytes) : NULL;
  git_oid blob_id;

  if (json == NULL)
    return NULL;
  node = vr_json_read (json, n_bytes, id, error);
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node)
      && json_object_has_member (json_node_get_object (node), "source"))
    object = json_node_get_object (node);
  if (object != NULL && JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, "source")))
    blob = vr_json_peek_string (json_object_get_object_member (object, "source"), "blob");
  if (blob == NULL || !vr_git_parse_id (blob, &blob_id))
    return fail_no_version (archive, id, error);

  return vr_version_read_blob (archive, &blob_id, error);
}

GBytes *
vr_version_read_source (VrArchive *archive, const char *id, GError **error)
{
  g_autoptr (git_tree) tree = NULL;
  const git_oid *entry = NULL;
  git_oid commit;

  if (vr_git_parse_id (id, &commit) && find_tree (archive, &commit, &tree, NULL))
    entry = find_entry (tree, VR_VERSION_COMPARISON);

  return entry != NULL ? vr_version_read_blob (archive, entry, error)
                       : read_article_source (archive, id, error);
}

/* The labels of each version that has some, by its id. */
static GHashTable *
list_labels (VrArchive *archive, const char *name, GError **error)
{
  g_autoptr (GHashTable) all = vr_label_list (archive, name, error);
  GHashTable *labels = NULL;
  GHashTableIter iter;
  gpointer label, id;

  if (all == NULL)
    return NULL;
  labels = vr_version_record_new_labels ();
  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, &label, &id))
    vr_version_record_add_label (labels, id, label);

  return labels;
}

static gboolean
add_version (VrArchive *archive, const git_oid *id, GHashTable *seen, GHashTable *labels,
             GArray *versions, GError **error)
{
  g_autoptr (git_commit) commit = NULL;
  VrVersion version = { .number = versions->len + 1 };

  if (!vr_git_check (git_commit_lookup (&commit, archive->repository, id), archive->path, error))
    return FALSE;
  git_oid_tostr (version.id, sizeof version.id, id);
  vr_version_record_fill_times (&version, &git_commit_author (commit)->when,
                                &git_commit_committer (commit)->when, git_commit_message (commit));
  version.summary = g_utf8_make_valid (git_commit_summary (commit), -1);
  vr_version_record_complete (&version, seen, labels);
  version.trailers = vr_version_record_dup_trailers (git_commit_message (commit));
  g_array_append_val (versions, version);

  return TRUE;
}

gboolean
vr_version_begin_walk (VrArchive *archive, const git_oid *last, git_revwalk **walk, GError **error)
{
  if (!vr_git_check (git_revwalk_new (walk, archive->repository), archive->path, error))
    return FALSE;
  git_revwalk_sorting (*walk, VR_VERSION_ORDER | GIT_SORT_REVERSE);

  return vr_git_check (git_revwalk_push (*walk, last), archive->path, error);
}

static gboolean
find_last (VrArchive *archive, const char *name, git_oid *last, GError **error)
{
  g_autofree char *ref = g_strconcat (VR_ARCHIVE_HEADS, name, NULL);
  g_autofree char *comparison = g_strconcat (VR_ARCHIVE_COMPARISONS, name, NULL);
  gboolean found = FALSE;

  if (vr_variant_is_name (name)
      && (!vr_archive_find (archive, ref, last, &found, error)
          || (!found && !vr_archive_find (archive, comparison, last, &found, error))))
    return FALSE;
  if (!found)
    g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                 _ ("There is no variant “%s” in the archive “%s”; “variorum stories” lists "
                    "them."),
                 name, archive->path);

  return found;
}

static gboolean
begin_walk (VrArchive *archive, const char *name, git_revwalk **walk, GError **error)
{
  git_oid last;

  return find_last (archive, name, &last, error)
         && vr_version_begin_walk (archive, &last, walk, error);
}

char *
vr_version_resolve_last (VrArchive *archive, const char *name, GError **error)
{
  g_autofree char *ref = g_strconcat (VR_ARCHIVE_HEADS, name, NULL);
  g_autofree char *hex = g_malloc (VR_GIT_HEX_BYTES);
  gboolean found;
  git_oid tip;

  if (!vr_archive_find (archive, ref, &tip, &found, error) || !found)
    return NULL;

  return git_oid_tostr (g_steal_pointer (&hex), VR_GIT_HEX_BYTES, &tip);
}

char *
vr_version_find_last (VrArchive *archive, const char *name, GError **error)
{
  git_oid last;

  if (!find_last (archive, name, &last, error))
    return NULL;

  return git_oid_tostr (g_malloc (VR_GIT_HEX_BYTES), VR_GIT_HEX_BYTES, &last);
}

GArray *
vr_version_list (VrArchive *archive, const char *name, GError **error)
{
  g_autoptr (git_revwalk) walk = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GHashTable) labels = NULL;
  g_autoptr (GArray) versions = vr_version_record_new_list ();
  git_oid id;
  int result;

  if (!begin_walk (archive, name, &walk, error))
    return NULL;
  seen = vr_seen_list (archive, name, error);
  labels = seen != NULL ? list_labels (archive, name, error) : NULL;
  if (labels == NULL)
    return NULL;
  while ((result = git_revwalk_next (&id, walk)) == 0)
    if (!add_version (archive, &id, seen, labels, versions, error))
      return NULL;
  if (result != GIT_ITEROVER && !vr_git_check (result, archive->path, error))
    return NULL;

  return g_steal_pointer (&versions);
}
