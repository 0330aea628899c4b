/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions mended one by one. */
#include "vr-mending.h"

#include "vr-article-reading.h"
#include "vr-check-private.h"
#include "vr-json-reader.h"
#include "vr-json-writer.h"
#include "vr-orphans.h"
#include "vr-published.h"
#include "vr-reach.h"
#include "vr-sha256.h"
#include "vr-snapshot.h"
#include "vr-variant.h"
#include "vr-version-private.h"
#include "vr-version-record.h"

#include <glib/gi18n-lib.h>

static git_oid *
dup_id (const git_oid *id)
{
  return g_memdup2 (id, sizeof *id);
}

gboolean
vr_mending_is_whole (const VrSalvage *salvage, const git_oid *id)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (git_oid));
  git_oid next;

  g_array_append_vals (left, id, 1);
  while (vr_reach_pop (left, &next))
    if (!vr_salvage_has (salvage, &next) || vr_reach_below (salvage->repository, &next, left) < 0)
      return FALSE;

  return TRUE;
}

JsonNode *
vr_mending_read_metadata (const VrSalvage *salvage, const git_oid *id)
{
  g_autoptr (git_odb_object) object = NULL;

  if (!vr_salvage_has (salvage, id) || git_odb_read (&object, salvage->odb, id) < 0)
    return NULL;

  return vr_json_read (git_odb_object_data (object), git_odb_object_size (object),
                       VR_VERSION_METADATA, NULL);
}

void
vr_mending_init (VrMending *self, VrSalvage *salvage, GPtrArray *changes)
{
  self->salvage = salvage;
  self->changes = changes;
  self->mended = vr_git_new_ids ((GDestroyNotify)g_array_unref);
  self->lost = vr_git_new_ids (NULL);
  self->orphans =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  self->sources = vr_git_new_ids (g_free);
  self->replacements = vr_git_new_ids (g_free);
  vr_orphans_find (self);
}

void
vr_mending_clear (VrMending *self)
{
  g_clear_pointer (&self->mended, g_hash_table_unref);
  g_clear_pointer (&self->lost, g_hash_table_unref);
  g_clear_pointer (&self->orphans, g_hash_table_unref);
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_pointer (&self->replacements, g_hash_table_unref);
}

/* A text is what its source is read as: where that gives the very bytes that are missing. */
static gboolean
remake_text (VrMending *self, const VrVersionState *state)
{
  g_autoptr (JsonNode) node = vr_mending_read_metadata (self->salvage, &state->metadata);
  JsonObject *object = state->has_source ? json_node_get_object (node) : NULL;
  JsonObject *source = object != NULL ? json_object_get_object_member (object, "source") : NULL;
  const char *name = source != NULL ? vr_json_peek_string (source, "name") : NULL;
  VrReading reading = { 0 };
  g_autoptr (git_odb_object) blob = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VrArticle) article = NULL;
  g_autofree char *lines = NULL;
  gsize n_bytes;
  git_oid id;

  if (source == NULL || !vr_git_parse_id (vr_json_peek_string (source, "blob"), &id)
      || git_odb_read (&blob, self->salvage->odb, &id) < 0)
    return FALSE;
  bytes = g_bytes_new (git_odb_object_data (blob), git_odb_object_size (blob));
  reading.format = vr_json_peek_string (source, "format");
  if (reading.format == NULL)
    reading.format = "text";
  reading.encoding = vr_json_peek_string (object, "encoding");
  reading.language = vr_json_peek_string (object, "language");
  article = vr_article_read_bytes (bytes, name != NULL ? name : "", &reading, NULL, NULL);
  if (article == NULL)
    return FALSE;
  lines = vr_snapshot_dup_text (article, &n_bytes);
  git_odb_hash (&id, lines, n_bytes, GIT_OBJECT_BLOB);
  if (!git_oid_equal (&id, &state->text))
    return FALSE;
  vr_salvage_write (self->salvage, GIT_OBJECT_BLOB, lines, n_bytes, &id);

  return TRUE;
}

static void
put_time (VrJsonWriter *json, const git_time *when)
{
  g_autoptr (GDateTime) time = vr_version_record_dup_time (when);
  g_autofree char *text = g_date_time_format_iso8601 (time);

  vr_json_writer_string (json, text);
}

static void
put_source (VrMending *self, VrJsonWriter *json, const git_oid *version)
{
  const git_oid *id = g_hash_table_lookup (self->sources, version);
  g_autoptr (git_odb_object) blob = NULL;
  char sum[VR_SHA256_HEX_BYTES];
  char hex[VR_GIT_HEX_BYTES];

  if (id == NULL || git_odb_read (&blob, self->salvage->odb, id) < 0)
    return;
  vr_sha256_hex (git_odb_object_data (blob), git_odb_object_size (blob), sum);
  vr_json_writer_name (json, "source");
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "bytes", uint, git_odb_object_size (blob));
  vr_json_writer_put (json, "sha256", string, sum);
  vr_json_writer_put (json, "blob", string, git_oid_tostr (hex, sizeof hex, id));
  vr_json_writer_end (json, '}');
}

static void
remake_metadata (VrMending *self, const git_commit *commit, const char *name, git_oid *id)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", 2);
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (string);
  git_time published =
      vr_published_read (git_commit_author (commit)->when, git_commit_message (commit));
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "format", string, "variorum-article-1");
  vr_json_writer_put (&json, "story", string, parts[0]);
  vr_json_writer_put (&json, "variant", string, parts[1]);
  vr_json_writer_name (&json, "retrieved");
  put_time (&json, &git_commit_committer (commit)->when);
  vr_json_writer_name (&json, "published");
  put_time (&json, &published);
  put_source (self, &json, git_commit_id (commit));
  vr_json_writer_end (&json, '}');
  vr_output_put (output, "\n");
  vr_output_close (output, NULL);
  vr_salvage_write (self->salvage, GIT_OBJECT_BLOB, string->str, string->len, id);
}

static void
append_entry (GString *tree, const char *name, const git_oid *id)
{
  g_string_append_printf (tree, "100644 %s", name);
  g_string_append_c (tree, '\0');
  g_string_append_len (tree, (const char *)id->id, GIT_OID_RAWSZ);
}

static void
remake_tree (VrMending *self, const git_commit *commit, const char *name,
             const VrVersionState *state, git_oid *id)
{
  g_autoptr (GString) tree = g_string_new (NULL);
  git_oid metadata = state->metadata;

  if (!state->has_metadata)
    remake_metadata (self, commit, name, &metadata);
  append_entry (tree, VR_VERSION_METADATA, &metadata);
  append_entry (tree, VR_VERSION_TEXT, &state->text);
  vr_salvage_write (self->salvage, GIT_OBJECT_TREE, tree->str, tree->len, id);
}

void
vr_mending_write_commit (VrSalvage *salvage, const git_commit *like, const git_oid *tree,
                         const GArray *parents, const char *message, git_oid *id)
{
  const char *header = git_commit_raw_header (like);
  const char *author = g_str_has_prefix (header, "author ") ? header : strstr (header, "\nauthor ");
  g_autoptr (GString) text = g_string_new ("tree ");
  char hex[VR_GIT_HEX_BYTES];

  g_string_append_printf (text, "%s\n", git_oid_tostr (hex, sizeof hex, tree));
  for (guint i = 0; i < parents->len; i++)
    g_string_append_printf (text, "parent %s\n",
                            git_oid_tostr (hex, sizeof hex, &g_array_index (parents, git_oid, i)));
  g_string_append (text, author != NULL ? author + (*author == '\n') : "");
  g_string_append_printf (text, "\n%s", message);
  vr_salvage_write (salvage, GIT_OBJECT_COMMIT, text->str, text->len, id);
}

static gboolean
has_id (const GArray *ids, const git_oid *id)
{
  for (guint i = 0; i < ids->len; i++)
    if (git_oid_equal (&g_array_index (ids, git_oid, i), id))
      return TRUE;

  return FALSE;
}

static GArray *
find_parents (VrMending *self, const git_commit *commit, gboolean *is_same)
{
  GArray *parents = g_array_new (FALSE, FALSE, sizeof (git_oid));

  *is_same = TRUE;
  for (guint i = 0; i < git_commit_parentcount (commit); i++)
    {
      const git_oid *id = git_commit_parent_id (commit, i);
      const GArray *mended = g_hash_table_lookup (self->mended, id);

      *is_same =
          *is_same && mended->len == 1 && git_oid_equal (&g_array_index (mended, git_oid, 0), id);
      for (guint k = 0; k < mended->len; k++)
        if (!has_id (parents, &g_array_index (mended, git_oid, k)))
          g_array_append_vals (parents, &g_array_index (mended, git_oid, k), 1);
    }

  return parents;
}

static GArray *
new_single (const git_oid *id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (git_oid));

  return g_array_append_vals (ids, id, 1);
}

static GArray *
mend_commit (VrMending *self, const git_oid *id, const char *name)
{
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (GArray) parents = NULL;
  VrVersionState state = { 0 };
  gboolean is_same, is_tree_whole;
  git_oid tree, own;

  if (git_commit_lookup (&commit, self->salvage->repository, id) < 0)
    return g_array_new (FALSE, FALSE, sizeof (git_oid));
  parents = find_parents (self, commit, &is_same);
  git_oid_cpy (&tree, git_commit_tree_id (commit));
  is_tree_whole = vr_mending_is_whole (self->salvage, &tree);
  if (name != NULL)
    {
      state = vr_check_version (self->salvage, id);
      state.has_text = state.has_text || remake_text (self, &state);
      is_tree_whole = vr_mending_is_whole (self->salvage, &tree) && state.has_metadata;
    }
  if (!is_tree_whole && !state.has_text)
    {
      vr_git_add_id (self->lost, id);
      return g_steal_pointer (&parents);
    }
  if (is_tree_whole && is_same)
    return new_single (id);
  if (!is_tree_whole)
    remake_tree (self, commit, name, &state, &tree);
  vr_mending_write_commit (self->salvage, commit, &tree, parents, git_commit_message_raw (commit),
                           &own);

  return new_single (&own);
}

/* What must be mended before @id is: its parents; or where it is gone, the last version that
 * nothing leads to now, which stands for it from then on. */
static void
push_before (VrMending *self, const git_oid *id, const char *name, GArray *left)
{
  g_autoptr (git_commit) commit = NULL;
  git_oid orphan;

  if (!vr_salvage_has (self->salvage, id))
    {
      if (!vr_git_add_id (self->lost, id) || !vr_orphans_take (self, name, &orphan))
        return;
      g_hash_table_insert (self->replacements, dup_id (id), dup_id (&orphan));
      g_array_append_vals (left, &orphan, 1);
      return;
    }
  if (git_commit_lookup (&commit, self->salvage->repository, id) < 0)
    return;
  for (guint i = 0; i < git_commit_parentcount (commit); i++)
    if (!g_hash_table_contains (self->mended, git_commit_parent_id (commit, i)))
      g_array_append_vals (left, git_commit_parent_id (commit, i), 1);
}

static void
tell (VrMending *self, const git_oid *id, const char *name, const GArray *mended)
{
  char hex[VR_GIT_HEX_BYTES];
  char own[VR_GIT_HEX_BYTES];

  git_oid_tostr (hex, sizeof hex, id);
  if (g_hash_table_contains (self->lost, id))
    g_ptr_array_add (self->changes, g_strdup_printf (_ ("%s: version %.7s is lost."), name, hex));
  else if (mended->len == 1 && !git_oid_equal (&g_array_index (mended, git_oid, 0), id))
    g_ptr_array_add (
        self->changes,
        g_strdup_printf (_ ("%s: version %.7s is now called %.7s."), name, hex,
                         git_oid_tostr (own, sizeof own, &g_array_index (mended, git_oid, 0))));
}

static GArray *
mend_one (VrMending *self, const git_oid *id, const char *name)
{
  const git_oid *other = g_hash_table_lookup (self->replacements, id);
  GArray *mended = other != NULL ? g_hash_table_lookup (self->mended, other) : NULL;

  mended = mended != NULL ? g_array_copy (mended) : mend_commit (self, id, name);
  if (name != NULL)
    tell (self, id, name, mended);

  return mended;
}

const GArray *
vr_mending_mend (VrMending *self, const git_oid *id, const char *name)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (git_oid));

  g_array_append_vals (left, id, 1);
  while (left->len > 0)
    {
      guint n = left->len;
      git_oid next = g_array_index (left, git_oid, n - 1);

      if (!g_hash_table_contains (self->mended, &next))
        push_before (self, &next, name, left);
      if (left->len > n)
        continue;
      g_array_set_size (left, n - 1);
      if (!g_hash_table_contains (self->mended, &next))
        g_hash_table_insert (self->mended, dup_id (&next), mend_one (self, &next, name));
    }

  return g_hash_table_lookup (self->mended, id);
}
