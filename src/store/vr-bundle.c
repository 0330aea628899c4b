/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An archive written as one file, a git bundle. */
#include "vr-bundle.h"

#include "vr-join.h"
#include "vr-kept-comparison.h"
#include "vr-output.h"
#include "vr-reach.h"
#include "vr-own-files.h"
#include "vr-refs.h"

#include <glib/gi18n-lib.h>

#define REFS "refs/"
/* Objects after which what was read is forgotten. */
#define MAX_REMEMBERED (64 * 1024)
#define SIGNATURE "# v2 git bundle\n"

/* Those of @all that @name, a story or a variant, means, if they are not among @chosen yet. */
static gboolean
choose (const GPtrArray *all, const char *name, GHashTable *seen, GPtrArray *chosen)
{
  g_autofree char *prefix = g_strconcat (name, "/", NULL);
  gboolean is_any = FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      char *other = g_ptr_array_index (all, i);

      if (!g_str_equal (other, name) && !g_str_has_prefix (other, prefix))
        continue;
      is_any = TRUE;
      if (g_hash_table_add (seen, other))
        g_ptr_array_add (chosen, g_strdup (other));
    }

  return is_any;
}

static gboolean
fail_missing (VrArchive *archive, const char *name, GError **error)
{
  if (name != NULL)
    g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                 _ ("There is no story or variant “%s” in the archive “%s”; “variorum stories” "
                    "lists them."),
                 name, archive->path);
  else
    g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                 _ ("The archive “%s” has nothing yet that could be exported."), archive->path);

  return FALSE;
}

static gboolean
choose_all (VrArchive *archive, const char *const *names, GPtrArray *chosen, GError **error)
{
  g_autoptr (GPtrArray) all = vr_kept_comparison_list_story (archive, NULL, error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean is_whole = names == NULL || names[0] == NULL;

  if (all == NULL)
    return FALSE;
  for (guint i = 0; !is_whole && names[i] != NULL; i++)
    if (!choose (all, names[i], seen, chosen))
      return fail_missing (archive, names[i], error);
  for (guint i = 0; is_whole && i < all->len; i++)
    g_ptr_array_add (chosen, g_strdup (g_ptr_array_index (all, i)));

  return chosen->len > 0 || fail_missing (archive, NULL, error);
}

/* What is collected. */
typedef struct
{
  VrArchive *archive;
  GString *header;
  VrJoin *join;
  git_repository *repository; /* whose memory of what it read goes with it */
  guint n_before;             /* objects when it was opened */
} Collecting;

/* Libgit2 remembers commits and trees; those of a large archive shall not be held at once. */
static gboolean
refresh_repository (Collecting *self, GError **error)
{
  if (self->repository != NULL && vr_join_get_n (self->join) - self->n_before < MAX_REMEMBERED)
    return TRUE;
  g_clear_pointer (&self->repository, git_repository_free);
  self->n_before = vr_join_get_n (self->join);

  return vr_git_check (git_repository_open_bare (&self->repository, self->archive->path),
                       self->archive->path, error);
}

static gboolean
add_line (Collecting *self, const char *ref, const char *name, GError **error)
{
  char hex[VR_GIT_HEX_BYTES];
  gboolean found;
  git_oid id;

  if (!vr_archive_find (self->archive, ref, &id, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  g_string_append_printf (self->header, "%s %s\n", git_oid_tostr (hex, sizeof hex, &id), name);

  return refresh_repository (self, error)
         && vr_reach_add (self->repository, &id, self->join, self->archive->path, error);
}

static gboolean
add_variant (Collecting *self, const char *name, GError **error)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);

  if (!vr_refs_list_variant (self->archive, REFS, name, refs, error))
    return FALSE;
  for (guint i = 0; i < refs->len; i++)
    {
      const char *ref = g_ptr_array_index (refs, i);

      if (!add_line (self, ref, ref, error))
        return FALSE;
    }

  return TRUE;
}

/* Who clones it shall see something: the first variant. */
static gboolean
add_head (Collecting *self, const char *name, GError **error)
{
  g_autofree char *ref = g_strconcat (
      vr_kept_comparison_is_name (name) ? VR_ARCHIVE_COMPARISONS : VR_ARCHIVE_HEADS, name, NULL);

  return add_line (self, ref, "HEAD", error);
}

static gboolean
collect (VrArchive *archive, const GPtrArray *chosen, GString *header, VrJoin *join, GError **error)
{
  Collecting collecting = { .archive = archive, .header = header, .join = join };
  gboolean is_done;

  g_string_append (header, SIGNATURE);
  is_done = add_head (&collecting, g_ptr_array_index (chosen, 0), error);
  for (guint i = 0; i < chosen->len && is_done; i++)
    is_done = add_variant (&collecting, g_ptr_array_index (chosen, i), error);
  g_string_append (header, "\n");
  g_clear_pointer (&collecting.repository, git_repository_free);

  return is_done;
}

static guint
count_variants (const GPtrArray *names)
{
  guint n = 0;

  for (guint i = 0; i < names->len; i++)
    n += !vr_kept_comparison_is_name (g_ptr_array_index (names, i));

  return n;
}

static gboolean
write_bytes (gpointer data, const void *bytes, gsize n_bytes)
{
  VrOutput *output = data;

  vr_output_write (output, bytes, n_bytes);

  return !vr_output_has_failed (output);
}

gboolean
vr_bundle_write (VrArchive *archive, const char *const *names, const char *path, guint *n_variants,
                 GError **error)
{
  g_auto (VrArchiveLock) packs_lock = vr_archive_lock_packs (archive, TRUE, error);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) header = g_string_new (NULL);
  g_autoptr (VrJoin) join = NULL;
  g_autoptr (VrOutput) output = NULL;
  g_autoptr (GError) trouble = NULL;

  if (packs_lock < 0 || !vr_own_files_check (archive, path, error)
      || !choose_all (archive, names, chosen, error))
    return FALSE;
  join = vr_join_new (archive, archive->odb, error);
  if (join == NULL || !collect (archive, chosen, header, join, error))
    return FALSE;
  output = vr_output_new_for_file (path, error);
  if (output == NULL)
    return FALSE;
  vr_output_make_durable (output);
  vr_output_write (output, header->str, header->len);
  if (!vr_join_stream (join, write_bytes, output, &trouble) && trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  *n_variants = count_variants (chosen);

  return vr_output_close (output, error);
}
