/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a variant was called before, so that what comes under that name finds it. */
#include "vr-moved.h"

#include "vr-pack.h"
#include "vr-refs.h"
#include "vr-trash.h"
#include "vr-variant.h"

/* Where what has a name is: in use or in the trash. */
static const char *const places[] = { VR_ARCHIVE_HEADS, VR_TRASH_HEADS, VR_ARCHIVE_COMPARISONS,
                                      VR_TRASH_COMPARISONS };

/* The names that @name has got; NULL without an error where it has none. */
static char **
read_names (VrArchive *archive, const char *name, git_oid *id, gboolean *found, GError **error)
{
  g_autofree char *ref = g_strconcat (VR_MOVED, name, NULL);

  return vr_archive_find (archive, ref, id, found, error) && *found
             ? vr_archive_read_lines (archive, id, error)
             : NULL;
}

gboolean
vr_moved_note (VrArchive *archive, const char *name, const char *new_name, GError **error)
{
  g_autofree char *ref = g_strconcat (VR_MOVED, name, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (VrPack) pack = vr_pack_new ();
  g_autoptr (GError) trouble = NULL;
  git_oid old_id, new_id;
  gboolean found, overtaken;
  g_auto (GStrv) names = read_names (archive, name, &old_id, &found, &trouble);

  if (trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  if (names != NULL && g_strv_contains ((const char *const *)names, new_name))
    return TRUE;
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (*names[i] != '\0')
      g_string_append_printf (text, "%s\n", names[i]);
  g_string_append_printf (text, "%s\n", new_name);
  vr_pack_add (pack, GIT_OBJECT_BLOB, text->str, text->len, &new_id);

  return vr_pack_write (pack, archive->path, error)
         && (vr_refs_move (archive, ref, found ? &old_id : NULL, &new_id, &overtaken, error)
             || overtaken);
}

static gboolean
find_at (VrArchive *archive, const char *place, const char *name, git_oid *id)
{
  g_autofree char *ref = g_strconcat (place, name, NULL);
  gboolean found;

  return vr_archive_find (archive, ref, id, &found, NULL) && found;
}

/* Whether what is called @name here, in use or in the trash, and @there go back to one version. */
static gboolean
is_kin (VrArchive *archive, const char *name, const git_oid *there)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      git_oid here, base;

      if (find_at (archive, places[i], name, &here)
          && git_merge_base (&base, archive->repository, &here, there) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_here (VrArchive *archive, const char *name)
{
  git_oid id;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (find_at (archive, places[i], name, &id))
      return TRUE;

  return FALSE;
}

/* Whether what was called @name was erased under the name that it had last. */
static gboolean
is_erased (VrArchive *archive, const char *name, GHashTable *erased)
{
  gboolean found, is_any = FALSE;
  git_oid id;
  g_auto (GStrv) names = read_names (archive, name, &id, &found, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      if (*names[i] != '\0' && is_here (archive, names[i]))
        return FALSE;
      is_any |= g_hash_table_contains (erased, names[i]);
    }

  return is_any && !is_here (archive, name);
}

gboolean
vr_moved_add_erased (VrArchive *archive, GHashTable *erased, GError **error)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
  guint n_before;

  if (g_hash_table_size (erased) == 0)
    return TRUE;
  if (!vr_refs_list (archive, VR_MOVED "*", refs, error))
    return FALSE;
  /* One that was renamed twice is found by what it was called between. */
  do
    {
      n_before = g_hash_table_size (erased);
      for (guint i = 0; i < refs->len; i++)
        {
          const char *name = (const char *)g_ptr_array_index (refs, i) + strlen (VR_MOVED);

          if (!g_hash_table_contains (erased, name) && is_erased (archive, name, erased))
            g_hash_table_add (erased, g_strdup (name));
        }
    }
  while (g_hash_table_size (erased) > n_before);

  return TRUE;
}

char *
vr_moved_find (VrArchive *archive, const char *name, const git_oid *there)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);

  /* Names may have gone round in a circle: each is looked at once. */
  g_ptr_array_add (left, g_strdup (name));
  for (guint i = 0; i < left->len; i++)
    {
      const char *at = g_ptr_array_index (left, i);
      gboolean found = FALSE;
      git_oid id;
      g_auto (GStrv) names = read_names (archive, at, &id, &found, NULL);

      /* Where no name was ever given, no history need be gone through. */
      if (i == 0 && names == NULL)
        break;
      if (is_kin (archive, at, there))
        return g_strdup (at);
      for (guint k = 0; names != NULL && names[k] != NULL; k++)
        if (vr_variant_is_name (names[k])
            && !g_ptr_array_find_with_equal_func (left, names[k], g_str_equal, NULL))
          g_ptr_array_add (left, g_strdup (names[k]));
    }

  return g_strdup (name);
}
