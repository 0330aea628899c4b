/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of a version, by whichever way it was read. */
#include "vr-version-record.h"

#include "vr-published.h"

static void
clear_version (gpointer data)
{
  VrVersion *version = data;

  g_date_time_unref (version->published);
  g_date_time_unref (version->retrieved);
  g_free (version->summary);
  g_clear_pointer (&version->seen, g_date_time_unref);
  g_clear_pointer (&version->labels, g_ptr_array_unref);
  g_free (version->trailers);
}

GArray *
vr_version_record_new_list (void)
{
  GArray *versions = g_array_new (FALSE, FALSE, sizeof (VrVersion));

  g_array_set_clear_func (versions, clear_version);

  return versions;
}

GDateTime *
vr_version_record_dup_time (const git_time *when)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (when->offset * 60);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (when->time);

  /* A time that no calendar has stands as the first moment of ours. */
  if (utc == NULL)
    return g_date_time_new_from_unix_utc (0);

  return g_date_time_to_timezone (utc, zone);
}

void
vr_version_record_fill_times (VrVersion *version, const git_time *author, const git_time *committer,
                              const char *message)
{
  git_time published = vr_published_read (*author, message);

  version->published = vr_version_record_dup_time (&published);
  /* Files of a folder were got when they came out, as far as anyone knows. */
  version->retrieved = committer->time > 0 ? vr_version_record_dup_time (committer)
                                           : g_date_time_ref (version->published);
}

char *
vr_version_record_dup_trailers (const char *message)
{
  const char *last = g_strrstr (message, "\n\n");

  return last != NULL && g_str_has_prefix (last + 2, VR_VERSION_TRAILER)
             ? g_utf8_make_valid (last + 2, -1)
             : NULL;
}

static GDateTime *
parse_time (const char *seconds, const char *minutes)
{
  gint64 unix_time = g_ascii_strtoll (seconds, NULL, 10);
  gint64 offset = g_ascii_strtoll (minutes, NULL, 10);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset ((gint32)offset * 60);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (unix_time);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

static void
add_line (GHashTable *times, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  GDateTime *time = g_strv_length (words) == 3 ? parse_time (words[1], words[2]) : NULL;

  if (time != NULL)
    g_hash_table_insert (times, g_strdup (words[0]), time);
}

GHashTable *
vr_version_record_new_seen (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_date_time_unref);
}

void
vr_version_record_read_seen (GHashTable *seen, char **lines)
{
  for (char **line = lines; *line != NULL; line++)
    add_line (seen, *line);
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
free_labels (gpointer labels)
{
  g_ptr_array_unref (labels);
}

GHashTable *
vr_version_record_new_labels (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_labels);
}

void
vr_version_record_add_label (GHashTable *labels, const char *id, const char *label)
{
  GPtrArray *own = g_hash_table_lookup (labels, id);

  if (own == NULL)
    {
      own = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (labels, g_strdup (id), own);
    }
  g_ptr_array_add (own, g_strdup (label));
}

void
vr_version_record_complete (VrVersion *version, GHashTable *seen, GHashTable *labels)
{
  GDateTime *time = g_hash_table_lookup (seen, version->id);

  if (time != NULL)
    version->seen = g_date_time_ref (time);
  version->labels = g_hash_table_lookup (labels, version->id);
  if (version->labels != NULL)
    g_ptr_array_sort (g_ptr_array_ref (version->labels), compare_labels);
}
