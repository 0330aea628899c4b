/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list of variants says of each: its titles, how many versions, when last seen, whether that
 * is news. */
#include "vr-variant-figures.h"

#include "vr-record.h"
#include "vr-seen.h"
#include "vr-variant.h"
#include "vr-version-private.h"
#include "vr-version-record.h"

void
vr_variant_figures_free (VrVariantFigures *self)
{
  if (self == NULL)
    return;
  vr_variant_titles_clear (&self->titles);
  g_clear_pointer (&self->last_seen, g_date_time_unref);
  g_free (self);
}

/* In no order, which is what takes time. */
static gboolean
count_versions (VrArchive *archive, const git_oid *last, guint *n, GCancellable *cancellable,
                GError **error)
{
  g_autoptr (git_revwalk) walk = NULL;
  git_oid id;
  int result;

  *n = 0;
  if (!vr_git_check (git_revwalk_new (&walk, archive->repository), archive->path, error)
      || !vr_git_check (git_revwalk_push (walk, last), archive->path, error))
    return FALSE;
  while ((result = git_revwalk_next (&id, walk)) == 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      (*n)++;
    }

  return result == GIT_ITEROVER || vr_git_check (result, archive->path, error);
}

/* Seen again may be noted of an earlier moment than the one it was kept at. */
static GDateTime *
find_last_seen (VrArchive *archive, const char *name, const git_oid *last, GError **error)
{
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GDateTime) retrieved = NULL;
  char hex[VR_GIT_HEX_BYTES];
  GDateTime *again;

  if (!vr_git_check (git_commit_lookup (&commit, archive->repository, last), archive->path, error))
    return NULL;
  retrieved = vr_version_record_dup_time (&git_commit_committer (commit)->when);
  seen = vr_seen_list (archive, name, error);
  if (seen == NULL)
    return NULL;
  again = g_hash_table_lookup (seen, git_oid_tostr (hex, sizeof hex, last));

  return again != NULL && g_date_time_compare (again, retrieved) > 0 ? g_date_time_ref (again)
                                                                     : g_steal_pointer (&retrieved);
}

VrVariantFigures *
vr_variant_figures_copy (const VrVariantFigures *self)
{
  VrVariantFigures *copy = g_new0 (VrVariantFigures, 1);

  copy->titles = vr_variant_titles_copy (&self->titles);
  copy->n_versions = self->n_versions;
  copy->last_seen = g_date_time_ref (self->last_seen);

  return copy;
}

VrVariantFigures *
vr_variant_figures_new (VrArchive *archive, const char *name, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (VrVariantFigures) figures = g_new0 (VrVariantFigures, 1);
  g_autofree char *hex = vr_version_find_last (archive, name, error);
  git_oid last;

  if (hex == NULL || !vr_git_check (git_oid_fromstr (&last, hex), archive->path, error)
      || !count_versions (archive, &last, &figures->n_versions, cancellable, error))
    return NULL;
  vr_variant_titles_read (archive, name, hex, &figures->titles);
  figures->last_seen = find_last_seen (archive, name, &last, error);

  return figures->last_seen != NULL ? g_steal_pointer (&figures) : NULL;
}

static gboolean
add_refs (VrArchive *archive, const char *glob, GString *stamp, GError **error)
{
  g_autoptr (git_reference_iterator) iterator = NULL;
  git_reference *next;
  int result;

  if (!vr_git_check (git_reference_iterator_glob_new (&iterator, archive->repository, glob),
                     archive->path, error))
    return FALSE;
  while ((result = git_reference_next (&next, iterator)) == 0)
    {
      g_autoptr (git_reference) ref = next;
      const git_oid *id = git_reference_target (ref);
      char hex[VR_GIT_HEX_BYTES] = "";

      if (id != NULL)
        git_oid_tostr (hex, sizeof hex, id);
      g_string_append_printf (stamp, "%s %s\n", git_reference_name (ref), hex);
    }

  return result == GIT_ITEROVER || vr_git_check (result, archive->path, error);
}

char *
vr_variant_dup_stamp (VrArchive *archive, const char *name, GError **error)
{
  g_autofree char *head = g_strconcat (VR_ARCHIVE_HEADS, name, NULL);
  g_autofree char *seen = g_strconcat (VR_ARCHIVE_SEEN, name, NULL);
  g_autofree char *labels = g_strconcat (VR_ARCHIVE_TAGS, name, "/*", NULL);
  g_autofree char *record = g_strconcat (VR_RECORDS, name, NULL);
  g_autoptr (GString) stamp = g_string_new (NULL);

  if (!vr_variant_is_name (name) || !add_refs (archive, head, stamp, error)
      || !add_refs (archive, seen, stamp, error) || !add_refs (archive, labels, stamp, error)
      || !add_refs (archive, record, stamp, error))
    return NULL;

  return g_string_free (g_steal_pointer (&stamp), FALSE);
}
