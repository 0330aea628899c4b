/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sources of a variant: commits in a row beside its versions. */
#include "vr-source-row.h"

#include "vr-check-private.h"
#include "vr-mending.h"
#include "vr-reach.h"
#include "vr-version-private.h"

#define TREE_FILE "100644 "

/* All that the row leads to. */
static GHashTable *
list_known (const VrSalvage *salvage, const git_oid *id)
{
  GHashTable *known = vr_git_new_ids (NULL);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (git_oid));
  git_oid next;

  g_array_append_vals (left, id, 1);
  while (vr_reach_pop (left, &next))
    if (vr_git_add_id (known, &next))
      vr_reach_below (salvage->repository, &next, left);

  return known;
}

static void
add_source (VrSalvage *salvage, const git_commit *version, const git_oid *source, git_oid *id,
            gboolean has_any)
{
  g_autoptr (GString) tree = g_string_new (TREE_FILE VR_VERSION_SOURCE);
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (git_oid));
  g_autofree char *message = NULL;
  char hex[VR_GIT_HEX_BYTES];
  git_oid tree_id;

  g_string_append_c (tree, '\0');
  g_string_append_len (tree, (const char *)source->id, GIT_OID_RAWSZ);
  vr_salvage_write (salvage, GIT_OBJECT_TREE, tree->str, tree->len, &tree_id);
  message = g_strdup_printf (VR_SOURCE_ROW_OF "%s\n",
                             git_oid_tostr (hex, sizeof hex, git_commit_id (version)));
  if (has_any)
    g_array_append_vals (parents, id, 1);
  vr_mending_write_commit (salvage, version, &tree_id, parents, message, id);
}

gboolean
vr_source_row_complete (VrSalvage *salvage, const git_oid *last, git_oid *id, gboolean has_any)
{
  g_autoptr (GHashTable) known = has_any ? list_known (salvage, id) : vr_git_new_ids (NULL);
  g_autoptr (git_revwalk) walk = NULL;
  gboolean is_changed = FALSE;
  git_oid version;

  if (git_revwalk_new (&walk, salvage->repository) < 0 || git_revwalk_push (walk, last) < 0)
    return FALSE;
  git_revwalk_sorting (walk, GIT_SORT_TOPOLOGICAL | GIT_SORT_REVERSE);
  while (git_revwalk_next (&version, walk) == 0)
    {
      VrVersionState state = vr_check_version (salvage, &version);
      g_autoptr (git_commit) commit = NULL;

      if (!state.has_source || !vr_git_add_id (known, &state.source)
          || git_commit_lookup (&commit, salvage->repository, &version) < 0)
        continue;
      add_source (salvage, commit, &state.source, id, has_any);
      has_any = is_changed = TRUE;
    }

  return is_changed;
}
