/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels of versions: tags STORY/VARIANT/LABEL. */
#include "vr-label-private.h"

#include "vr-refs.h"
#include "vr-variant.h"
#include "vr-version-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MATTER "label "
/* What a reader of git is told; an odd count says the same. */
#define REMOVED "removed"
#define GIVEN "given"

static char *
dup_ref (const char *name, const char *label, GError **error)
{
  g_autofree char *slug = g_utf8_validate (label, -1, NULL) ? vr_variant_dup_slug (label) : NULL;

  if (slug == NULL || vr_version_name_is_taken (slug))
    {
      g_autofree char *valid = g_utf8_make_valid (label, -1);

      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("“%s” is no label: it would be taken for a number, a date or a version’s id, "
                      "or has no letters."),
                   valid);
      return NULL;
    }

  return g_strconcat (VR_ARCHIVE_TAGS, name, "/", slug, NULL);
}

static gboolean
fail_overtaken (VrArchive *archive, const char *label, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
               _ ("The label “%s” was changed by another program in the archive “%s”; try again."),
               label, archive->path);

  return FALSE;
}

/* What a record tells of a label is how often it was taken away from a version or given back. */
static char *
dup_matter (VrArchive *archive, const char *slug, const git_oid *id)
{
  g_autoptr (git_object) object = NULL;
  g_autoptr (git_object) commit = NULL;
  char hex[VR_GIT_HEX_BYTES];

  /* Another's annotated tag stands for its commit. */
  if (git_object_lookup (&object, archive->repository, id, GIT_OBJECT_ANY) == 0
      && git_object_peel (&commit, object, GIT_OBJECT_COMMIT) == 0)
    id = git_object_id (commit);

  return g_strdup_printf (MATTER "%s %s", slug, git_oid_tostr (hex, sizeof hex, id));
}

gboolean
vr_label_is_removed (VrArchive *archive, GHashTable *record, const char *slug, const git_oid *id)
{
  g_autofree char *matter = NULL;
  const VrRecordLine *line;

  if (g_hash_table_size (record) == 0)
    return FALSE;
  matter = dup_matter (archive, slug, id);
  line = g_hash_table_lookup (record, matter);

  return line != NULL && line->count % 2 == 1;
}

/* A sync would bring it back from wherever it still is. */
static gboolean
note_removed (VrArchive *archive, const char *name, const char *slug, const git_oid *id,
              gboolean is_removed, GError **error)
{
  g_autoptr (GHashTable) record = vr_record_read (archive, name, error);
  g_autofree char *matter = NULL;

  if (record == NULL)
    return FALSE;
  if (vr_label_is_removed (archive, record, slug, id) == is_removed)
    return TRUE;
  matter = dup_matter (archive, slug, id);

  return vr_record_set (archive, name, matter, is_removed ? REMOVED : GIVEN, error);
}

gboolean
vr_label_drop_removed (VrArchive *archive, const char *name, GError **error)
{
  g_autofree char *prefix = g_strconcat (VR_ARCHIVE_TAGS, name, "/", NULL);
  g_autoptr (GHashTable) refs = vr_archive_list_refs (archive, prefix, error);
  g_autoptr (GHashTable) record = refs != NULL ? vr_record_read (archive, name, error) : NULL;
  GHashTableIter iter;
  gpointer ref, hex;
  git_oid id;

  if (record == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, refs);
  while (g_hash_table_iter_next (&iter, &ref, &hex))
    if (vr_git_parse_id (hex, &id)
        && vr_label_is_removed (archive, record, (char *)ref + strlen (prefix), &id)
        && !vr_refs_remove (archive, ref, error))
      return FALSE;

  return TRUE;
}

/* What has one version's label is taken from the other before. */
static gboolean
note_move (VrArchive *archive, const char *name, const char *ref, const git_oid *old_id,
           const git_oid *new_id, GError **error)
{
  const char *slug = ref + strlen (VR_ARCHIVE_TAGS) + strlen (name) + 1;

  return (old_id == NULL || note_removed (archive, name, slug, old_id, TRUE, error))
         && (new_id == NULL || note_removed (archive, name, slug, new_id, FALSE, error));
}

gboolean
vr_label_set (VrArchive *archive, const char *name, const char *label, const char *id,
              GError **error)
{
  g_autofree char *ref = dup_ref (name, label, error);
  g_auto (VrArchiveLock) lock = ref != NULL ? vr_archive_lock (archive, error) : -1;
  gboolean found;
  gboolean overtaken;
  git_oid old_id;
  git_oid new_id;

  if (lock < 0 || !vr_archive_find (archive, ref, &old_id, &found, error))
    return FALSE;
  if (id == NULL)
    return !found
           || (note_move (archive, name, ref, &old_id, NULL, error)
               && vr_refs_remove (archive, ref, error));
  if (!vr_git_check (git_oid_fromstr (&new_id, id), archive->path, error))
    return FALSE;
  if (found && git_oid_equal (&old_id, &new_id))
    return TRUE;
  if (!note_move (archive, name, ref, found ? &old_id : NULL, &new_id, error))
    return FALSE;
  if (vr_refs_move (archive, ref, found ? &old_id : NULL, &new_id, &overtaken, error))
    return TRUE;

  return overtaken ? fail_overtaken (archive, label, error) : FALSE;
}

static gboolean
add_label (VrArchive *archive, const char *ref, gsize prefix, GHashTable *labels, GError **error)
{
  g_autofree char *hex = g_malloc (VR_GIT_HEX_BYTES);
  g_autoptr (git_reference) reference = NULL;
  g_autoptr (git_object) commit = NULL;
  int result = git_reference_lookup (&reference, archive->repository, ref);

  /* Another program took it away meanwhile. */
  if (result == GIT_ENOTFOUND)
    return TRUE;
  if (!vr_git_check (result, archive->path, error))
    return FALSE;
  /* Another's annotated tag stands for its commit; a tag of something else is no label. */
  if (git_reference_peel (&commit, reference, GIT_OBJECT_COMMIT) < 0)
    return TRUE;
  git_oid_tostr (hex, VR_GIT_HEX_BYTES, git_object_id (commit));
  g_hash_table_insert (labels, g_strdup (ref + prefix), g_steal_pointer (&hex));

  return TRUE;
}

GHashTable *
vr_label_list (VrArchive *archive, const char *name, GError **error)
{
  g_autofree char *prefix = g_strconcat (VR_ARCHIVE_TAGS, name, "/", NULL);
  g_autoptr (GHashTable) refs = vr_archive_list_refs (archive, prefix, error);
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer ref;

  if (refs == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, refs);
  while (g_hash_table_iter_next (&iter, &ref, NULL))
    if (!add_label (archive, ref, strlen (prefix), labels, error))
      return NULL;

  return g_steal_pointer (&labels);
}
