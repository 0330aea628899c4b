/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version of an article in words: values in, words out. */
#include "vr-version-words.h"

#include <glib/gi18n-lib.h>

char *
vr_version_words_dup_time (GDateTime *time, GTimeZone *here)
{
  g_autoptr (GTimeZone) local = here != NULL ? g_time_zone_ref (here) : g_time_zone_new_local ();
  g_autoptr (GDateTime) seen_here = g_date_time_to_timezone (time, local);
  gboolean is_same = seen_here != NULL
                     && g_date_time_get_utc_offset (seen_here) == g_date_time_get_utc_offset (time);

  /* Translators: a moment as in “4 March 2025, 16:23”; see the manual of strftime.  The second has
   * the zone too: “4 March 2025, 16:23 +02:00”. */
  return g_date_time_format (time, is_same ? _ ("%-e %B %Y, %H:%M") : _ ("%-e %B %Y, %H:%M %:z"));
}

char *
vr_version_words_dup_when (const VrVersion *version)
{
  g_autofree char *published = vr_version_words_dup_time (version->published, NULL);
  g_autofree char *seen = NULL;

  if (version->seen == NULL)
    return g_steal_pointer (&published);
  seen = vr_version_words_dup_time (version->seen, NULL);

  /* Translators: when a version came out, and when it was found unchanged. */
  return g_strdup_printf (_ ("%s · seen again %s"), published, seen);
}

char *
vr_version_words_dup_labels (const VrVersion *version)
{
  g_autoptr (GString) line = NULL;

  if (version->labels == NULL || version->labels->len == 0)
    return NULL;
  line = g_string_new (NULL);
  for (guint i = 0; i < version->labels->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? " · " : "",
                            (const char *)g_ptr_array_index (version->labels, i));

  return g_string_free (g_steal_pointer (&line), FALSE);
}

char *
vr_version_words_dup_spoken (const VrVersion *version, gboolean is_marked)
{
  g_autofree char *when = vr_version_words_dup_when (version);
  g_autofree char *labels = vr_version_words_dup_labels (version);
  g_autoptr (GString) spoken = g_string_new (NULL);

  if (is_marked)
    /* Translators: said by a screen reader of a version that is marked to be compared. */
    g_string_append_printf (spoken, _ ("Version %'u, marked"), version->number);
  else
    g_string_append_printf (spoken, _ ("Version %'u"), version->number);
  g_string_append_printf (spoken, ": %s %s", version->summary, when);
  if (labels != NULL)
    g_string_append_printf (spoken, "; %s", labels);

  return g_string_free (g_steal_pointer (&spoken), FALSE);
}
