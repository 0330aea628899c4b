/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version of an article put into the archive. */
#include "vr-snapshot.h"

#include "vr-json-writer.h"
#include "vr-maintenance-private.h"
#include "vr-pack.h"
#include "vr-person.h"
#include "vr-published.h"
#include "vr-refs.h"
#include "vr-seen.h"
#include "vr-sha256.h"
#include "vr-source-row.h"
#include "vr-variant.h"
#include "vr-version-private.h"

#include <glib/gi18n-lib.h>

#define TREE_FILE "100644 "
/* Of a pack while a series is written: it is in memory until then. */
#define SERIES_PACK_BYTES (64 * 1024 * 1024)

/* What is at hand while one is written. */
typedef struct
{
  VrArchive *archive;
  const VrSnapshot *snapshot;
  char *name; /* story/variant */
  VrPack *pack;
  git_oid text;
  git_oid source;
  git_oid version;
  git_oid source_version;
  git_oid before;
  gboolean has_before;
  git_oid source_before;
  gboolean has_source_before;
} Writing;

static void
writing_clear (Writing *self)
{
  g_free (self->name);
  g_clear_pointer (&self->pack, vr_pack_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

char *
vr_snapshot_dup_text (const VrArticle *article, gsize *n_bytes)
{
  GString *text = g_string_new (NULL);
  guint n = vr_article_get_n_paragraphs (article);

  for (guint i = 0; i < n; i++)
    {
      VrSlice paragraph = vr_article_get_paragraph_text (article, i);

      g_string_append_len (text, paragraph.text, (gssize)paragraph.n_bytes);
      g_string_append_c (text, '\n');
    }
  *n_bytes = text->len;

  return g_string_free (text, FALSE);
}

static void
add_text (Writing *self)
{
  gsize n_bytes;
  g_autofree char *text = vr_snapshot_dup_text (self->snapshot->article, &n_bytes);

  vr_pack_add_blob (self->pack, VR_PACK_TEXTS, text, n_bytes, &self->text);
}

static void
put_time (VrJsonWriter *json, GDateTime *time)
{
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  vr_json_writer_string (json, text);
}

static void
put_source (VrJsonWriter *json, const Writing *self)
{
  gsize n_bytes;
  const void *data = g_bytes_get_data (self->snapshot->source, &n_bytes);
  const char *format = vr_article_get_fact (self->snapshot->article, VR_FACT_FORMAT);
  char sha256[VR_SHA256_HEX_BYTES];
  char blob[VR_GIT_HEX_BYTES];

  vr_sha256_hex (data, n_bytes, sha256);
  vr_json_writer_break_line (json);
  vr_json_writer_name (json, "source");
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "name", string, self->snapshot->source_name);
  if (format != NULL)
    vr_json_writer_put (json, "format", string, format);
  vr_json_writer_put (json, "bytes", uint, n_bytes);
  vr_json_writer_put (json, "sha256", string, sha256);
  vr_json_writer_put (json, "blob", string, git_oid_tostr (blob, sizeof blob, &self->source));
  vr_json_writer_end (json, '}');
}

static void
put_article (VrJsonWriter *json, const Writing *self)
{
  const VrArticle *article = self->snapshot->article;
  VrText *text = vr_article_get_text (article);

  vr_json_writer_break_line (json);
  vr_json_writer_put (json, "title", string, vr_article_get_title (article));
  vr_json_writer_break_line (json);
  vr_json_writer_put (json, "language", string, vr_article_get_language (article));
  vr_json_writer_put (json, "paragraphs", uint, vr_article_get_n_paragraphs (article));
  if (text != NULL)
    vr_json_writer_put (json, "encoding", string, vr_text_get_encoding (text));
}

/* In lines, so that git shows what differs. */
static void
add_metadata (Writing *self, git_oid *id)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (string);
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "format", string, "variorum-article-1");
  vr_json_writer_put (&json, "story", string, self->snapshot->story);
  vr_json_writer_put (&json, "variant", string, self->snapshot->variant);
  put_article (&json, self);
  vr_json_writer_break_line (&json);
  vr_json_writer_name (&json, "retrieved");
  put_time (&json, self->snapshot->retrieved);
  vr_json_writer_break_line (&json);
  vr_json_writer_name (&json, "published");
  put_time (&json, self->snapshot->published);
  put_source (&json, self);
  vr_json_writer_end (&json, '}');
  vr_output_put (output, "\n");
  vr_output_close (output, NULL);
  vr_pack_add (self->pack, GIT_OBJECT_BLOB, string->str, string->len, id);
}

static void
append_tree_entry (GString *tree, const char *name, const git_oid *id)
{
  g_string_append (tree, TREE_FILE);
  g_string_append (tree, name);
  g_string_append_c (tree, '\0');
  g_string_append_len (tree, (const char *)id->id, GIT_OID_RAWSZ);
}

static void
append_id (GString *commit, const char *what, const git_oid *id)
{
  char hex[VR_GIT_HEX_BYTES];

  g_string_append_printf (commit, "%s %s\n", what, git_oid_tostr (hex, sizeof hex, id));
}

/* The commit object as git writes it; libgit2 makes one only of objects that are there. */
static void
add_commit (Writing *self, const GString *tree, const git_oid *parent, const char *message,
            git_oid *id)
{
  const VrSnapshot *snapshot = self->snapshot;
  g_autoptr (GString) commit = g_string_new (NULL);
  git_oid tree_id;

  vr_pack_add (self->pack, GIT_OBJECT_TREE, tree->str, tree->len, &tree_id);
  append_id (commit, "tree", &tree_id);
  if (parent != NULL)
    append_id (commit, "parent", parent);
  vr_person_append (commit, "author", snapshot->author,
                    snapshot->published != NULL ? snapshot->published : snapshot->retrieved);
  vr_person_append (commit, "committer", NULL, snapshot->retrieved);
  g_string_append_printf (commit, "\n%s\n", message);
  vr_pack_add (self->pack, GIT_OBJECT_COMMIT, commit->str, commit->len, id);
}

static void
add_version (Writing *self, const char *message)
{
  g_autoptr (GString) tree = g_string_new (NULL);
  g_autoptr (GString) whole = g_string_new (message);
  git_oid metadata;

  vr_published_append (whole, self->snapshot->published != NULL ? self->snapshot->published
                                                                : self->snapshot->retrieved);
  add_metadata (self, &metadata);
  append_tree_entry (tree, VR_VERSION_METADATA, &metadata);
  append_tree_entry (tree, VR_VERSION_TEXT, &self->text);
  add_commit (self, tree, self->has_before ? &self->before : NULL, whole->str, &self->version);
}

static void
add_source_version (Writing *self)
{
  g_autoptr (GString) tree = g_string_new (NULL);
  g_autofree char *message = NULL;
  char hex[VR_GIT_HEX_BYTES];

  append_tree_entry (tree, VR_VERSION_SOURCE, &self->source);
  message =
      g_strdup_printf (VR_SOURCE_ROW_OF "%s", git_oid_tostr (hex, sizeof hex, &self->version));
  add_commit (self, tree, self->has_source_before ? &self->source_before : NULL, message,
              &self->source_version);
}

/* The source before the version: a version without its source never stands. */
static VrSnapshotResult
move_refs (Writing *self, GError **error)
{
  g_autofree char *head = g_strconcat (VR_ARCHIVE_HEADS, self->name, NULL);
  g_autofree char *sources = g_strconcat (VR_ARCHIVE_SOURCES, self->name, NULL);
  gboolean overtaken = FALSE;

  if (vr_refs_move (self->archive, sources, self->has_source_before ? &self->source_before : NULL,
                    &self->source_version, &overtaken, error)
      && vr_refs_move (self->archive, head, self->has_before ? &self->before : NULL, &self->version,
                       &overtaken, error))
    return VR_SNAPSHOT_WRITTEN;

  return overtaken ? VR_SNAPSHOT_OVERTAKEN : VR_SNAPSHOT_FAILED;
}

/* Everything of a version but its text, which is there. */
static void
add_all (Writing *self, const char *message)
{
  gsize n_bytes;
  const void *data = g_bytes_get_data (self->snapshot->source, &n_bytes);

  vr_pack_add_blob (self->pack, VR_PACK_SOURCES, data, n_bytes, &self->source);
  add_version (self, message);
  add_source_version (self);
}

static VrSnapshotResult
write_version (Writing *self, const char *message, GError **error)
{
  add_all (self, message);
  if (!vr_pack_write (self->pack, self->archive->path, error))
    return VR_SNAPSHOT_FAILED;

  return move_refs (self, error);
}

/* Where the variant stands, and whether that is where the caller thinks. */
static gboolean
find_before (Writing *self, const char *before, gboolean *overtaken, GError **error)
{
  g_autofree char *head = g_strconcat (VR_ARCHIVE_HEADS, self->name, NULL);
  g_autofree char *sources = g_strconcat (VR_ARCHIVE_SOURCES, self->name, NULL);
  char hex[VR_GIT_HEX_BYTES];

  if (!vr_archive_find (self->archive, head, &self->before, &self->has_before, error)
      || !vr_archive_find (self->archive, sources, &self->source_before, &self->has_source_before,
                           error))
    return FALSE;
  *overtaken =
      self->has_before != (before != NULL)
      || (before != NULL && !g_str_equal (git_oid_tostr (hex, sizeof hex, &self->before), before));

  return TRUE;
}

static char *
dup_hex (const git_oid *id)
{
  char *hex = g_malloc (VR_GIT_HEX_BYTES);

  return git_oid_tostr (hex, VR_GIT_HEX_BYTES, id);
}

static VrSnapshotResult
write_under_lock (VrArchive *archive, const VrSnapshot *self, const char *before,
                  const char *message, char **id, GError **error)
{
  g_auto (VrArchiveLock) lock = -1;
  g_autoptr (GDateTime) now = NULL;
  VrSnapshot own = *self;
  g_auto (Writing) writing = { .archive = archive, .snapshot = &own };
  VrSnapshotResult result;
  gboolean overtaken;
  gboolean is_same = FALSE;

  writing.name = vr_variant_dup_name (self->story, self->variant, error);
  lock = writing.name != NULL ? vr_archive_lock (archive, error) : -1;
  if (lock < 0 || !find_before (&writing, before, &overtaken, error))
    return VR_SNAPSHOT_FAILED;
  if (overtaken)
    return VR_SNAPSHOT_OVERTAKEN;
  now = g_date_time_new_now_local ();
  if (own.retrieved == NULL)
    own.retrieved = now;
  writing.pack = vr_pack_new ();
  add_text (&writing);
  if (writing.has_before
      && !vr_version_has_text (archive, &writing.before, &writing.text, &is_same, error))
    return VR_SNAPSHOT_FAILED;
  result = is_same ? vr_seen_note (archive, writing.name, &writing.before, own.retrieved, error)
                         ? VR_SNAPSHOT_SEEN
                         : VR_SNAPSHOT_FAILED
                   : write_version (&writing, message, error);
  if (result == VR_SNAPSHOT_WRITTEN || result == VR_SNAPSHOT_SEEN)
    *id = dup_hex (is_same ? &writing.before : &writing.version);

  return result;
}

VrSnapshotResult
vr_snapshot_write (VrArchive *archive, const VrSnapshot *self, const char *before,
                   const char *message, char **id, GError **error)
{
  VrSnapshotResult result = write_under_lock (archive, self, before, message, id, error);

  if (result == VR_SNAPSHOT_WRITTEN || result == VR_SNAPSHOT_SEEN)
    vr_maintenance_note_pack (archive);

  return result;
}

static gboolean
fail_there (VrArchive *archive, const char *name, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("The archive “%s” has a variant “%s” already; name another, or throw it away "
                  "with “variorum rm”."),
               archive->path, name);

  return FALSE;
}

/* What is written so far becomes a pack of its own, which nothing leads to yet. */
static gboolean
flush (Writing *self, gsize n_bytes, GError **error)
{
  if (vr_pack_get_n_bytes (self->pack) < n_bytes)
    return TRUE;
  if (!vr_pack_write (self->pack, self->archive->path, error))
    return FALSE;
  vr_pack_free (self->pack);
  self->pack = vr_pack_new ();

  return TRUE;
}

static gboolean
add_series (Writing *self, VrSnapshotNext next, gpointer data, guint *n_versions, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  VrSnapshot snapshot = { 0 };
  const char *message;
  git_oid last;

  self->snapshot = &snapshot;
  for (*n_versions = 0; next (data, &snapshot, &message, &trouble);)
    {
      add_text (self);
      if (*n_versions > 0 && git_oid_equal (&self->text, &last))
        continue;
      git_oid_cpy (&last, &self->text);
      add_all (self, message);
      git_oid_cpy (&self->before, &self->version);
      git_oid_cpy (&self->source_before, &self->source_version);
      self->has_before = self->has_source_before = TRUE;
      (*n_versions)++;
      if (!flush (self, SERIES_PACK_BYTES, error))
        return FALSE;
    }
  if (trouble != NULL)
    g_propagate_error (error, g_steal_pointer (&trouble));
  else if (*n_versions == 0)
    g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("There is no version to import."));
  else
    return flush (self, 0, error);

  return FALSE;
}

gboolean
vr_snapshot_write_series (VrArchive *archive, const char *name, VrSnapshotNext next, gpointer data,
                          guint *n_versions, GError **error)
{
  g_auto (VrArchiveLock) lock = vr_archive_lock (archive, error);
  g_auto (Writing) writing = { .archive = archive, .name = g_strdup (name) };
  gboolean overtaken;

  if (lock < 0 || !find_before (&writing, NULL, &overtaken, error))
    return FALSE;
  /* A source may stand there without a version, from before a crash. */
  if (writing.has_before)
    return fail_there (archive, name, error);
  vr_maintenance_note_series (archive);
  writing.pack = vr_pack_new ();
  if (!add_series (&writing, next, data, n_versions, error)
      || !find_before (&writing, NULL, &overtaken, error))
    return FALSE;
  if (move_refs (&writing, error) == VR_SNAPSHOT_WRITTEN)
    return TRUE;

  return error != NULL && *error != NULL ? FALSE : fail_there (archive, name, error);
}
