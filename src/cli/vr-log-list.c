/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of a variant as a list, for people and as JSON. */
#include "vr-log-list.h"

#include "vr-cli-notes.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
print_flags (const VrVersionFlags *flags)
{
  g_autoptr (GPtrArray) list = vr_version_flags_list (flags, FALSE);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *plain = vr_cli_dup_plain (g_ptr_array_index (list, i));

      printf ("    %s\n", plain);
    }
}

static void
print_version (const VrVersion *version, const VrVersionFlags *flags, const GPtrArray *notes)
{
  g_autofree char *time = vr_cli_dup_time (version->published);
  g_autofree char *summary = vr_cli_dup_plain (version->summary);

  printf ("%u  %.7s  %s  %s", version->number, version->id, time, summary);
  for (guint i = 0; version->labels != NULL && i < version->labels->len; i++)
    printf (" [%s]", (const char *)g_ptr_array_index (version->labels, i));
  printf ("\n");
  print_flags (flags);
  vr_cli_print_notes (notes);
}

static void
write_flags (const VrVersionFlags *flags, VrJsonWriter *json)
{
  vr_json_writer_name (json, "flags");
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "headline_changed", boolean, flags->headline_changed);
  vr_json_writer_put (json, "silent", string, flags->silent);
  vr_json_writer_name (json, "back_to");
  if (flags->back_to > 0)
    vr_json_writer_uint (json, flags->back_to);
  else
    vr_json_writer_null (json);
  vr_json_writer_end (json, '}');
}

static void
write_words (const VrChangedWords *words, VrJsonWriter *json)
{
  vr_json_writer_name (json, "words");
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "removed", uint, words->removed);
  vr_json_writer_put (json, "added", uint, words->added);
  vr_json_writer_put (json, "moved", uint, words->moved);
  vr_json_writer_end (json, '}');
}

static void
write_version (const VrVersion *version, const VrVersionFlags *flags, const GPtrArray *notes,
               VrJsonWriter *json)
{
  vr_json_writer_break_line (json);
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "number", uint, version->number);
  vr_json_writer_put (json, "id", string, version->id);
  vr_json_writer_name (json, "published");
  vr_cli_write_time (json, version->published);
  vr_json_writer_name (json, "retrieved");
  vr_cli_write_time (json, version->retrieved);
  vr_json_writer_name (json, "seen");
  vr_cli_write_time (json, version->seen);
  vr_json_writer_put (json, "summary", string, version->summary);
  vr_json_writer_name (json, "labels");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; version->labels != NULL && i < version->labels->len; i++)
    vr_json_writer_string (json, g_ptr_array_index (version->labels, i));
  vr_json_writer_end (json, ']');
  write_words (&flags->words, json);
  write_flags (flags, json);
  vr_json_writer_name (json, "notes");
  vr_cli_write_notes (json, notes);
  vr_json_writer_end (json, '}');
}

void
vr_log_list_put (const VrVersion *version, const VrVersionFlags *flags, const GPtrArray *notes,
                 VrJsonWriter *json)
{
  if (json != NULL)
    write_version (version, flags, notes, json);
  else
    print_version (version, flags, notes);
}

gboolean
vr_log_list_parse (VrCliWords *words, int *argc, char ***argv)
{
  if (!vr_cli_parse_words (
          words, "log", "STORY/VARIANT",
          _ ("Lists the versions of a variant, newest first: number, id, time, what "
             "changed, labels, what to look twice at, and notes."),
          argc, argv))
    return FALSE;
  if (*argc != 2)
    vr_cli_fail (_ ("log needs one variant, STORY/VARIANT; “variorum stories” lists them."));
  return *argc == 2;
}
