/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an archive has and the repository that it is synced with has not, sent there. */
#include "vr-label-private.h"
#include "vr-refs.h"
#include "vr-sync-git.h"
#include "vr-sync-private.h"
#include "vr-variant.h"

#define REFS "refs/"
#define THERE VR_SYNC
#define HEADS "heads/"
#define TAGS "tags/"
/* Of refs told to one git: a command line takes some megabytes. */
#define MAX_REFS 1000
/* At the end of a pipe git goes by that repository's configuration, which syncs no refs. */
#define DURABLY "--receive-pack=git -c core.fsync=all -c receive.unpackLimit=1 receive-pack"

/* What is to be told to git for a ref that differs there; NULL for one that does not. */
static gboolean
add_send (VrArchive *archive, const char *ref, GHashTable *erased, GPtrArray *words, VrSync *result,
          GError **error)
{
  const char *rest = ref + strlen (REFS);
  g_autofree char *there_ref = g_strconcat (THERE, rest, NULL);
  g_autofree char *name = vr_sync_dup_variant (strchr (rest, '/') + 1);
  gboolean found, is_there;
  git_oid here, there;
  char hex[VR_GIT_HEX_BYTES];
  char old[VR_GIT_HEX_BYTES] = "";

  if (!vr_archive_find (archive, ref, &here, &found, error)
      || !vr_archive_find (archive, there_ref, &there, &is_there, error))
    return FALSE;
  if (!found || !vr_variant_is_name (name) || (is_there && git_oid_equal (&here, &there)))
    return TRUE;
  if (g_hash_table_contains (erased, name))
    {
      result->n_left_out += g_str_has_prefix (rest, HEADS);
      return TRUE;
    }
  if (is_there)
    git_oid_tostr (old, sizeof old, &there);
  g_ptr_array_add (words, g_strdup_printf ("--force-with-lease=%s:%s", ref, old));
  g_ptr_array_add (words, g_strdup_printf ("%s:%s", git_oid_tostr (hex, sizeof hex, &here), ref));
  result->n_sent += g_str_has_prefix (rest, HEADS);

  return TRUE;
}

/* A label that was taken away here goes there too, under whatever name the variant has there. */
static gboolean
add_removal (VrArchive *archive, const char *there_ref, GHashTable *erased, GPtrArray *words,
             GError **error)
{
  const char *behind = there_ref + strlen (THERE TAGS);
  g_autofree char *name = vr_sync_dup_variant (behind);
  g_autofree char *ref = g_strconcat (REFS, there_ref + strlen (THERE), NULL);
  g_autofree char *own = NULL;
  g_autoptr (GHashTable) record = NULL;
  gboolean is_here, is_there;
  git_oid here, there;
  char hex[VR_GIT_HEX_BYTES];

  if (!vr_archive_find (archive, ref, &here, &is_here, error)
      || !vr_archive_find (archive, there_ref, &there, &is_there, error))
    return FALSE;
  if (is_here || !is_there || !vr_variant_is_name (name) || g_str_equal (name, behind)
      || g_hash_table_contains (erased, name))
    return TRUE;
  own = vr_sync_dup_own_name (archive, name);
  record = vr_record_read (archive, own, error);
  if (record == NULL)
    return FALSE;
  if (!vr_label_is_removed (archive, record, behind + strlen (name) + 1, &there))
    return TRUE;
  git_oid_tostr (hex, sizeof hex, &there);
  g_ptr_array_add (words, g_strdup_printf ("--force-with-lease=%s:%s", ref, hex));
  g_ptr_array_add (words, g_strdup_printf (":%s", ref));

  return TRUE;
}

static gboolean
add_removals (VrArchive *archive, GHashTable *erased, GPtrArray *words, GError **error)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);

  if (!vr_sync_list_refs (archive, THERE TAGS, refs, error))
    return FALSE;
  for (guint i = 0; i < refs->len; i++)
    if (!add_removal (archive, g_ptr_array_index (refs, i), erased, words, error))
      return FALSE;

  return TRUE;
}

/* @specs: a lease and a refspec in turn, from @from on. */
static gboolean
push_some (VrArchive *archive, const char *remote, const GPtrArray *specs, guint from,
           gboolean *overtaken, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) trouble = NULL;
  g_autofree char *output = NULL;
  guint end = MIN (specs->len, from + 2 * MAX_REFS);

  g_ptr_array_add (words, (gpointer) "push");
  g_ptr_array_add (words, (gpointer) "--porcelain");
  if (g_file_test (remote, G_FILE_TEST_IS_DIR))
    g_ptr_array_add (words, (gpointer)DURABLY);
  for (guint i = from; i < end; i += 2)
    g_ptr_array_add (words, g_ptr_array_index (specs, i));
  g_ptr_array_add (words, (gpointer) "--");
  g_ptr_array_add (words, (gpointer)remote);
  for (guint i = from; i < end; i += 2)
    g_ptr_array_add (words, g_ptr_array_index (specs, i + 1));
  if (vr_sync_git_run (archive, remote, words, &output, &trouble))
    return TRUE;
  /* A line of a ref that was not taken: another program was first. */
  *overtaken = output != NULL && (g_str_has_prefix (output, "!") || strstr (output, "\n!") != NULL);
  g_propagate_error (error, g_steal_pointer (&trouble));

  return FALSE;
}

gboolean
vr_sync_send (VrArchive *archive, const char *remote, GHashTable *erased, VrSync *result,
              gboolean *overtaken, GError **error)
{
  g_autoptr (GPtrArray) specs = g_ptr_array_new_with_free_func (g_free);

  result->n_sent = result->n_left_out = 0;
  for (guint i = 0; i < VR_REFS_N_KINDS; i++)
    {
      g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *prefix = g_strconcat (REFS, vr_sync_get_kind (i), NULL);

      if (!vr_sync_list_refs (archive, prefix, refs, error))
        return FALSE;
      for (guint k = 0; k < refs->len; k++)
        if (!add_send (archive, g_ptr_array_index (refs, k), erased, specs, result, error))
          return FALSE;
    }
  if (!add_removals (archive, erased, specs, error))
    return FALSE;
  for (guint from = 0; from < specs->len; from += 2 * MAX_REFS)
    if (!push_some (archive, remote, specs, from, overtaken, error))
      return FALSE;

  return TRUE;
}
