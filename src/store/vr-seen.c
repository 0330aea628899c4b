/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a version was seen again, unchanged. */
#include "vr-seen.h"

#include "vr-pack.h"
#include "vr-refs.h"
#include "vr-version-record.h"

static gboolean
read_times (VrArchive *archive, const git_oid *id, GHashTable *times, GError **error)
{
  g_auto (GStrv) lines = vr_archive_read_lines (archive, id, error);

  if (lines != NULL)
    vr_version_record_read_seen (times, lines);

  return lines != NULL;
}

static GHashTable *
find_times (VrArchive *archive, const char *ref, git_oid *id, gboolean *found, GError **error)
{
  g_autoptr (GHashTable) times = vr_version_record_new_seen ();

  if (!vr_archive_find (archive, ref, id, found, error)
      || (*found && !read_times (archive, id, times, error)))
    return NULL;

  return g_steal_pointer (&times);
}

GHashTable *
vr_seen_list (VrArchive *archive, const char *name, GError **error)
{
  g_autofree char *ref = g_strconcat (VR_ARCHIVE_SEEN, name, NULL);
  gboolean found;
  git_oid id;

  return find_times (archive, ref, &id, &found, error);
}

static void
add_times (VrPack *pack, GHashTable *times, git_oid *id)
{
  g_autoptr (GList) versions = g_list_sort (g_hash_table_get_keys (times), (GCompareFunc)strcmp);
  g_autoptr (GString) text = g_string_new (NULL);

  for (GList *l = versions; l != NULL; l = l->next)
    {
      GDateTime *time = g_hash_table_lookup (times, l->data);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %d\n", (const char *)l->data,
                              g_date_time_to_unix (time),
                              (int)(g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE));
    }
  vr_pack_add (pack, GIT_OBJECT_BLOB, text->str, text->len, id);
}

static gboolean
write_times (VrArchive *archive, const char *ref, const git_oid *old_id, GHashTable *times,
             GError **error)
{
  g_autoptr (VrPack) pack = vr_pack_new ();
  gboolean overtaken = FALSE;
  git_oid new_id;

  add_times (pack, times, &new_id);

  /* Overtaken by another program's fetch, the note is not worth a second try: its version is. */
  return vr_pack_write (pack, archive->path, error)
         && (vr_refs_move (archive, ref, old_id, &new_id, &overtaken, error) || overtaken);
}

gboolean
vr_seen_note (VrArchive *archive, const char *name, const git_oid *id, GDateTime *time,
              GError **error)
{
  g_autofree char *ref = g_strconcat (VR_ARCHIVE_SEEN, name, NULL);
  g_autofree char *hex = g_malloc (VR_GIT_HEX_BYTES);
  g_autoptr (GHashTable) times = NULL;
  git_oid old_id;
  GDateTime *known;
  gboolean found;

  times = find_times (archive, ref, &old_id, &found, error);
  if (times == NULL)
    return FALSE;
  git_oid_tostr (hex, VR_GIT_HEX_BYTES, id);
  known = g_hash_table_lookup (times, hex);
  if (known != NULL && g_date_time_compare (known, time) >= 0)
    return TRUE;
  g_hash_table_insert (times, g_steal_pointer (&hex), g_date_time_ref (time));

  return write_times (archive, ref, found ? &old_id : NULL, times, error);
}

/* Of one moment in two zones both ends must keep the same. */
static int
compare_times (GDateTime *a, GDateTime *b)
{
  int order = g_date_time_compare (a, b);
  GTimeSpan offset_a = g_date_time_get_utc_offset (a);
  GTimeSpan offset_b = g_date_time_get_utc_offset (b);

  return order != 0 ? order : (offset_a > offset_b) - (offset_a < offset_b);
}

gboolean
vr_seen_join (VrArchive *archive, const char *name, const git_oid *other, GError **error)
{
  g_autofree char *ref = g_strconcat (VR_ARCHIVE_SEEN, name, NULL);
  g_autoptr (GHashTable) times = NULL;
  g_autoptr (GHashTable) others = vr_version_record_new_seen ();
  GHashTableIter iter;
  gpointer hex;
  gpointer time;
  git_oid old_id;
  gboolean found;
  gboolean is_new = FALSE;

  times = find_times (archive, ref, &old_id, &found, error);
  if (times == NULL || !read_times (archive, other, others, error))
    return FALSE;
  g_hash_table_iter_init (&iter, others);
  while (g_hash_table_iter_next (&iter, &hex, &time))
    {
      GDateTime *known = g_hash_table_lookup (times, hex);

      if (known != NULL && compare_times (known, time) >= 0)
        continue;
      g_hash_table_insert (times, g_strdup (hex), g_date_time_ref (time));
      is_new = TRUE;
    }

  return !is_new || write_times (archive, ref, found ? &old_id : NULL, times, error);
}
