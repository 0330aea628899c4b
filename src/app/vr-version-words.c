/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version of an article in words: values in, words out. */
#include "vr-version-words.h"

#include "vr-days.h"
#include "vr-isolate.h"

#include <glib/gi18n-lib.h>

#define WEEK_DAYS 7

/* Who knows the day alone says no time, which is kept as midnight. */
static gboolean
is_day (GDateTime *time)
{
  return g_date_time_get_hour (time) == 0 && g_date_time_get_minute (time) == 0
         && g_date_time_get_second (time) == 0;
}

char *
vr_version_words_dup_time (GDateTime *time, GTimeZone *here)
{
  g_autoptr (GTimeZone) local = here != NULL ? g_time_zone_ref (here) : g_time_zone_new_local ();
  g_autoptr (GDateTime) seen_here = g_date_time_to_timezone (time, local);
  gboolean is_same = seen_here != NULL
                     && g_date_time_get_utc_offset (seen_here) == g_date_time_get_utc_offset (time);

  if (is_day (time))
    /* Translators: a day as in “4 March 2025”; see the manual of strftime. */
    return g_date_time_format (time, _ ("%-e %B %Y"));

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

static void
append (GString *line, const char *joint, const char *words)
{
  g_string_append_printf (line, "%s%s", line->len > 0 ? joint : "", words);
}

char *
vr_version_words_dup_labels (const VrVersion *version)
{
  g_autoptr (GString) line = NULL;

  if (version->labels == NULL || version->labels->len == 0)
    return NULL;
  line = g_string_new (NULL);
  for (guint i = 0; i < version->labels->len; i++)
    {
      g_autofree char *label = vr_isolate_dup (g_ptr_array_index (version->labels, i));

      append (line, " · ", label);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

char *
vr_version_words_dup_flags (const VrVersion *version, const VrVersionFlags *flags,
                            gboolean tells_why)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *silent = NULL;
  g_autofree char *back = NULL;

  /* A version that was kept here begins its summary so; one from elsewhere has words of its own. */
  if (version->number == 1
      && (version->summary == NULL || !g_str_has_prefix (version->summary, _ ("First version"))))
    append (line, " · ", _ ("First version"));
  if (flags->headline_changed)
    append (line, " · ", _ ("Headline changed"));
  if (flags->silent != NULL)
    {
      /* Translators: why an edit is silent, as “number changed from “12” to “11””. */
      silent = tells_why ? g_strdup_printf (_ ("Silent edit: %s"), flags->silent)
                         : g_strdup (_ ("Silent edit"));
      append (line, " · ", silent);
    }
  if (flags->back_to > 0 && !flags->is_back_told)
    {
      back = g_strdup_printf (_ ("Back to version %'u"), flags->back_to);
      append (line, " · ", back);
    }

  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

/* Isolated from left to right, or the sign would stand behind its number in a line that runs the
 * other way. */
static void
append_count (GString *line, const char *sign, guint64 n)
{
  if (n > 0)
    g_string_append_printf (line, "%s\u2066%s%'" G_GUINT64_FORMAT "\u2069",
                            line->len > 0 ? " " : "", sign, n);
}

char *
vr_version_words_dup_counts (const VrChangedWords *words)
{
  g_autoptr (GString) line = g_string_new (NULL);

  append_count (line, "−", words->removed);
  append_count (line, "+", words->added);
  append_count (line, "↕", words->moved);

  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE)
                       : g_strdup (_ ("No words changed"));
}

static void
append_flags (GString *spoken, const VrVersion *version, const VrVersionFlags *flags)
{
  g_autofree char *words = vr_changed_words_to_string (&flags->words);
  g_autofree char *told = vr_version_words_dup_flags (version, flags, TRUE);

  if (words != NULL)
    g_string_append_printf (spoken, "; %s", words);
  if (told != NULL)
    g_string_append_printf (spoken, "; %s", told);
}

char *
vr_version_words_dup_spoken (const VrVersion *version, const VrVersionFlags *flags,
                             gboolean is_marked)
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
  if (flags != NULL)
    append_flags (spoken, version, flags);
  if (labels != NULL)
    g_string_append_printf (spoken, "; %s", labels);

  return g_string_free (g_steal_pointer (&spoken), FALSE);
}

static char *
dup_last_seen (GDateTime *last_seen, GDateTime *now)
{
  g_autoptr (GDateTime) today = now != NULL ? g_date_time_ref (now) : g_date_time_new_now_local ();
  g_autoptr (GDateTime) then =
      g_date_time_to_timezone (last_seen, g_date_time_get_timezone (today));
  int days = vr_days_between (then, today);

  if (days == 0)
    return g_strdup (_ ("last seen today"));
  if (days == 1)
    return g_strdup (_ ("last seen yesterday"));
  if (days > 1 && days < WEEK_DAYS)
    return g_strdup_printf (ngettext ("last seen %'d day ago", "last seen %'d days ago", days),
                            days);

  /* Translators: a date as in “last seen 4 March 2025”; see the manual of strftime. */
  return g_date_time_format (then, _ ("last seen %-e %B %Y"));
}

char *
vr_version_words_dup_figures (const VrVariantFigures *figures, GDateTime *now)
{
  guint n = figures->n_versions;
  g_autofree char *count = g_strdup_printf (ngettext ("%'u version", "%'u versions", n), n);
  g_autofree char *seen = dup_last_seen (figures->last_seen, now);

  /* Translators: how many versions a variant has, and when the last one was seen. */
  return g_strdup_printf (_ ("%s · %s"), count, seen);
}
