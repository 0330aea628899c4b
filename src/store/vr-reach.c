/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an object leads to. */
#include "vr-reach.h"

static void
push (GArray *left, const git_oid *id)
{
  g_array_append_vals (left, id, 1);
}

static void
push_commit (const git_commit *commit, GArray *left)
{
  push (left, git_commit_tree_id (commit));
  for (guint i = 0; i < git_commit_parentcount (commit); i++)
    push (left, git_commit_parent_id (commit, i));
}

static void
push_tree (const git_tree *tree, GArray *left)
{
  for (gsize i = 0; i < git_tree_entrycount (tree); i++)
    {
      const git_tree_entry *entry = git_tree_entry_byindex (tree, i);

      /* Another repository's commit is not kept here. */
      if (git_tree_entry_type (entry) != GIT_OBJECT_COMMIT)
        push (left, git_tree_entry_id (entry));
    }
}

int
vr_reach_below (git_repository *repository, const git_oid *id, GArray *left)
{
  g_autoptr (git_object) object = NULL;
  g_autoptr (git_odb) odb = NULL;
  git_object_t type;
  gsize n_bytes;
  int result = git_repository_odb (&odb, repository);

  if (result == 0)
    result = git_odb_read_header (&n_bytes, &type, odb, id);
  /* A text need not be read to know that nothing is below. */
  if (result < 0 || type == GIT_OBJECT_BLOB)
    return result;
  result = git_object_lookup (&object, repository, id, type);
  if (result < 0)
    return result;
  if (type == GIT_OBJECT_COMMIT)
    push_commit ((git_commit *)object, left);
  else if (type == GIT_OBJECT_TREE)
    push_tree ((git_tree *)object, left);
  else if (type == GIT_OBJECT_TAG)
    push (left, git_tag_target_id ((git_tag *)object));

  return 0;
}

gboolean
vr_reach_pop (GArray *left, git_oid *id)
{
  if (left->len == 0)
    return FALSE;
  git_oid_cpy (id, &g_array_index (left, git_oid, left->len - 1));
  g_array_set_size (left, left->len - 1);

  return TRUE;
}

gboolean
vr_reach_add (git_repository *repository, const git_oid *id, VrJoin *join, const char *path,
              GError **error)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (git_oid));
  git_oid next;

  push (left, id);
  while (vr_reach_pop (left, &next))
    if (vr_join_add (join, &next)
        && !vr_git_check (vr_reach_below (repository, &next, left), path, error))
      return FALSE;

  return TRUE;
}

gboolean
vr_reach_is_whole (git_repository *repository, const GArray *ids, git_odb *known)
{
  g_autoptr (GHashTable) seen = vr_git_new_ids (NULL);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (git_oid));
  git_oid next;

  g_array_append_vals (left, ids->data, ids->len);
  while (vr_reach_pop (left, &next))
    if (!git_odb_exists_ext (known, &next, GIT_ODB_LOOKUP_NO_REFRESH) && vr_git_add_id (seen, &next)
        && vr_reach_below (repository, &next, left) < 0)
      return FALSE;

  return TRUE;
}
