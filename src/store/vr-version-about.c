/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the archive knows of a version besides its text. */
#include "vr-version-about.h"

#include "vr-json-reader.h"
#include "vr-version-private.h"

void
vr_version_about_clear (VrVersionAbout *self)
{
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->format, g_free);
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->url, g_free);
}

static JsonObject *
peek_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* A version that was made with git alone has no metadata, or none that can be read. */
static void
read_metadata (VrArchive *archive, const char *id, VrVersionAbout *self)
{
  g_autoptr (GBytes) metadata = vr_version_read_metadata (archive, id, NULL);
  gsize n_bytes = 0;
  const char *json = metadata != NULL ? g_bytes_get_data (metadata, &n_bytes) : NULL;
  g_autoptr (JsonNode) node = json != NULL ? vr_json_read (json, n_bytes, id, NULL) : NULL;
  JsonObject *object = peek_object (node);
  JsonObject *source;
  const char *name;

  if (object == NULL)
    return;
  self->title = g_strdup (vr_json_peek_string (object, "title"));
  self->encoding = g_strdup (vr_json_peek_string (object, "encoding"));
  source = json_object_has_member (object, "source")
               ? peek_object (json_object_get_member (object, "source"))
               : NULL;
  if (source == NULL)
    return;
  self->sha256 = g_strdup (vr_json_peek_string (source, "sha256"));
  self->format = g_strdup (vr_json_peek_string (source, "format"));
  name = vr_json_peek_string (source, "name");
  if (name != NULL && g_str_has_prefix (name, "http"))
    self->url = g_strdup (name);
}

gboolean
vr_version_about_read (VrArchive *archive, const char *id, VrVersionAbout *self, GError **error)
{
  g_autoptr (git_commit) commit = NULL;
  git_oid oid;

  if (!vr_git_parse_id (id, &oid)
      || !vr_git_check (git_commit_lookup (&commit, archive->repository, &oid), archive->path,
                        error))
    return FALSE;
  self->author = g_utf8_make_valid (git_commit_author (commit)->name, -1);
  read_metadata (archive, id, self);

  return TRUE;
}
