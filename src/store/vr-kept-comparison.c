/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved comparisons kept in the archive, beside the variants of their story. */
#include "vr-kept-comparison.h"

#include "vr-maintenance-private.h"
#include "vr-pack.h"
#include "vr-person.h"
#include "vr-refs.h"
#include "vr-seen.h"
#include "vr-variant.h"
#include "vr-version-private.h"

#include <glib/gi18n-lib.h>

/* Of a title, so that its slug has room for the suffix, whatever its characters. */
#define MAX_TITLE_CHARS 40
#define HASH_DIGITS 8
#define MAX_TRIES 100

/* A title cut still differs from others that begin alike. */
static char *
dup_short (const char *title)
{
  g_autofree char *start = NULL;
  g_autofree char *hash = NULL;

  if (strlen (title) + strlen (VR_KEPT_COMPARISON_SUFFIX) <= VR_VARIANT_MAX_BYTES)
    return g_strdup (title);
  start = g_utf8_substring (title, 0, MIN (MAX_TITLE_CHARS, g_utf8_strlen (title, -1)));
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, title, -1);

  return g_strdup_printf ("%s-%.*s", start, HASH_DIGITS, hash);
}

char *
vr_kept_comparison_dup_name (const char *story, const char *title, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  g_autofree char *slug = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *short_title = NULL;

  if (g_str_has_suffix (valid, VR_KEPT_COMPARISON_SUFFIX))
    valid[strlen (valid) - strlen (VR_KEPT_COMPARISON_SUFFIX)] = '\0';
  slug = vr_variant_dup_slug (valid);
  /* A name of nothing but signs is told by who makes names. */
  if (slug == NULL)
    return vr_variant_dup_name (story, valid, error);
  short_title = dup_short (slug);
  whole = g_strconcat (short_title, VR_KEPT_COMPARISON_SUFFIX, NULL);

  return vr_variant_dup_name (story, whole, error);
}

gboolean
vr_kept_comparison_is_name (const char *name)
{
  return g_str_has_suffix (name, VR_KEPT_COMPARISON_SUFFIX) && vr_variant_is_name (name);
}

GPtrArray *
vr_kept_comparison_list (VrArchive *archive, GError **error)
{
  return vr_archive_list_names (archive, VR_ARCHIVE_COMPARISONS, NULL, error);
}

GPtrArray *
vr_kept_comparison_list_story (VrArchive *archive, const char *story, GError **error)
{
  g_autoptr (GPtrArray) all = vr_archive_list_variants (archive, story, error);
  g_autoptr (GPtrArray) comparisons =
      all != NULL ? vr_archive_list_names (archive, VR_ARCHIVE_COMPARISONS, story, error) : NULL;

  if (comparisons == NULL)
    return NULL;
  for (guint i = 0; i < comparisons->len; i++)
    g_ptr_array_add (all, g_strdup (g_ptr_array_index (comparisons, i)));

  return g_steal_pointer (&all);
}

/* What is at hand while one is written. */
typedef struct
{
  VrArchive *archive;
  const char *name;
  GBytes *bytes;
  const char *message;
  GDateTime *time;
  git_oid version;
} Writing;

static void
add_version (VrPack *pack, const Writing *self, const git_oid *blob, const git_oid *before,
             git_oid *id)
{
  g_autoptr (GString) tree = g_string_new ("100644 " VR_VERSION_COMPARISON);
  g_autoptr (GString) commit = g_string_new (NULL);
  char hex[VR_GIT_HEX_BYTES];
  git_oid tree_id;

  g_string_append_c (tree, '\0');
  g_string_append_len (tree, (const char *)blob->id, GIT_OID_RAWSZ);
  vr_pack_add (pack, GIT_OBJECT_TREE, tree->str, tree->len, &tree_id);
  g_string_append_printf (commit, "tree %s\n", git_oid_tostr (hex, sizeof hex, &tree_id));
  if (before != NULL)
    g_string_append_printf (commit, "parent %s\n", git_oid_tostr (hex, sizeof hex, before));
  vr_person_append (commit, "author", NULL, self->time);
  vr_person_append (commit, "committer", NULL, self->time);
  /* The name makes it another version than the same comparison's by another name. */
  g_string_append_printf (commit, "\n%s\n\n" VR_VERSION_TRAILER "Comparison: %s\n", self->message,
                          self->name);
  vr_pack_add (pack, GIT_OBJECT_COMMIT, commit->str, commit->len, id);
}

static gboolean
has_bytes (VrArchive *archive, const git_oid *version, const git_oid *blob, gboolean *is_same,
           GError **error)
{
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (git_tree) tree = NULL;
  const git_tree_entry *entry;

  if (!vr_git_check (git_commit_lookup (&commit, archive->repository, version), archive->path,
                     error)
      || !vr_git_check (git_commit_tree (&tree, commit), archive->path, error))
    return FALSE;
  entry = git_tree_entry_byname (tree, VR_VERSION_COMPARISON);
  *is_same = entry != NULL && git_oid_equal (git_tree_entry_id (entry), blob);

  return TRUE;
}

static VrSnapshotResult
write_once (Writing *self, GError **error)
{
  g_autofree char *ref = g_strconcat (VR_ARCHIVE_COMPARISONS, self->name, NULL);
  g_autoptr (VrPack) pack = vr_pack_new ();
  gboolean found, overtaken = FALSE, is_same = FALSE;
  gsize n_bytes;
  const void *data = g_bytes_get_data (self->bytes, &n_bytes);
  git_oid before, blob;

  vr_pack_add (pack, GIT_OBJECT_BLOB, data, n_bytes, &blob);
  if (!vr_archive_find (self->archive, ref, &before, &found, error)
      || (found && !has_bytes (self->archive, &before, &blob, &is_same, error)))
    return VR_SNAPSHOT_FAILED;
  if (is_same)
    {
      self->version = before;
      return vr_seen_note (self->archive, self->name, &before, self->time, error)
                 ? VR_SNAPSHOT_SEEN
                 : VR_SNAPSHOT_FAILED;
    }
  add_version (pack, self, &blob, found ? &before : NULL, &self->version);
  if (!vr_pack_write (pack, self->archive->path, error))
    return VR_SNAPSHOT_FAILED;
  if (vr_refs_move (self->archive, ref, found ? &before : NULL, &self->version, &overtaken, error))
    return VR_SNAPSHOT_WRITTEN;

  return overtaken ? VR_SNAPSHOT_OVERTAKEN : VR_SNAPSHOT_FAILED;
}

static VrSnapshotResult
write_under_lock (Writing *self, GError **error)
{
  g_auto (VrArchiveLock) lock = vr_archive_lock (self->archive, error);

  /* Git itself does not heed our lock, so it may be first. */
  for (guint i = 0; lock >= 0 && i < MAX_TRIES; i++)
    {
      VrSnapshotResult result = write_once (self, error);

      if (result != VR_SNAPSHOT_OVERTAKEN)
        return result;
    }
  if (lock >= 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                 _ ("Others write “%s” in the archive “%s” all the time; try again."), self->name,
                 self->archive->path);

  return VR_SNAPSHOT_FAILED;
}

VrSnapshotResult
vr_kept_comparison_write (VrArchive *archive, const char *name, GBytes *bytes, const char *message,
                          GDateTime *time, char **id, GError **error)
{
  Writing writing = { archive, name, bytes, message, time, { { 0 } } };
  VrSnapshotResult result = write_under_lock (&writing, error);

  if (result == VR_SNAPSHOT_FAILED)
    return result;
  *id = git_oid_tostr (g_malloc (VR_GIT_HEX_BYTES), VR_GIT_HEX_BYTES, &writing.version);
  vr_maintenance_note_pack (archive);

  return result;
}
