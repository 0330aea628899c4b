/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum log: from the files of the archive.  This program loads no libgit2, whose start takes
 * longer; where the files are not as the archive itself writes them, or more has to be found out,
 * the program that does is asked. */
#include "vr-log-list.h"
#include "vr-version-files.h"

static guint
find_number (const char *id, gpointer numbers)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (numbers, id));
}

/* Whether nothing has to be found out. */
static gboolean
are_told (const GArray *versions)
{
  for (guint i = 1; i < versions->len; i++)
    if (!vr_version_flags_are_told (g_array_index (versions, VrVersion, i).trailers, i))
      return FALSE;
  return TRUE;
}

/* @json: NULL for text. */
static void
put_versions (const GArray *versions, GHashTable *notes, VrJsonWriter *json)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < versions->len; i++)
    g_hash_table_insert (numbers, g_array_index (versions, VrVersion, i).id,
                         GUINT_TO_POINTER (i + 1));
  for (guint i = versions->len; i > 0; i--)
    {
      const VrVersion *version = &g_array_index (versions, VrVersion, i - 1);
      VrVersionFlags flags = { 0 };

      if (vr_version_flags_are_told (version->trailers, i - 1))
        vr_version_flags_read (&flags, version->trailers, find_number, numbers);
      vr_version_flags_look_back (&flags, versions, i - 1);
      vr_log_list_put (version, &flags, g_hash_table_lookup (notes, version->id), json);
      vr_version_flags_clear (&flags);
    }
}

static VrStatus
list_versions (const GArray *versions, GHashTable *notes, gboolean is_json)
{
  g_autoptr (VrOutput) output = NULL;
  VrJsonWriter json;

  if (!is_json)
    {
      put_versions (versions, notes, NULL);
      return VR_STATUS_DONE;
    }
  output = vr_cli_open_output ();
  json = (VrJsonWriter)VR_JSON_WRITER_INIT (output);
  vr_json_writer_begin (&json, '[');
  put_versions (versions, notes, &json);
  vr_json_writer_end (&json, ']');
  return vr_cli_close_line (output, VR_STATUS_DONE);
}

VrStatus
vr_cmd_log (int argc, char **argv)
{
  g_autofree char **given = g_memdup2 (argv, ((gsize)argc + 1) * sizeof *argv);
  g_autoptr (GArray) versions = NULL;
  g_autoptr (GHashTable) notes = NULL;
  g_auto (VrCliWords) words = { 0 };
  int n_given = argc;

  if (!vr_log_list_parse (&words, &argc, &argv))
    return VR_STATUS_TROUBLE;
  versions = vr_version_files_list (words.archive, argv[1], &notes);
  if (versions == NULL || !are_told (versions))
    return vr_cmd_archive (n_given, given);
  return list_versions (versions, notes, words.is_json);
}
