/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an archive has all that it should. */
#include "vr-check-private.h"

#include "vr-json-reader.h"
#include "vr-reach.h"
#include "vr-sha256.h"
#include "vr-trash.h"
#include "vr-version-private.h"

#include <glib/gi18n-lib.h>

/* What is at hand while an archive is checked. */
typedef struct
{
  const VrSalvage *salvage;
  VrCheck *check;
  GHashTable *seen; /* git_oid: looked at, or told of */
} Checking;

static void
clear_problem (gpointer data)
{
  VrProblem *problem = data;

  g_free (problem->name);
  g_free (problem->id);
  g_free (problem->words);
}

G_GNUC_PRINTF (5, 6)
static void
add_problem (VrCheck *check, const char *kind, const char *name, const git_oid *id,
             const char *format, ...)
{
  VrProblem problem = { .kind = kind, .name = g_strdup (name) };
  va_list args;

  va_start (args, format);
  problem.words = g_strdup_vprintf (format, args);
  va_end (args);
  if (id != NULL)
    problem.id = git_oid_tostr (g_malloc (VR_GIT_HEX_BYTES), VR_GIT_HEX_BYTES, id);
  g_array_append_val (check->problems, problem);
}

static JsonObject *
find_object (JsonNode *node, const char *name)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *member = object != NULL ? json_object_get_member (object, name) : NULL;

  return member != NULL && JSON_NODE_HOLDS_OBJECT (member) ? json_node_get_object (member) : NULL;
}

static gboolean
has_sum (const VrSalvage *salvage, const git_oid *id, const char *wanted)
{
  g_autoptr (git_odb_object) object = NULL;
  char sum[VR_SHA256_HEX_BYTES];

  if (!vr_salvage_has (salvage, id) || git_odb_read (&object, salvage->odb, id) < 0)
    return FALSE;
  vr_sha256_hex (git_odb_object_data (object), git_odb_object_size (object), sum);

  return g_strcmp0 (sum, wanted) == 0;
}

static void
look_at_metadata (const VrSalvage *salvage, VrVersionState *state)
{
  g_autoptr (git_odb_object) object = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *source;
  const char *blob;

  if (!vr_salvage_has (salvage, &state->metadata)
      || git_odb_read (&object, salvage->odb, &state->metadata) < 0)
    return;
  node = vr_json_read (git_odb_object_data (object), git_odb_object_size (object),
                       VR_VERSION_METADATA, NULL);
  state->has_metadata = node != NULL;
  source = node != NULL ? find_object (node, "source") : NULL;
  blob = source != NULL ? vr_json_peek_string (source, "blob") : NULL;
  state->has_source = blob != NULL && vr_git_parse_id (blob, &state->source)
                      && has_sum (salvage, &state->source, vr_json_peek_string (source, "sha256"));
}

static void
find_entry (git_tree *tree, const char *name, git_oid *id)
{
  const git_tree_entry *entry = git_tree_entry_byname (tree, name);

  if (entry != NULL)
    git_oid_cpy (id, git_tree_entry_id (entry));
}

VrVersionState
vr_check_version (const VrSalvage *salvage, const git_oid *id)
{
  VrVersionState state = { 0 };
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (git_tree) tree = NULL;

  if (!vr_salvage_has (salvage, id) || git_commit_lookup (&commit, salvage->repository, id) < 0)
    return state;
  state.has_commit = TRUE;
  git_oid_cpy (&state.tree, git_commit_tree_id (commit));
  if (!vr_salvage_has (salvage, &state.tree) || git_commit_tree (&tree, commit) < 0)
    return state;
  find_entry (tree, VR_VERSION_TEXT, &state.text);
  find_entry (tree, VR_VERSION_METADATA, &state.metadata);
  state.has_text = vr_salvage_has (salvage, &state.text);
  look_at_metadata (salvage, &state);

  return state;
}

static void
tell_of_version (Checking *self, const char *name, const git_oid *id, const VrVersionState *state)
{
  char hex[VR_GIT_HEX_BYTES];

  git_oid_tostr (hex, sizeof hex, id);
  if (!state->has_commit)
    add_problem (self->check, "version", name, id,
                 _ ("%s: version %.7s is lost, and those before it cannot be reached."), name, hex);
  else if (!state->has_text)
    add_problem (self->check, "text", name, id, _ ("%s: the text of version %.7s is lost."), name,
                 hex);
  if (state->has_commit && !state->has_metadata)
    add_problem (self->check, "metadata", name, id,
                 _ ("%s: what was known about version %.7s is lost."), name, hex);
  else if (state->has_commit && !state->has_source)
    add_problem (self->check, "source", name, id, _ ("%s: the source of version %.7s is lost."),
                 name, hex);
}

static void
push_parents (Checking *self, const git_oid *id, GArray *left)
{
  g_autoptr (git_commit) commit = NULL;

  if (git_commit_lookup (&commit, self->salvage->repository, id) < 0)
    return;
  for (guint i = 0; i < git_commit_parentcount (commit); i++)
    g_array_append_vals (left, git_commit_parent_id (commit, i), 1);
}

static void
check_versions (Checking *self, const char *ref, const char *name)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (git_oid));
  git_oid id;

  g_array_append_vals (left, g_hash_table_lookup (self->salvage->refs, ref), 1);
  while (vr_reach_pop (left, &id))
    {
      VrVersionState state;

      if (!vr_git_add_id (self->seen, &id))
        continue;
      state = vr_check_version (self->salvage, &id);
      self->check->n_versions++;
      tell_of_version (self, name, &id, &state);
      vr_git_add_id (self->seen, &state.tree);
      vr_git_add_id (self->seen, &state.text);
      vr_git_add_id (self->seen, &state.metadata);
      if (state.has_commit)
        push_parents (self, &id, left);
    }
}

/* By what is behind "refs/", or "refs/trash/". */
static void
tell_of_object (Checking *self, const char *ref, const git_oid *id)
{
  const char *rest = ref + strlen (g_str_has_prefix (ref, VR_TRASH) ? VR_TRASH : "refs/");
  const char *slash = strchr (rest, '/');
  char hex[VR_GIT_HEX_BYTES];

  git_oid_tostr (hex, sizeof hex, id);
  if (g_str_has_prefix (rest, "notes/"))
    add_problem (self->check, "note", slash + 1, id,
                 _ ("%s: of the notes the object %.7s is lost."), slash + 1, hex);
  else if (g_str_has_prefix (rest, "comparisons/"))
    add_problem (self->check, "comparison", slash + 1, id,
                 _ ("%s: of the saved comparison the object %.7s is lost."), slash + 1, hex);
  else
    add_problem (self->check, "object", ref, id, _ ("%s: the object %.7s is lost."), ref, hex);
}

static void
check_objects (Checking *self, const char *ref)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (git_oid));
  git_oid id;

  g_array_append_vals (left, g_hash_table_lookup (self->salvage->refs, ref), 1);
  while (vr_reach_pop (left, &id))
    if (!vr_git_add_id (self->seen, &id))
      continue;
    else if (vr_salvage_has (self->salvage, &id))
      vr_reach_below (self->salvage->repository, &id, left);
    else
      tell_of_object (self, ref, &id);
}

/* What this archive keeps behind "refs/" or "refs/trash/", and what git and its users do. */
static gboolean
is_kind_known (const char *ref)
{
  static const char *const kinds[] = { "heads",       "tags",      "sources", "seen",     "notes",
                                       "comparisons", "records",   "moved",   "erased",   "sync",
                                       "remotes",     "stash",     "replace", "original", "bisect",
                                       "worktree",    "rewritten", "pull" };
  const char *rest = ref + strlen (g_str_has_prefix (ref, VR_TRASH) ? VR_TRASH : "refs/");
  g_autofree char *kind = g_strndup (rest, strcspn (rest, "/"));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i]))
      return TRUE;

  return FALSE;
}

/* One damaged letter makes another kind of a ref: all is whole then, and yet the variant is gone.
 */
static void
check_stray (Checking *self, const char *ref)
{
  const git_oid *id = g_hash_table_lookup (self->salvage->refs, ref);
  char hex[VR_GIT_HEX_BYTES];

  if (!is_kind_known (ref) && !g_hash_table_contains (self->seen, id)
      && vr_check_version (self->salvage, id).has_metadata)
    add_problem (self->check, "ref", ref, id, _ ("%s: no variant has the version %.7s any more."),
                 ref, git_oid_tostr (hex, sizeof hex, id));
}

static void
check_refs (Checking *self)
{
  static const char *const versions[] = { VR_ARCHIVE_HEADS, VR_TRASH_HEADS };
  g_autoptr (GPtrArray) all = vr_salvage_dup_refs (self->salvage, "refs/");

  for (guint k = 0; k < G_N_ELEMENTS (versions); k++)
    {
      g_autoptr (GPtrArray) refs = vr_salvage_dup_refs (self->salvage, versions[k]);

      for (guint i = 0; i < refs->len; i++)
        {
          const char *ref = g_ptr_array_index (refs, i);

          check_versions (self, ref, ref + strlen (versions[k]));
        }
    }
  for (guint i = 0; i < all->len; i++)
    check_stray (self, g_ptr_array_index (all, i));
  for (guint i = 0; i < all->len; i++)
    check_objects (self, g_ptr_array_index (all, i));
}

static void
add_places (VrCheck *check, const VrSalvage *salvage)
{
  for (guint i = 0; i < salvage->damaged_packs->len; i++)
    {
      const char *name = g_ptr_array_index (salvage->damaged_packs, i);

      add_problem (check, "pack", name, NULL, _ ("The file “objects/pack/%s.pack” is damaged."),
                   name);
    }
  for (guint i = 0; i < salvage->damaged_refs->len; i++)
    {
      const char *name = g_ptr_array_index (salvage->damaged_refs, i);

      add_problem (check, "ref", name, NULL, _ ("%s: where it stands is lost."), name);
    }
}

/* Libgit2 passes over what git takes offence at. */
static gboolean
are_lines_sound (const char *path)
{
  static const char form[] = "^[ \\t]*(\\[[A-Za-z0-9.-]+( \"[^\"]*\")?\\]"
                             "|[A-Za-z][A-Za-z0-9-]*[ \\t]*(=.*)?|[#;].*)?[ \\t]*$";
  g_autofree char *file = g_build_filename (path, "config", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (file, &text, NULL, NULL))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (!g_utf8_validate (*line, -1, NULL) || !g_regex_match_simple (form, *line, 0, 0))
      return FALSE;

  return TRUE;
}

/* As it was made; git itself minds where the program would not. */
static gboolean
is_config_sound (git_repository *repository)
{
  g_autoptr (git_config) config = NULL;
  int is_bare = FALSE, has_modes = FALSE, version = 1;

  return git_repository_config (&config, repository) == 0
         && git_config_get_bool (&is_bare, config, "core.bare") == 0 && is_bare
         && git_config_get_int32 (&version, config, "core.repositoryformatversion") == 0
         && version == 0 && git_config_get_bool (&has_modes, config, "core.filemode") != GIT_ERROR;
}

static gboolean
is_head_sound (git_repository *repository)
{
  g_autoptr (git_reference) head = NULL;
  const char *target = NULL;

  if (git_reference_lookup (&head, repository, "HEAD") == 0)
    target = git_reference_symbolic_target (head);

  return target != NULL && g_str_has_prefix (target, "refs/");
}

/* Git would not find what is out of order. */
static gboolean
is_sorted (char **lines)
{
  const char *before = "";

  for (char **line = lines; *line != NULL; line++)
    {
      const char *name = strchr (*line, ' ');

      if (**line == '#' || **line == '^' || name == NULL)
        continue;
      if (strcmp (before, name) >= 0)
        return FALSE;
      before = name;
    }

  return TRUE;
}

static gboolean
are_packed_refs_sound (const char *path)
{
  g_autofree char *file = g_build_filename (path, "packed-refs", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (file, &text, NULL, NULL) || *text != '#')
    return TRUE;
  lines = g_strsplit (text, "\n", -1);

  return g_str_has_prefix (*lines, "# pack-refs with:") && is_sorted (lines + 1);
}

static void
add_files (VrCheck *check, const VrSalvage *salvage)
{
  g_autoptr (git_repository) repository = NULL;
  gboolean is_open = git_repository_open_bare (&repository, salvage->path) == 0;

  if (!is_open || !are_lines_sound (salvage->path) || !is_config_sound (repository))
    add_problem (check, "file", "config", NULL, _ ("The file “%s” is damaged."), "config");
  if (!is_open || !is_head_sound (repository))
    add_problem (check, "file", "HEAD", NULL, _ ("The file “%s” is damaged."), "HEAD");
  if (!are_packed_refs_sound (salvage->path))
    add_problem (check, "file", "packed-refs", NULL, _ ("The file “%s” is damaged."),
                 "packed-refs");
}

/* A pack without an index that something leads into; one that nothing does is a leftover. */
static void
add_hidden (Checking *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;
  gpointer name;

  g_hash_table_iter_init (&iter, self->salvage->hidden);
  while (g_hash_table_iter_next (&iter, &id, &name))
    if (g_hash_table_contains (self->seen, id) && g_hash_table_add (told, name))
      add_problem (self->check, "pack", name, NULL, _ ("The file “objects/pack/%s.idx” is lost."),
                   (const char *)name);
}

VrCheck *
vr_check_salvage (const VrSalvage *salvage)
{
  g_autoptr (GHashTable) seen = vr_git_new_ids (NULL);
  VrCheck *check = g_new0 (VrCheck, 1);
  Checking checking = { salvage, check, seen };

  check->problems = g_array_new (FALSE, FALSE, sizeof (VrProblem));
  g_array_set_clear_func (check->problems, clear_problem);
  check->n_objects = g_hash_table_size (salvage->whole);
  add_files (check, salvage);
  add_places (check, salvage);
  check_refs (&checking);
  add_hidden (&checking);

  return check;
}

VrCheck *
vr_check_archive (const char *path, GError **error)
{
  g_autoptr (VrSalvage) salvage = vr_salvage_open (path, error);

  return salvage != NULL ? vr_check_salvage (salvage) : NULL;
}

void
vr_check_free (VrCheck *self)
{
  g_array_unref (self->problems);
  g_free (self);
}
