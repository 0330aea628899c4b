/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum archive: the commands for the archive as a whole. */
#include "vr-cli-archive.h"

#include <glib/gi18n.h>
#include <stdio.h>

static const VrCommand commands[] = {
  { "check", N_ ("Tell what is lost or damaged"), vr_cmd_archive_check },
  { "repair", N_ ("Save all that is whole into a fresh archive"), vr_cmd_archive_repair },
  { "export", N_ ("Write the archive as one file, a git bundle"), vr_cmd_archive_export },
  { "import", N_ ("Take in an exported archive, a file’s history in git, or dated files"),
    vr_cmd_archive_import },
  { "sync", N_ ("Make this archive and one elsewhere equal"), vr_cmd_archive_sync },
  { "trash", N_ ("List what is in the trash"), vr_cmd_archive_trash },
  { "restore-trash", N_ ("Take a story or a variant out of the trash"),
    vr_cmd_archive_restore_trash },
  { "empty-trash", N_ ("Erase for good what is in the trash"), vr_cmd_archive_empty_trash },
  { "pack", N_ ("Join small files; done on its own after snapshots"), vr_cmd_archive_pack },
};

static VrStatus
print_help (void)
{
  printf ("%s\n  variorum archive COMMAND …\n\n%s\n", _ ("Usage:"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %-24s  %s\n", commands[i].name, _ (commands[i].summary));
  printf ("\n%s\n", _ ("Options of each:"));
  printf ("  %-24s  %s\n", "-f, --format=FORMAT",
          _ ("Write the list as text or json (default: text)"));
  printf ("  %-24s  %s\n", "--archive=FOLDER", _ ("Use the archive FOLDER (default: your own)"));
  printf ("  %-24s  %s\n", "-h, --help", _ ("Show this help"));
  return VR_STATUS_DONE;
}

VrStatus
vr_cmd_archive_main (int argc, char **argv)
{
  if (argc < 2)
    return vr_cli_fail (_ ("archive needs a command; see “variorum archive --help”."));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return print_help ();
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[1]))
      return commands[i].run (argc - 1, argv + 1);
  return vr_cli_fail (_ ("“%s” is no command of the archive; see “variorum archive --help”."),
                      argv[1]);
}
