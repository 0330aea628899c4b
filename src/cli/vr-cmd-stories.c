/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum stories and variorum log: what the archive has. */
#include "vr-cli-archive.h"
#include "vr-history-flags.h"
#include "vr-json-writer.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The slash of the name at @index ends a story that differs from the one before. */
static gboolean
begins_story (const GPtrArray *names, guint index)
{
  const char *name = g_ptr_array_index (names, index);
  gsize n_bytes = (gsize)(strchr (name, '/') - name) + 1;

  return index == 0 || strncmp (g_ptr_array_index (names, index - 1), name, n_bytes) != 0;
}

static void
print_stories (const GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const char *slash = strchr (name, '/');

      if (begins_story (names, i))
        printf ("%.*s\n", (int)(slash - name), name);
      printf ("  %s\n", slash + 1);
    }
}

static void
write_stories (const GPtrArray *names, VrJsonWriter *json)
{
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const char *slash = strchr (name, '/');

      if (begins_story (names, i))
        {
          if (i > 0)
            {
              vr_json_writer_end (json, ']');
              vr_json_writer_end (json, '}');
            }
          vr_json_writer_begin (json, '{');
          vr_json_writer_name (json, "story");
          vr_json_writer_slice (json, name, (gsize)(slash - name));
          vr_json_writer_name (json, "variants");
          vr_json_writer_begin (json, '[');
        }
      vr_json_writer_string (json, slash + 1);
    }
  if (names->len > 0)
    {
      vr_json_writer_end (json, ']');
      vr_json_writer_end (json, '}');
    }
  vr_json_writer_end (json, ']');
}

static VrStatus
close_output (VrOutput *output)
{
  g_autoptr (GError) error = NULL;

  vr_output_put (output, "\n");
  return vr_output_close (output, &error) ? VR_STATUS_DONE : vr_cli_fail_with (error);
}

VrStatus
vr_cmd_stories (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;
  gboolean failed, is_json;

  if (!vr_cli_parse_words (&words, "stories", NULL, _ ("Lists the stories and their variants."),
                           &argc, &argv))
    return VR_STATUS_TROUBLE;
  is_json = vr_cli_wants_json (words.format, &failed);
  archive = failed ? NULL : vr_cli_open_archive (words.archive);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  names = vr_archive_list_variants (archive, NULL, &error);
  if (names == NULL)
    return vr_cli_fail_with (error);
  if (is_json)
    {
      g_autoptr (VrOutput) output = vr_output_new_for_fd (STDOUT_FILENO, _ ("Standard output"));
      VrJsonWriter json = VR_JSON_WRITER_INIT (output);

      write_stories (names, &json);
      return close_output (output);
    }
  print_stories (names);
  return VR_STATUS_DONE;
}

static void
print_flags (const VrVersionFlags *flags)
{
  if (flags->headline_changed)
    printf ("    %s\n", _ ("headline changed"));
  if (flags->silent != NULL)
    {
      printf ("    ");
      printf (_ ("silent edit: %s"), flags->silent);
      printf ("\n");
    }
  if (flags->back_to > 0)
    {
      printf ("    ");
      printf (_ ("back to version %u"), flags->back_to);
      printf ("\n");
    }
}

static void
print_version (const VrVersion *version, const VrVersionFlags *flags)
{
  g_autofree char *time = vr_cli_dup_time (version->published);

  printf ("%u  %.7s  %s  %s", version->number, version->id, time, version->summary);
  for (guint i = 0; version->labels != NULL && i < version->labels->len; i++)
    printf (" [%s]", (const char *)g_ptr_array_index (version->labels, i));
  printf ("\n");
  print_flags (flags);
}

static void
put_time (VrJsonWriter *json, GDateTime *time)
{
  g_autofree char *text = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  vr_json_writer_string (json, text);
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
write_version (const VrVersion *version, const VrVersionFlags *flags, VrJsonWriter *json)
{
  vr_json_writer_break_line (json);
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "number", uint, version->number);
  vr_json_writer_put (json, "id", string, version->id);
  vr_json_writer_name (json, "published");
  put_time (json, version->published);
  vr_json_writer_name (json, "retrieved");
  put_time (json, version->retrieved);
  vr_json_writer_name (json, "seen");
  put_time (json, version->seen);
  vr_json_writer_put (json, "summary", string, version->summary);
  vr_json_writer_name (json, "labels");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; version->labels != NULL && i < version->labels->len; i++)
    vr_json_writer_string (json, g_ptr_array_index (version->labels, i));
  vr_json_writer_end (json, ']');
  write_flags (flags, json);
  vr_json_writer_end (json, '}');
}

/* @json: NULL for text.  A version whose text cannot be read ends the list. */
static gboolean
put_versions (VrArchive *archive, GArray *versions, VrJsonWriter *json, GError **error)
{
  g_autoptr (VrHistoryFlags) flags = vr_history_flags_new (archive, versions);

  for (guint i = versions->len; i > 0; i--)
    {
      const VrVersion *version = &g_array_index (versions, VrVersion, i - 1);
      const VrVersionFlags *own = vr_history_flags_get (flags, i - 1, error);

      if (own == NULL)
        return FALSE;
      if (json != NULL)
        write_version (version, own, json);
      else
        print_version (version, own);
    }

  return TRUE;
}

static VrStatus
list_versions (VrArchive *archive, const char *name, gboolean is_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) versions = vr_version_list (archive, name, &error);
  g_autoptr (VrOutput) output = NULL;
  VrJsonWriter json;

  if (versions == NULL)
    return vr_cli_fail_with (error);
  if (!is_json)
    return put_versions (archive, versions, NULL, &error) ? VR_STATUS_DONE
                                                          : vr_cli_fail_with (error);
  output = vr_output_new_for_fd (STDOUT_FILENO, _ ("Standard output"));
  json = (VrJsonWriter)VR_JSON_WRITER_INIT (output);
  vr_json_writer_begin (&json, '[');
  if (!put_versions (archive, versions, &json, &error))
    return vr_cli_fail_with (error);
  vr_json_writer_end (&json, ']');
  return close_output (output);
}

VrStatus
vr_cmd_log (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;
  gboolean failed, is_json;

  if (!vr_cli_parse_words (
          &words, "log", "STORY/VARIANT",
          _ ("Lists the versions of a variant, newest first: number, id, time, what "
             "changed, labels, and what to look twice at."),
          &argc, &argv))
    return VR_STATUS_TROUBLE;
  is_json = vr_cli_wants_json (words.format, &failed);
  if (failed)
    return VR_STATUS_TROUBLE;
  if (argc != 2)
    return vr_cli_fail (_ ("log needs one variant, STORY/VARIANT; “variorum stories” lists them."));
  archive = vr_cli_open_archive (words.archive);
  return archive != NULL ? list_versions (archive, argv[1], is_json) : VR_STATUS_TROUBLE;
}
