/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum archive export: the archive, or some of it, as one file. */
#include "vr-bundle.h"
#include "vr-cli-archive.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <sys/stat.h>

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
  VrJsonWriter json;

  if (!is_json)
    {
      printf (ngettext ("%u variant exported", "%u variants exported", n_variants), n_variants);
      printf ("\n");
      return VR_STATUS_DONE;
    }
  output = vr_cli_open_output ();
  json = (VrJsonWriter)VR_JSON_WRITER_INIT (output);
  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "exported", uint, n_variants);
  vr_json_writer_end (&json, '}');
  return vr_cli_close_line (output, VR_STATUS_DONE);
}

VrStatus
vr_cmd_archive_export (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  gboolean replaces = FALSE;
  const GOptionEntry own[] = {
    { "replace", 0, 0, G_OPTION_ARG_NONE, &replaces, N_ ("Replace FILE where it is there"), NULL },
    vr_cli_format_option (&words),
    { NULL },
  };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GError) error = NULL;
  guint n_variants;

  if (!vr_cli_parse_archive (
          &words, own, "archive export", "FILE [STORY[/VARIANT]…]",
          _ ("Writes the archive, or only the stories and variants named, with all "
             "versions to FILE,\na git bundle: “variorum archive import FILE” takes it "
             "in elsewhere, and any git clones it."),
          &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc < 2)
    return vr_cli_fail (_ ("archive export needs a file to write; see “variorum archive export "
                           "--help”."));
  if (!replaces && is_taken (argv[1]))
    {
      g_autofree char *name = g_filename_display_name (argv[1]);

      return vr_cli_fail (_ ("“%s” is there already; choose another name, or replace it with "
                             "--replace."),
                          name);
    }
  archive = vr_cli_open_archive (&words);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  if (!vr_bundle_write (archive, (const char *const *)argv + 2, argv[1], &n_variants, &error))
    return vr_cli_fail_with (error);
  return report (n_variants, words.is_json);
}
