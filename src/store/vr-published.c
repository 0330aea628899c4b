/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a version came out, where that was before git can tell. */
#include "vr-published.h"

#include "vr-version.h"

#include <string.h>

#define LINE VR_VERSION_TRAILER "Published: "
#define BREAK "\n\n"
/* 1815-06-18T12:00:00+00:53 */
#define TIME_CHARS 25

/* The time itself, in that line of @message; NULL where there is none. */
static const char *
find_time (const char *message)
{
  const char *line = message != NULL ? g_strrstr (message, "\n" LINE) : NULL;

  return line != NULL && strcspn (line + strlen ("\n" LINE), "\n") == TIME_CHARS
             ? line + strlen ("\n" LINE)
             : NULL;
}

git_time
vr_published_read (git_time author, const char *message)
{
  git_time when = author;
  const char *time = when.time == 0 ? find_time (message) : NULL;
  g_autofree char *text = time != NULL ? g_strndup (time, TIME_CHARS) : NULL;
  g_autoptr (GDateTime) published = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  if (published == NULL)
    return when;
  when.time = g_date_time_to_unix (published);
  when.offset = (int)(g_date_time_get_utc_offset (published) / G_TIME_SPAN_MINUTE);

  return when;
}

/* Clocks went by the sun, so zones had seconds; git and ISO 8601 know minutes only, and the day
 * shall stay what it was. */
void
vr_published_append (GString *message, GDateTime *published)
{
  const char *last = g_strrstr (message->str, BREAK);
  gint64 minutes;

  if (g_date_time_to_unix (published) >= 0)
    return;
  minutes = g_date_time_get_utc_offset (published) / G_TIME_SPAN_MINUTE;
  if (last != NULL && g_str_has_prefix (last + strlen (BREAK), VR_VERSION_TRAILER))
    g_string_append_c (message, '\n');
  else
    g_string_append (message, BREAK);
  g_string_append_printf (message, LINE "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d",
                          g_date_time_get_year (published), g_date_time_get_month (published),
                          g_date_time_get_day_of_month (published),
                          g_date_time_get_hour (published), g_date_time_get_minute (published),
                          g_date_time_get_second (published), minutes < 0 ? '-' : '+',
                          (int)(ABS (minutes) / 60), (int)(ABS (minutes) % 60));
}

void
vr_published_copy (GString *message, const char *other)
{
  const char *time = find_time (other);

  if (time != NULL)
    g_string_append_printf (message, "\n" LINE "%.*s\n", TIME_CHARS, time);
}
