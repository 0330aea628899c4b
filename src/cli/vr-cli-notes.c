/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of versions, and what was noted about them, as the lists have them. */
#include "vr-cli-notes.h"

#include "vr-cli.h"
#include "vr-note.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

void
vr_cli_write_time (VrJsonWriter *json, GDateTime *time)
{
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  vr_json_writer_string (json, text);
}

static void
write_note (VrJsonWriter *json, const VrNote *note, guint number)
{
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "number", uint, number);
  vr_json_writer_put (json, "id", string, note->id);
  vr_json_writer_put (json, "author", string, note->author);
  vr_json_writer_name (json, "time");
  vr_cli_write_time (json, note->time);
  vr_json_writer_name (json, "paragraph");
  if (note->at != NULL)
    vr_json_writer_uint (json, note->paragraph);
  else
    vr_json_writer_null (json);
  vr_json_writer_put (json, "at", string, note->at);
  vr_json_writer_put (json, "text", string, note->text);
  vr_json_writer_end (json, '}');
}

void
vr_cli_write_notes (VrJsonWriter *json, const GPtrArray *notes)
{
  vr_json_writer_begin (json, '[');
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    write_note (json, g_ptr_array_index (notes, i), i + 1);
  vr_json_writer_end (json, ']');
}

static void
print_note (const VrNote *note, guint number)
{
  gsize n_first = strcspn (note->text, "\n");
  g_autofree char *first = g_strndup (note->text, n_first);
  g_autofree char *plain = vr_cli_dup_plain (g_strdelimit (first, "\t", ' '));
  const char *more = note->text[n_first] != '\0' ? " …" : "";
  g_autofree char *author = NULL;

  printf ("    ");
  if (note->author == NULL)
    printf (_ ("note %u: %s%s"), number, plain, more);
  else
    {
      author = vr_cli_dup_plain (note->author);
      if (*author != '<')
        author[strcspn (author, "<")] = '\0';
      printf (_ ("note %u by %s: %s%s"), number, g_strchomp (author), plain, more);
    }
  printf ("\n");
}

void
vr_cli_print_notes (const GPtrArray *notes)
{
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    print_note (g_ptr_array_index (notes, i), i + 1);
}

char *
vr_cli_dup_time (GDateTime *time)
{
  gboolean is_day = g_date_time_get_hour (time) == 0 && g_date_time_get_minute (time) == 0
                    && g_date_time_get_second (time) == 0;

  return g_date_time_format (time, is_day ? "%Y-%m-%d" : "%Y-%m-%d %H:%M:%S %z");
}
