/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions by their texts alone, for whoever goes through a whole history. */
#include "vr-version-text.h"

#include "vr-published.h"
#include "vr-version-private.h"
#include "vr-version-record.h"

static gboolean
add_version (VrArchive *archive, const git_oid *id, git_commit *commit, GArray *texts,
             GError **error)
{
  g_autoptr (git_tree) tree = NULL;
  git_time when = vr_published_read (git_commit_author (commit)->when, git_commit_message (commit));
  const git_tree_entry *entry;
  VrVersionText version = { .published = when.time, .zone_minutes = when.offset };

  if (!vr_git_check (git_commit_tree (&tree, commit), archive->path, error))
    return FALSE;
  git_oid_tostr (version.id, sizeof version.id, id);
  entry = git_tree_entry_byname (tree, VR_VERSION_TEXT);
  if (entry != NULL)
    git_oid_tostr (version.text, sizeof version.text, git_tree_entry_id (entry));
  g_array_append_val (texts, version);

  return TRUE;
}

static void
reverse (GArray *texts)
{
  for (guint i = 0, k = texts->len; i + 1 < k; i++)
    {
      VrVersionText text = g_array_index (texts, VrVersionText, i);

      g_array_index (texts, VrVersionText, i) = g_array_index (texts, VrVersionText, --k);
      g_array_index (texts, VrVersionText, k) = text;
    }
}

/* Goes back from @last while every version has one before it: to @after, to the first one, or to
 * where histories were joined, which sets @is_joined. */
static gboolean
follow_line (VrArchive *archive, const git_oid *last, const git_oid *after, GArray *texts,
             gboolean *is_rest, gboolean *is_joined, GCancellable *cancellable, GError **error)
{
  git_oid id = *last;

  *is_rest = FALSE;
  *is_joined = FALSE;
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_autoptr (git_commit) commit = NULL;

      *is_rest = after != NULL && git_oid_equal (&id, after);
      if (*is_rest)
        return TRUE;
      if (!vr_git_check (git_commit_lookup (&commit, archive->repository, &id), archive->path,
                         error))
        return FALSE;
      *is_joined = git_commit_parentcount (commit) > 1;
      if (*is_joined)
        return TRUE;
      if (!add_version (archive, &id, commit, texts, error))
        return FALSE;
      if (git_commit_parentcount (commit) == 0)
        return TRUE;
      id = *git_commit_parent_id (commit, 0);
    }

  return FALSE;
}

static gboolean
walk (VrArchive *archive, const git_oid *last, GArray *texts, GCancellable *cancellable,
      GError **error)
{
  g_autoptr (git_revwalk) revwalk = NULL;
  git_oid id;
  int result;

  if (!vr_version_begin_walk (archive, last, &revwalk, error))
    return FALSE;
  while ((result = git_revwalk_next (&id, revwalk)) == 0)
    {
      g_autoptr (git_commit) commit = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !vr_git_check (git_commit_lookup (&commit, archive->repository, &id), archive->path,
                            error)
          || !add_version (archive, &id, commit, texts, error))
        return FALSE;
    }

  return result == GIT_ITEROVER || vr_git_check (result, archive->path, error);
}

GArray *
vr_version_text_list (VrArchive *archive, const char *last, const char *after, gboolean *is_rest,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (VrVersionText));
  gboolean is_joined;
  git_oid last_id;
  git_oid after_id;

  if (!vr_git_check (git_oid_fromstr (&last_id, last), archive->path, error)
      || (after != NULL && !vr_git_check (git_oid_fromstr (&after_id, after), archive->path, error))
      || !follow_line (archive, &last_id, after != NULL ? &after_id : NULL, texts, is_rest,
                       &is_joined, cancellable, error))
    return NULL;
  /* Most histories are a line, and that has been followed already. */
  if (!is_joined)
    reverse (texts);
  else
    {
      g_array_set_size (texts, 0);
      if (!walk (archive, &last_id, texts, cancellable, error))
        return NULL;
    }

  return g_steal_pointer (&texts);
}

gboolean
vr_version_text_find (VrArchive *archive, const char *text, gsize n_bytes, char **id,
                      GError **error)
{
  git_oid blob;

  *id = NULL;
  if (!vr_git_check (git_odb_hash (&blob, text, n_bytes, GIT_OBJECT_BLOB), archive->path, error))
    return FALSE;
  if (git_odb_exists (archive->odb, &blob))
    *id = git_oid_tostr (g_malloc (VR_GIT_HEX_BYTES), VR_GIT_HEX_BYTES, &blob);

  return TRUE;
}

GBytes *
vr_version_text_read (VrArchive *archive, const char *text, GError **error)
{
  git_oid id;

  if (*text == '\0')
    return g_bytes_new (NULL, 0);
  if (!vr_git_check (git_oid_fromstr (&id, text), archive->path, error))
    return NULL;

  return vr_version_read_blob (archive, &id, error);
}

GDateTime *
vr_version_text_dup_time (gint64 published, int zone_minutes)
{
  git_time when = { .time = published, .offset = zone_minutes };

  return vr_version_record_dup_time (&when);
}
