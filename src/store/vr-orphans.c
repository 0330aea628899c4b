/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions that nothing leads to any more. */
#include "vr-orphans.h"

#include "vr-check-private.h"
#include "vr-json-reader.h"
#include "vr-reach.h"
#include "vr-source-row.h"
#include "vr-trash.h"
#include "vr-variant.h"
#include "vr-version-private.h"

/* The last of a row of versions that no ref leads to. */
typedef struct
{
  git_oid id;
  gint64 time;
  gboolean is_first; /* the row goes back to the very first version */
} Orphan;

static git_oid *
dup_id (const git_oid *id)
{
  return g_memdup2 (id, sizeof *id);
}

static char *
dup_variant (const VrSalvage *salvage, const git_oid *id)
{
  VrVersionState state = vr_check_version (salvage, id);
  g_autoptr (JsonNode) node = vr_mending_read_metadata (salvage, &state.metadata);
  JsonObject *object =
      node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *story = object != NULL ? vr_json_peek_string (object, "story") : NULL;
  const char *variant = object != NULL ? vr_json_peek_string (object, "variant") : NULL;

  return story != NULL && variant != NULL ? vr_variant_dup_name (story, variant, NULL) : NULL;
}

/* A label leads to a version too, but holds none that comes later.  Where a ref is damaged, one
 * that was packed may still tell where it stood before. */
static gboolean
leads_to_versions (const VrSalvage *salvage, const char *ref)
{
  return (g_str_has_prefix (ref, VR_ARCHIVE_HEADS) || g_str_has_prefix (ref, VR_TRASH_HEADS))
         && !g_ptr_array_find_with_equal_func (salvage->damaged_refs, ref, g_str_equal, NULL);
}

/* All that the variants lead to, as far as it is whole. */
static GHashTable *
find_reached (const VrSalvage *salvage)
{
  GHashTable *reached = vr_git_new_ids (NULL);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (git_oid));
  GHashTableIter iter;
  gpointer ref;
  gpointer id;
  git_oid next;

  g_hash_table_iter_init (&iter, salvage->refs);
  while (g_hash_table_iter_next (&iter, &ref, &id))
    if (leads_to_versions (salvage, ref))
      g_array_append_vals (left, id, 1);
  while (vr_reach_pop (left, &next))
    if (vr_salvage_has (salvage, &next) && vr_git_add_id (reached, &next))
      vr_reach_below (salvage->repository, &next, left);

  return reached;
}

/* Latest first; but versions may be of one second, and the row with the first is the earliest. */
static int
compare_orphans (gconstpointer a, gconstpointer b)
{
  const Orphan *orphan_a = a;
  const Orphan *orphan_b = b;

  if (orphan_a->is_first != orphan_b->is_first)
    return orphan_a->is_first - orphan_b->is_first;

  return (orphan_a->time < orphan_b->time) - (orphan_a->time > orphan_b->time);
}

/* Goes back through a row of versions: the variant, which the last of them that still knows tells.
 * NULL for what no version knows, and for what only goes on from where a ref stands: that was never
 * finished, or has been taken away. */
static char *
follow_back (VrMending *self, GHashTable *reached, const git_oid *id, gboolean *is_first)
{
  g_autoptr (GHashTable) seen = vr_git_new_ids (NULL);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (git_oid));
  g_autofree char *name = NULL;
  git_oid next;

  g_array_append_vals (left, id, 1);
  while (vr_reach_pop (left, &next))
    {
      g_autoptr (git_commit) commit = NULL;

      if (g_hash_table_contains (reached, &next))
        return NULL;
      if (!vr_git_add_id (seen, &next) || !vr_salvage_has (self->salvage, &next)
          || git_commit_lookup (&commit, self->salvage->repository, &next) < 0)
        continue;
      if (name == NULL)
        name = dup_variant (self->salvage, &next);
      *is_first = *is_first || git_commit_parentcount (commit) == 0;
      for (guint i = 0; i < git_commit_parentcount (commit); i++)
        g_array_append_vals (left, git_commit_parent_id (commit, i), 1);
    }

  return g_steal_pointer (&name);
}

static void
add_orphan (VrMending *self, GHashTable *reached, const git_commit *commit)
{
  Orphan orphan = { *git_commit_id (commit), git_commit_time (commit), FALSE };
  g_autofree char *name = follow_back (self, reached, &orphan.id, &orphan.is_first);
  GArray *list = name != NULL ? g_hash_table_lookup (self->orphans, name) : NULL;

  if (name == NULL)
    return;
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (Orphan));
      g_hash_table_insert (self->orphans, g_steal_pointer (&name), list);
    }
  g_array_append_val (list, orphan);
  g_array_sort (list, compare_orphans);
}

static void
note_source (VrMending *self, const git_commit *commit)
{
  const char *message = git_commit_message (commit);
  g_autofree char *hex = NULL;
  g_autoptr (git_tree) tree = NULL;
  const git_tree_entry *entry;
  git_oid version;

  if (!g_str_has_prefix (message, VR_SOURCE_ROW_OF))
    return;
  hex = g_strndup (message + strlen (VR_SOURCE_ROW_OF), GIT_OID_HEXSZ);
  if (!vr_git_parse_id (hex, &version) || git_commit_tree (&tree, commit) < 0)
    return;
  entry = git_tree_entry_byname (tree, VR_VERSION_SOURCE);
  if (entry != NULL && vr_salvage_has (self->salvage, git_tree_entry_id (entry)))
    g_hash_table_insert (self->sources, dup_id (&version), dup_id (git_tree_entry_id (entry)));
}

void
vr_orphans_find (VrMending *self)
{
  g_autoptr (GHashTable) reached = find_reached (self->salvage);
  g_autoptr (GHashTable) parents = vr_git_new_ids (NULL);
  g_autoptr (GPtrArray) unreached =
      g_ptr_array_new_with_free_func ((GDestroyNotify)git_commit_free);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->salvage->whole);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      git_commit *commit = NULL;
      git_object_t type;
      gsize n_bytes;

      if (git_odb_read_header (&n_bytes, &type, self->salvage->odb, id) < 0
          || type != GIT_OBJECT_COMMIT
          || git_commit_lookup (&commit, self->salvage->repository, id) < 0)
        continue;
      note_source (self, commit);
      if (g_hash_table_contains (reached, id))
        {
          git_commit_free (commit);
          continue;
        }
      g_ptr_array_add (unreached, commit);
      for (guint i = 0; i < git_commit_parentcount (commit); i++)
        vr_git_add_id (parents, git_commit_parent_id (commit, i));
    }
  for (guint i = 0; i < unreached->len; i++)
    if (!g_hash_table_contains (parents, git_commit_id (g_ptr_array_index (unreached, i))))
      add_orphan (self, reached, g_ptr_array_index (unreached, i));
}

gboolean
vr_orphans_take (VrMending *self, const char *name, git_oid *id)
{
  GArray *list = name != NULL ? g_hash_table_lookup (self->orphans, name) : NULL;

  if (list == NULL || list->len == 0)
    return FALSE;
  git_oid_cpy (id, &g_array_index (list, Orphan, 0).id);
  g_array_remove_index (list, 0);

  return TRUE;
}
