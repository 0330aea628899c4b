/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to look twice at in a version, as the last lines of its message tell it. */
#include "vr-version-flags.h"

#include "vr-version.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/* Says that flags were looked for, even where none was found, and by which rules. */
#define FLAGS VR_VERSION_TRAILER "Flags: 1"
#define HEADLINE VR_VERSION_TRAILER "Headline: changed"
#define SILENT VR_VERSION_TRAILER "Silent-Edit: "
#define BACK VR_VERSION_TRAILER "Back-To: "
#define WORDS VR_VERSION_TRAILER "Words: "
#define WORDS_FORMAT                                                                               \
  WORDS "%" G_GUINT64_FORMAT " removed, %" G_GUINT64_FORMAT " added, %" G_GUINT64_FORMAT " moved"

gboolean
vr_version_flags_read_words (const char *trailers, VrChangedWords *words)
{
  const char *line = trailers != NULL ? strstr (trailers, WORDS) : NULL;

  return line != NULL && (line == trailers || line[-1] == '\n')
         && sscanf (line, WORDS_FORMAT, &words->removed, &words->added, &words->moved) == 3;
}

/* Who kept versions before words were counted had the flags alone; the first one has no words. */
gboolean
vr_version_flags_are_told (const char *trailers, guint index)
{
  VrChangedWords words;

  return trailers != NULL && g_str_has_prefix (trailers, FLAGS "\n")
         && (index == 0 || vr_version_flags_read_words (trailers, &words));
}

static void
read_lines (VrVersionFlags *flags, const char *trailers, VrVersionNumber number, gpointer data)
{
  g_auto (GStrv) lines = g_strsplit (trailers, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      if (g_str_equal (*line, HEADLINE))
        flags->headline_changed = TRUE;
      else if (g_str_has_prefix (*line, SILENT) && flags->silent == NULL)
        flags->silent = g_strdup (*line + strlen (SILENT));
      else if (g_str_has_prefix (*line, BACK))
        flags->back_to = number (*line + strlen (BACK), data);
    }
}

void
vr_version_flags_read (VrVersionFlags *flags, const char *trailers, VrVersionNumber number,
                       gpointer data)
{
  read_lines (flags, trailers, number, data);
  vr_version_flags_read_words (trailers, &flags->words);
}

/* Joined with others', versions have other numbers than when they were kept. */
void
vr_version_flags_look_back (VrVersionFlags *flags, const GArray *versions, guint index)
{
  const char *summary = g_array_index (versions, VrVersion, index).summary;
  g_autofree char *number = NULL;
  g_autofree char *id = NULL;

  if (flags->back_to == 0 || summary == NULL)
    return;
  number = g_strdup_printf (" %u", flags->back_to);
  id = g_strdup_printf ("(%.7s)", g_array_index (versions, VrVersion, flags->back_to - 1).id);
  flags->is_back_told = strstr (summary, number) != NULL && strstr (summary, id) != NULL;
}

GPtrArray *
vr_version_flags_list (const VrVersionFlags *flags, gboolean repeats)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  if (flags->headline_changed)
    g_ptr_array_add (list, g_strdup (_ ("headline changed")));
  if (flags->silent != NULL)
    g_ptr_array_add (list, g_strdup_printf (_ ("silent edit: %s"), flags->silent));
  if (flags->back_to > 0 && (repeats || !flags->is_back_told))
    g_ptr_array_add (list, g_strdup_printf (_ ("back to version %u"), flags->back_to));

  return list;
}

void
vr_version_flags_clear (VrVersionFlags *flags)
{
  g_clear_pointer (&flags->silent, g_free);
}

void
vr_version_flags_append (GString *message, gboolean headline_changed, const char *silent,
                         const char *back_to, const VrChangedWords *words)
{
  while (message->len > 0 && message->str[message->len - 1] == '\n')
    g_string_truncate (message, message->len - 1);
  g_string_append (message, "\n\n" FLAGS "\n");
  if (headline_changed)
    g_string_append (message, HEADLINE "\n");
  if (silent != NULL)
    g_string_append_printf (message, SILENT "%s\n", silent);
  if (back_to != NULL)
    g_string_append_printf (message, BACK "%s\n", back_to);
  if (words != NULL)
    g_string_append_printf (message, WORDS_FORMAT "\n", words->removed, words->added, words->moved);
  g_string_truncate (message, message->len - 1);
}
