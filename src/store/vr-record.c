/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was last said of a variant besides its versions: its titles, and labels taken away. */
#include "vr-record.h"

#include "vr-pack.h"
#include "vr-refs.h"
#include "vr-trash.h"

#define BETWEEN "\t"
#define N_PARTS 3
#define NO_PART "\t\n\v\f\r"

static void
free_line (gpointer data)
{
  VrRecordLine *line = data;

  g_free (line->words);
  g_free (line);
}

static void
put (GHashTable *lines, const char *matter, guint64 count, const char *words)
{
  VrRecordLine *line = g_new0 (VrRecordLine, 1);

  line->count = count;
  line->words = g_strdelimit (g_strdup (words), NO_PART, ' ');
  g_hash_table_insert (lines, g_strdelimit (g_strdup (matter), NO_PART, ' '), line);
}

static GHashTable *
read_blob (VrArchive *archive, const git_oid *id, GError **error)
{
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_line);
  g_auto (GStrv) texts = vr_archive_read_lines (archive, id, error);

  if (texts == NULL)
    return NULL;
  for (char **text = texts; *text != NULL; text++)
    {
      g_auto (GStrv) parts = g_strsplit (*text, BETWEEN, N_PARTS);

      if (g_strv_length (parts) == N_PARTS && g_utf8_validate (*text, -1, NULL))
        put (lines, parts[1], g_ascii_strtoull (parts[0], NULL, 10), parts[2]);
    }

  return g_steal_pointer (&lines);
}

static GHashTable *
find (VrArchive *archive, const char *place, const char *name, git_oid *id, gboolean *found,
      GError **error)
{
  g_autofree char *ref = g_strconcat (place, name, NULL);

  if (!vr_archive_find (archive, ref, id, found, error))
    return NULL;

  return *found ? read_blob (archive, id, error)
                : g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_line);
}

static gboolean
write_lines (VrArchive *archive, const char *name, const git_oid *old_id, GHashTable *lines,
             GError **error)
{
  g_autofree char *ref = g_strconcat (VR_RECORDS, name, NULL);
  g_autoptr (GList) matters = g_list_sort (g_hash_table_get_keys (lines), (GCompareFunc)strcmp);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (VrPack) pack = vr_pack_new ();
  gboolean overtaken = FALSE;
  git_oid id;

  for (GList *l = matters; l != NULL; l = l->next)
    {
      const VrRecordLine *line = g_hash_table_lookup (lines, l->data);

      g_string_append_printf (text, "%" G_GUINT64_FORMAT BETWEEN "%s" BETWEEN "%s\n", line->count,
                              (const char *)l->data, line->words);
    }
  vr_pack_add (pack, GIT_OBJECT_BLOB, text->str, text->len, &id);

  /* Only git, which goes without the lock, can be first; what it brought stays then. */
  return vr_pack_write (pack, archive->path, error)
         && (vr_refs_move (archive, ref, old_id, &id, &overtaken, error) || overtaken);
}

GHashTable *
vr_record_read (VrArchive *archive, const char *name, GError **error)
{
  gboolean found;
  git_oid id;

  return find (archive, VR_RECORDS, name, &id, &found, error);
}

GHashTable *
vr_record_read_thrown (VrArchive *archive, const char *name, GError **error)
{
  gboolean found;
  git_oid id;

  return find (archive, VR_TRASH "records/", name, &id, &found, error);
}

gboolean
vr_record_set (VrArchive *archive, const char *name, const char *matter, const char *words,
               GError **error)
{
  gboolean found;
  git_oid id;
  g_autoptr (GHashTable) lines = find (archive, VR_RECORDS, name, &id, &found, error);
  const VrRecordLine *before = lines != NULL ? g_hash_table_lookup (lines, matter) : NULL;

  if (lines == NULL)
    return FALSE;
  put (lines, matter, before != NULL ? before->count + 1 : 1, words);

  return write_lines (archive, name, found ? &id : NULL, lines, error);
}

static gboolean
is_later (const VrRecordLine *line, const VrRecordLine *other)
{
  return line->count != other->count ? line->count > other->count
                                     : strcmp (line->words, other->words) > 0;
}

gboolean
vr_record_join (VrArchive *archive, const char *name, const git_oid *other, GError **error)
{
  gboolean found, is_new = FALSE;
  git_oid id;
  g_autoptr (GHashTable) lines = find (archive, VR_RECORDS, name, &id, &found, error);
  g_autoptr (GHashTable) others = lines != NULL ? read_blob (archive, other, error) : NULL;
  GHashTableIter iter;
  gpointer matter, line;

  if (others == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, others);
  while (g_hash_table_iter_next (&iter, &matter, &line))
    {
      const VrRecordLine *said = line;
      const VrRecordLine *own = g_hash_table_lookup (lines, matter);

      if (own != NULL && !is_later (said, own))
        continue;
      put (lines, matter, said->count, said->words);
      is_new = TRUE;
    }

  return !is_new || write_lines (archive, name, found ? &id : NULL, lines, error);
}
