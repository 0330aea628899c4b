/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of another repository is an archive's. */
#include "vr-sync-accept.h"

#include "vr-json-reader.h"
#include "vr-version-private.h"

#include <glib/gi18n-lib.h>

#define FORMATS "variorum-article-"
#define FORMAT FORMATS "1"

static gboolean
fail_newer (const char *remote, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("The archive “%s” was made by a newer Variorum; update this one."), remote);

  return FALSE;
}

gboolean
vr_sync_accept_remote (const char *remote, GError **error)
{
  g_autofree char *path = g_build_filename (remote, "config", NULL);
  g_autoptr (git_config) config = NULL;
  int format = 0;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || git_config_open_ondisk (&config, path) < 0
      || git_config_get_int32 (&format, config, VR_ARCHIVE_FORMAT_KEY) < 0
      || format <= VR_ARCHIVE_FORMAT)
    return TRUE;

  return fail_newer (remote, error);
}

/* A commit's file, or NULL. */
static git_blob *
find_file (VrArchive *archive, const git_oid *id, const char *name)
{
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (git_tree) tree = NULL;
  const git_tree_entry *entry;
  git_blob *blob = NULL;

  if (git_commit_lookup (&commit, archive->repository, id) < 0
      || git_commit_tree (&tree, commit) < 0)
    return NULL;
  entry = git_tree_entry_byname (tree, name);
  if (entry == NULL || git_blob_lookup (&blob, archive->repository, git_tree_entry_id (entry)) < 0)
    return NULL;

  return blob;
}

static gboolean
accept_version (VrArchive *archive, const char *remote, const git_oid *id, gboolean *is_ours,
                GError **error)
{
  g_autoptr (git_blob) text = find_file (archive, id, VR_VERSION_TEXT);
  g_autoptr (git_blob) metadata = find_file (archive, id, VR_VERSION_METADATA);
  g_autoptr (JsonNode) node = metadata != NULL ? vr_json_read (git_blob_rawcontent (metadata),
                                                               (gsize)git_blob_rawsize (metadata),
                                                               VR_VERSION_METADATA, NULL)
                                               : NULL;
  const char *format = node != NULL && JSON_NODE_HOLDS_OBJECT (node)
                           ? vr_json_peek_string (json_node_get_object (node), "format")
                           : NULL;

  *is_ours = text != NULL && g_strcmp0 (format, FORMAT) == 0;
  if (format != NULL && !*is_ours && g_str_has_prefix (format, FORMATS))
    return fail_newer (remote, error);

  return TRUE;
}

static gboolean
is_label (VrArchive *archive, const git_oid *id)
{
  g_autoptr (git_object) object = NULL;
  g_autoptr (git_object) commit = NULL;

  return git_object_lookup (&object, archive->repository, id, GIT_OBJECT_ANY) == 0
         && git_object_peel (&commit, object, GIT_OBJECT_COMMIT) == 0;
}

gboolean
vr_sync_accept (VrArchive *archive, const char *remote, const char *rest, const git_oid *id,
                gboolean *is_ours, GError **error)
{
  g_autoptr (git_blob) blob = NULL;
  g_autoptr (git_commit) commit = NULL;

  if (g_str_has_prefix (rest, "heads/"))
    return accept_version (archive, remote, id, is_ours, error);
  if (g_str_has_prefix (rest, "tags/"))
    *is_ours = is_label (archive, id);
  else if (g_str_has_prefix (rest, "sources/"))
    *is_ours = (blob = find_file (archive, id, VR_VERSION_SOURCE)) != NULL;
  else if (g_str_has_prefix (rest, "notes/") || g_str_has_prefix (rest, "comparisons/"))
    *is_ours = git_commit_lookup (&commit, archive->repository, id) == 0;
  else
    *is_ours = git_blob_lookup (&blob, archive->repository, id) == 0;

  return TRUE;
}
