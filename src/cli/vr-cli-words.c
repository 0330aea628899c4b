/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands that list something share: their options, and where they write. */
#include "vr-cli-words.h"

#include "vr-archive.h"

#include <glib/gi18n.h>
#include <unistd.h>

gboolean
vr_cli_read_format (VrCliWords *words)
{
  words->is_json = g_strcmp0 (words->format, "json") == 0;
  if (words->format == NULL || words->is_json || g_str_equal (words->format, "text"))
    return TRUE;
  vr_cli_fail (_ ("--%s cannot be “%s”; it is one of: %s."), "format", words->format, "text, json");
  return FALSE;
}

GOptionEntry
vr_cli_format_option (VrCliWords *words)
{
  return (GOptionEntry){ "format",
                         'f',
                         0,
                         G_OPTION_ARG_STRING,
                         &words->format,
                         N_ ("Write the list as text or json (default: text)"),
                         "FORMAT" };
}

gboolean
vr_cli_parse_archive (VrCliWords *words, const GOptionEntry *own, const char *command,
                      const char *usage, const char *summary, int *argc, char ***argv)
{
  const GOptionEntry archive = { "archive",
                                 0,
                                 0,
                                 G_OPTION_ARG_FILENAME,
                                 &words->archive,
                                 N_ ("Use the archive FOLDER (default: your own)"),
                                 N_ ("FOLDER") };
  g_autoptr (GArray) entries = g_array_new (TRUE, FALSE, sizeof (GOptionEntry));

  for (const GOptionEntry *entry = own; entry->long_name != NULL; entry++)
    g_array_append_vals (entries, entry, 1);
  g_array_append_val (entries, archive);
  if (!vr_cli_parse (command, usage, summary, NULL, (const GOptionEntry *)(gpointer)entries->data,
                     argc, argv)
      || !vr_cli_read_format (words))
    return FALSE;
  if (words->archive == NULL)
    words->archive = vr_archive_dup_default_path ();
  return TRUE;
}

gboolean
vr_cli_parse_words (VrCliWords *words, const char *command, const char *usage, const char *summary,
                    int *argc, char ***argv)
{
  const GOptionEntry own[] = { vr_cli_format_option (words), { NULL } };

  return vr_cli_parse_archive (words, own, command, usage, summary, argc, argv);
}

gboolean
vr_cli_parse_no_operand (VrCliWords *words, const char *command, const char *summary, int *argc,
                         char ***argv)
{
  if (!vr_cli_parse_words (words, command, NULL, summary, argc, argv))
    return FALSE;
  if (*argc > 1)
    vr_cli_fail (_ ("%s takes no operand; see “variorum %s --help”."), command, command);
  return *argc == 1;
}

void
vr_cli_clear_words (VrCliWords *words)
{
  g_free (words->archive);
  g_free (words->format);
}

VrOutput *
vr_cli_open_output (void)
{
  return vr_output_new_for_fd (STDOUT_FILENO, _ ("Standard output"));
}

VrStatus
vr_cli_close (VrOutput *output, VrStatus status)
{
  g_autoptr (GError) error = NULL;

  return vr_output_close (output, &error) ? status : vr_cli_fail_with (error);
}

VrStatus
vr_cli_close_line (VrOutput *output, VrStatus status)
{
  vr_output_put (output, "\n");
  return vr_cli_close (output, status);
}
