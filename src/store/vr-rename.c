/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Variants and stories get other names. */
#include "vr-rename.h"

#include "vr-kept-comparison.h"
#include "vr-moved.h"
#include "vr-ref-moves.h"
#include "vr-variant.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
clear_renamed (gpointer data)
{
  VrRenamed *renamed = data;

  g_free (renamed->name);
  g_free (renamed->new_name);
  vr_variant_titles_clear (&renamed->titles);
  vr_variant_titles_clear (&renamed->new_titles);
}

static void
add (GArray *all, const char *name, char *new_name)
{
  VrRenamed renamed = { .name = g_strdup (name), .new_name = new_name };

  g_array_append_val (all, renamed);
}

/* What @name, a story, means; each keeps its variant's name. */
static gboolean
add_story (VrArchive *archive, const char *name, const char *story, GArray *all, GError **error)
{
  g_autoptr (GPtrArray) names = vr_kept_comparison_list_story (archive, name, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *old = g_ptr_array_index (names, i);

      add (all, old, g_strconcat (story, strchr (old, '/'), NULL));
    }

  return names != NULL;
}

static char *
dup_new_name (const char *name, const char *story, const char *variant, GError **error)
{
  return vr_kept_comparison_is_name (name) ? vr_kept_comparison_dup_name (story, variant, error)
                                           : vr_variant_dup_name (story, variant, error);
}

/* @variant: (nullable): as it is called already. */
static gboolean
add_variant (VrArchive *archive, const char *name, const char *story, const char *variant,
             GArray *all, GError **error)
{
  static const char *const places[] = { VR_ARCHIVE_HEADS, VR_ARCHIVE_COMPARISONS };
  const char *own = strchr (name, '/') + 1;
  g_autofree char *new_name = dup_new_name (name, story, variant != NULL ? variant : own, error);

  for (guint i = 0; i < G_N_ELEMENTS (places) && new_name != NULL; i++)
    {
      g_autofree char *ref = g_strconcat (places[i], name, NULL);
      gboolean found;
      git_oid id;

      if (!vr_archive_find (archive, ref, &id, &found, error))
        return FALSE;
      if (found)
        {
          add (all, name, g_steal_pointer (&new_name));
          return TRUE;
        }
    }

  return new_name != NULL;
}

static gboolean
fail_two_levels (const char *name, const char *story, const char *variant, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” is a story and “%s/%s” a variant; name another story, or one variant, "
                  "STORY/VARIANT."),
               name, story, variant);

  return FALSE;
}

/* Both names as slugs, which what a reader types may not be yet. */
static gboolean
find_all (VrArchive *archive, const char *name, const char *story, const char *variant, GArray *all,
          GError **error)
{
  g_auto (GStrv) from = g_strsplit (name, "/", 2);
  g_autofree char *old = NULL;
  g_autofree char *slug = NULL;

  if (g_strv_length (from) == 2)
    {
      old = vr_variant_dup_name (from[0], from[1], error);

      return old != NULL && add_variant (archive, old, story, variant, all, error);
    }
  if (variant != NULL)
    return fail_two_levels (name, story, variant, error);
  old = vr_variant_dup_story (name, error);
  slug = old != NULL ? vr_variant_dup_story (story, error) : NULL;

  return slug != NULL && add_story (archive, old, slug, all, error);
}

/* The title that a story has already by another of its variants than @name; NULL for none. */
static char *
find_story_title (VrArchive *archive, const char *slug, const char *name)
{
  g_autofree char *prefix = g_strconcat (VR_ARCHIVE_HEADS, slug, "/", NULL);
  g_autoptr (GHashTable) refs = vr_archive_list_refs (archive, prefix, NULL);
  g_autoptr (GList) sorted =
      refs != NULL ? g_list_sort (g_hash_table_get_keys (refs), (GCompareFunc)strcmp) : NULL;

  for (GList *l = sorted; l != NULL; l = l->next)
    {
      const char *other = (const char *)l->data + strlen (VR_ARCHIVE_HEADS);
      g_auto (VrVariantTitles) titles = { NULL, NULL };

      if (g_str_equal (other, name))
        continue;
      vr_variant_titles_read_last (archive, other, &titles);
      if (!g_str_equal (titles.story, slug))
        return g_steal_pointer (&titles.story);
    }

  return NULL;
}

/* A slug that is typed says nothing against the title that it has. */
static void
find_titles (VrArchive *archive, VrRenamed *renamed, const char *story, const char *variant,
             gboolean is_exact)
{
  VrVariantTitles *titles = &renamed->new_titles;
  g_auto (VrVariantTitles) slugs = { NULL, NULL };

  vr_variant_titles_read_last (archive, renamed->name, &renamed->titles);
  if (is_exact && variant != NULL)
    {
      *titles = (VrVariantTitles){ g_strdup (story), g_strdup (variant) };
      return;
    }
  vr_variant_titles_init_slugs (&slugs, renamed->new_name);
  titles->story = g_strdup (vr_variant_titles_prefer (story, renamed->titles.story));
  titles->variant = g_strdup (vr_variant_titles_prefer (variant != NULL ? variant : slugs.variant,
                                                        renamed->titles.variant));
  if (g_str_equal (titles->story, slugs.story))
    {
      char *known = find_story_title (archive, slugs.story, renamed->name);

      g_free (titles->story);
      titles->story = known != NULL ? known : g_steal_pointer (&slugs.story);
    }
}

static gboolean
is_in_place (const VrRenamed *renamed)
{
  return g_str_equal (renamed->name, renamed->new_name);
}

static gboolean
is_retitled (const VrRenamed *renamed)
{
  return !vr_kept_comparison_is_name (renamed->name)
         && (!g_str_equal (renamed->titles.story, renamed->new_titles.story)
             || !g_str_equal (renamed->titles.variant, renamed->new_titles.variant));
}

static gboolean
fail_missing (VrArchive *archive, const char *name, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
               _ ("There is no story or variant “%s” in the archive “%s”; “variorum stories” lists "
                  "them."),
               name, archive->path);

  return FALSE;
}

/* @ref: refs/KIND/STORY/VARIANT, or below. */
static gboolean
fail_taken (VrArchive *archive, const char *ref, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (ref, "/", -1);

  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("The archive “%s” has another “%s/%s” already; choose another name."),
               archive->path, parts[2], parts[3]);

  return FALSE;
}

/* Whether nothing would be otherwise. */
static gboolean
is_nothing (const GArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const VrRenamed *renamed = &g_array_index (all, VrRenamed, i);

      if (!is_in_place (renamed) || is_retitled (renamed))
        return FALSE;
    }

  return TRUE;
}

static gboolean
collect (VrArchive *archive, const GArray *all, VrRefMoves *moves, GError **error)
{
  const char *taken;

  if (is_nothing (all))
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("“%s” is called so already."),
                   g_array_index (all, VrRenamed, 0).name);
      return FALSE;
    }
  for (guint i = 0; i < all->len; i++)
    {
      const VrRenamed *renamed = &g_array_index (all, VrRenamed, i);

      if (!is_in_place (renamed)
          && !vr_ref_moves_add (moves, "refs/", renamed->name, "refs/", renamed->new_name, error))
        return FALSE;
    }

  return vr_ref_moves_find_taken (moves, &taken, error)
         && (taken == NULL || fail_taken (archive, taken, error));
}

/* The old name is noted while it is still there: what is under both is found under either. */
static gboolean
note (VrArchive *archive, const GArray *all, GError **error)
{
  for (guint i = 0; i < all->len; i++)
    {
      const VrRenamed *renamed = &g_array_index (all, VrRenamed, i);

      if (!is_in_place (renamed)
          && !vr_moved_note (archive, renamed->name, renamed->new_name, error))
        return FALSE;
    }

  return TRUE;
}

/* Who is killed before has the slugs. */
static gboolean
say_titles (VrArchive *archive, const GArray *all, GError **error)
{
  for (guint i = 0; i < all->len; i++)
    {
      const VrRenamed *renamed = &g_array_index (all, VrRenamed, i);

      if (!vr_kept_comparison_is_name (renamed->name)
          && !vr_variant_titles_say (archive, renamed->new_name, &renamed->new_titles, error))
        return FALSE;
    }

  return TRUE;
}

GArray *
vr_rename (VrArchive *archive, const char *name, const char *story, const char *variant,
           gboolean is_exact, GError **error)
{
  g_auto (VrArchiveLock) lock = vr_archive_lock (archive, error);
  g_autoptr (VrRefMoves) moves = vr_ref_moves_new (archive);
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (VrRenamed));

  g_array_set_clear_func (all, clear_renamed);
  if (lock < 0 || !find_all (archive, name, story, variant, all, error)
      || (all->len == 0 && !fail_missing (archive, name, error)))
    return NULL;
  for (guint i = 0; i < all->len; i++)
    find_titles (archive, &g_array_index (all, VrRenamed, i), story, variant, is_exact);
  if (!collect (archive, all, moves, error) || !vr_ref_moves_copy (moves, error)
      || !note (archive, all, error) || !vr_ref_moves_finish (moves, error)
      || !say_titles (archive, all, error))
    return NULL;

  return g_steal_pointer (&all);
}
