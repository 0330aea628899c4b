/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum archive export: the archive, or some of it, as one file. */
#include "vr-bundle.h"
#include "vr-cli-archive.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* What the options say, as given. */
typedef struct
{
  char *archive;
  char *format;
  gboolean replaces;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->archive);
  g_free (words->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static gboolean
parse_words (Words *words, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "replace", 0, 0, G_OPTION_ARG_NONE, &words->replaces, N_ ("Replace FILE where it is there"),
      NULL },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words->format,
      N_ ("Write the list as text or json (default: text)"), "FORMAT" },
    { "archive", 0, 0, G_OPTION_ARG_FILENAME, &words->archive,
      N_ ("Use the archive FOLDER (default: your own)"), N_ ("FOLDER") },
    { NULL },
  };

  return vr_cli_parse (
      "archive export", "FILE [STORY[/VARIANT]…]",
      _ ("Writes the archive, or only the stories and variants named, with all "
         "versions to FILE,\na git bundle: “variorum archive import FILE” takes it "
         "in elsewhere, and any git clones it."),
      NULL, entries, argc, argv);
}

/* A device or a pipe is written to, not replaced. */
static gboolean
is_taken (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 && S_ISREG (status.st_mode);
}

static VrStatus
report (guint n_variants, gboolean is_json)
{
  g_autoptr (VrOutput) output = NULL;
  g_autoptr (GError) error = NULL;
  VrJsonWriter json;

  if (!is_json)
    {
      printf (ngettext ("%u variant exported", "%u variants exported", n_variants), n_variants);
      printf ("\n");
      return VR_STATUS_DONE;
    }
  output = vr_output_new_for_fd (STDOUT_FILENO, _ ("Standard output"));
  json = (VrJsonWriter)VR_JSON_WRITER_INIT (output);
  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "exported", uint, n_variants);
  vr_json_writer_end (&json, '}');
  vr_output_put (output, "\n");
  return vr_output_close (output, &error) ? VR_STATUS_DONE : vr_cli_fail_with (error);
}

VrStatus
vr_cmd_archive_export (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GError) error = NULL;
  gboolean failed, is_json;
  guint n_variants;

  if (!parse_words (&words, &argc, &argv))
    return VR_STATUS_TROUBLE;
  is_json = vr_cli_wants_json (words.format, &failed);
  if (failed)
    return VR_STATUS_TROUBLE;
  if (argc < 2)
    return vr_cli_fail (_ ("archive export needs a file to write; see “variorum archive export "
                           "--help”."));
  if (!words.replaces && is_taken (argv[1]))
    {
      g_autofree char *name = g_filename_display_name (argv[1]);

      return vr_cli_fail (_ ("“%s” is there already; choose another name, or replace it with "
                             "--replace."),
                          name);
    }
  archive = vr_cli_open_archive (words.archive);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  if (!vr_bundle_write (archive, (const char *const *)argv + 2, argv[1], &n_variants, &error))
    return vr_cli_fail_with (error);
  return report (n_variants, is_json);
}
