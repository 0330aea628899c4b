/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of variants erased for good, so that no sync brings them back. */
#include "vr-erased.h"

#include "vr-pack.h"
#include "vr-refs.h"

/* A text, a name a line.  In one ref, as a ref of each would be a file of its name. */
#define REF "refs/erased/names"

static gboolean
read_names (VrArchive *archive, const git_oid *id, GHashTable *names, GError **error)
{
  g_auto (GStrv) lines = vr_archive_read_lines (archive, id, error);

  if (lines == NULL)
    return FALSE;
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      g_hash_table_add (names, g_strdup (*line));

  return TRUE;
}

static GHashTable *
find_names (VrArchive *archive, git_oid *id, gboolean *found, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!vr_archive_find (archive, REF, id, found, error)
      || (*found && !read_names (archive, id, names, error)))
    return NULL;

  return g_steal_pointer (&names);
}

GHashTable *
vr_erased_list (VrArchive *archive, GError **error)
{
  gboolean found;
  git_oid id;

  return find_names (archive, &id, &found, error);
}

static gboolean
write_names (VrArchive *archive, GHashTable *names, const git_oid *old_id, GError **error)
{
  g_autoptr (VrPack) pack = vr_pack_new ();
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (names), (GCompareFunc)strcmp);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean overtaken = FALSE;
  git_oid id;

  for (GList *l = sorted; l != NULL; l = l->next)
    g_string_append_printf (text, "%s\n", (const char *)l->data);
  vr_pack_add (pack, GIT_OBJECT_BLOB, text->str, text->len, &id);

  return vr_pack_write (pack, archive->path, error)
         && vr_refs_move (archive, REF, old_id, &id, &overtaken, error);
}

gboolean
vr_erased_add (VrArchive *archive, const GPtrArray *names, GError **error)
{
  g_autoptr (GHashTable) known = NULL;
  gboolean found, is_new = FALSE;
  git_oid id;

  known = find_names (archive, &id, &found, error);
  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    is_new |= g_hash_table_add (known, g_strdup (g_ptr_array_index (names, i)));

  return !is_new || write_names (archive, known, found ? &id : NULL, error);
}

gboolean
vr_erased_take (VrArchive *archive, const char *name, GError **error)
{
  g_autoptr (GHashTable) known = NULL;
  gboolean found;
  git_oid id;

  known = find_names (archive, &id, &found, error);
  if (known == NULL)
    return FALSE;
  if (!found || (name != NULL && !g_hash_table_remove (known, name)))
    return TRUE;
  if (name == NULL || g_hash_table_size (known) == 0)
    return vr_refs_remove (archive, REF, error);

  return write_names (archive, known, &id, error);
}
