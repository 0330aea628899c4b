/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of a variant listed from the files of an archive, without libgit2. */
#include "vr-version-files.h"

#include "vr-archive-names.h"
#include "vr-archive-private.h"
#include "vr-commit-text.h"
#include "vr-kept-comparison.h"
#include "vr-note-files.h"
#include "vr-object-files.h"
#include "vr-ref-files.h"
#include "vr-variant.h"
#include "vr-version-record.h"

/* A commit of the history. */
typedef struct
{
  git_oid id;
  GArray *parents; /* git_oid */
  gint64 time;     /* of its committer */
  guint n_children;
  VrVersion version;
} Node;

typedef struct
{
  VrObjectFiles *objects;
  GHashTable *nodes; /* Node, by its id */
  GPtrArray *ready;  /* Node: those whose children are all listed */
} History;

static void
free_version (VrVersion *version)
{
  g_autoptr (GArray) versions = vr_version_record_new_list ();

  g_array_append_vals (versions, version, 1);
}

static void
free_node (gpointer data)
{
  Node *node = data;

  g_array_unref (node->parents);
  if (node->version.published != NULL)
    free_version (&node->version);
  g_free (node);
}

static void
clear_history (History *history)
{
  g_clear_pointer (&history->objects, vr_object_files_free);
  g_clear_pointer (&history->nodes, g_hash_table_unref);
  g_clear_pointer (&history->ready, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (History, clear_history)

static gboolean
fill_version (VrVersion *version, const git_oid *id, const VrCommitText *commit)
{
  g_autofree char *summary = vr_commit_text_dup_summary (commit->message);

  if (summary == NULL)
    return FALSE;
  vr_git_write_hex (version->id, id);
  vr_version_record_fill_times (version, &commit->author, &commit->committer, commit->message);
  version->summary = g_utf8_make_valid (summary, -1);
  version->trailers = vr_version_record_dup_trailers (commit->message);

  return TRUE;
}

static Node *
read_node (History *history, const git_oid *id)
{
  g_autoptr (GBytes) bytes = vr_object_files_read (history->objects, id, GIT_OBJECT_COMMIT);
  g_auto (VrCommitText) commit = { 0 };
  VrVersion version = { 0 };
  Node *node;

  if (bytes == NULL || !vr_commit_text_read (&commit, bytes)
      || !fill_version (&version, id, &commit))
    return NULL;
  node = g_new0 (Node, 1);
  node->id = *id;
  node->parents = g_array_ref (commit.parents);
  node->time = commit.committer.time;
  node->version = version;
  g_hash_table_insert (history->nodes, g_memdup2 (id, sizeof *id), node);

  return node;
}

/* Reads the history that ends with @last, and counts the children of each. */
static gboolean
read_history (History *history, const git_oid *last)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  Node *node = read_node (history, last);

  while (node != NULL)
    {
      for (guint i = 0; i < node->parents->len; i++)
        {
          const git_oid *id = &g_array_index (node->parents, git_oid, i);
          Node *parent = g_hash_table_lookup (history->nodes, id);

          if (parent == NULL)
            {
              parent = read_node (history, id);
              if (parent == NULL)
                return FALSE;
              g_ptr_array_add (waiting, parent);
            }
          parent->n_children++;
        }
      if (waiting->len == 0)
        return TRUE;
      node = g_ptr_array_steal_index_fast (waiting, waiting->len - 1);
    }

  return FALSE;
}

/* The latest of those that are ready; NULL where two are, of which libgit2 knows the order. */
static Node *
take_latest (History *history)
{
  guint latest = 0;
  gboolean is_one = TRUE;

  for (guint i = 1; i < history->ready->len; i++)
    {
      const Node *node = g_ptr_array_index (history->ready, i);
      const Node *other = g_ptr_array_index (history->ready, latest);

      is_one = node->time > other->time || (is_one && node->time < other->time);
      if (node->time > other->time)
        latest = i;
    }

  return is_one ? g_ptr_array_steal_index_fast (history->ready, latest) : NULL;
}

/* The order of VR_VERSION_ORDER: no version before its children, among others the latest first. */
static GPtrArray *
order_history (History *history, const git_oid *last)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

  g_ptr_array_add (history->ready, g_hash_table_lookup (history->nodes, last));
  while (history->ready->len > 0)
    {
      Node *node = take_latest (history);

      if (node == NULL)
        return NULL;
      g_ptr_array_add (nodes, node);
      for (guint i = 0; i < node->parents->len; i++)
        {
          Node *parent =
              g_hash_table_lookup (history->nodes, &g_array_index (node->parents, git_oid, i));

          if (--parent->n_children == 0)
            g_ptr_array_add (history->ready, parent);
        }
    }

  return g_steal_pointer (&nodes);
}

static GHashTable *
read_seen (History *history, const char *path, const char *name)
{
  g_autoptr (GHashTable) seen = vr_version_record_new_seen ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean found;
  git_oid id;

  if (!vr_ref_files_find (path, VR_ARCHIVE_SEEN, name, &id, &found))
    return NULL;
  if (!found)
    return g_steal_pointer (&seen);
  bytes = vr_object_files_read (history->objects, &id, GIT_OBJECT_BLOB);
  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  vr_version_record_read_seen (seen, lines);

  return g_steal_pointer (&seen);
}

/* One that a version has, by a name that is as the archive writes it. */
static gboolean
is_plain_label (History *history, const char *label, const char *hex)
{
  g_autofree char *slug = g_utf8_validate (label, -1, NULL) ? vr_variant_dup_slug (label) : NULL;
  git_oid id;

  return g_strcmp0 (slug, label) == 0 && vr_git_parse_id (hex, &id)
         && g_hash_table_contains (history->nodes, &id);
}

/* A tag that points at something else may be an annotated one. */
static GHashTable *
read_labels (History *history, const char *path, const char *name)
{
  g_autofree char *prefix = g_strconcat (VR_ARCHIVE_TAGS, name, "/", NULL);
  g_autoptr (GHashTable) refs = vr_ref_files_list (path, prefix);
  g_autoptr (GHashTable) labels = vr_version_record_new_labels ();
  GHashTableIter iter;
  gpointer ref, id;

  if (refs == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, refs);
  while (g_hash_table_iter_next (&iter, &ref, &id))
    {
      const char *label = (const char *)ref + strlen (prefix);

      if (!is_plain_label (history, label, id))
        return NULL;
      vr_version_record_add_label (labels, id, label);
    }

  return g_steal_pointer (&labels);
}

/* @nodes: the last version first. */
static GArray *
make_list (const GPtrArray *nodes, GHashTable *seen, GHashTable *labels)
{
  GArray *versions = vr_version_record_new_list ();

  for (guint i = nodes->len; i > 0; i--)
    {
      Node *node = g_ptr_array_index (nodes, i - 1);
      VrVersion version = node->version;

      node->version = (VrVersion){ 0 };
      version.number = versions->len + 1;
      vr_version_record_complete (&version, seen, labels);
      g_array_append_val (versions, version);
    }

  return versions;
}

static GArray *
list_from (const char *path, const char *name, const git_oid *last, GHashTable **notes)
{
  g_auto (History) history = { .objects = vr_object_files_open (path),
                               .nodes = vr_git_new_ids (free_node),
                               .ready = g_ptr_array_new () };
  g_autoptr (GPtrArray) nodes = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GHashTable) labels = NULL;

  if (history.objects == NULL || !read_history (&history, last))
    return NULL;
  nodes = order_history (&history, last);
  seen = nodes != NULL ? read_seen (&history, path, name) : NULL;
  labels = seen != NULL ? read_labels (&history, path, name) : NULL;
  *notes = labels != NULL ? vr_note_files_list (history.objects, path, name) : NULL;

  return *notes != NULL ? make_list (nodes, seen, labels) : NULL;
}

GArray *
vr_version_files_list (const char *path, const char *name, GHashTable **notes)
{
  gboolean found;
  git_oid last;

  *notes = NULL;
  if (!vr_variant_is_name (name) || g_str_has_suffix (name, VR_KEPT_COMPARISON_SUFFIX)
      || !vr_archive_names_are_plain (path)
      || !vr_ref_files_find (path, VR_ARCHIVE_HEADS, name, &last, &found) || !found)
    return NULL;

  return list_from (path, name, &last, notes);
}
