/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum: the commands.  Those of the archive are another program's, as this one loads no
 * libgit2; those that compare are in a file that is loaded for them. */
#include "vr-main.h"
#include "vr-version-word.h"

#include <glib/gi18n.h>

/* Versions are read by the program that can. */
static VrStatus
compare (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (vr_version_word_is_possible (argv[i]) && vr_archive_program_is_there ())
      return vr_cmd_archive (argc, argv);
  return vr_cmd_loaded (argc, argv);
}

static const VrCommand commands[] = {
  { "compare", N_ ("Compare two articles, in the terminal or as JSON"), compare },
  { "window", N_ ("Compare in the window"), vr_cmd_window },
  { "difftool", N_ ("Compare in the window for git, and wait until it is closed"),
    vr_cmd_difftool },
  { "extract", N_ ("Find the article in a page or a document"), vr_cmd_loaded },
  { "align", N_ ("Tell which sentence or paragraph became which, for lists cut already"),
    vr_cmd_loaded },
  { "verify", N_ ("Check what of a report holds: its bytes, its sources, its comparison"),
    vr_cmd_report },
  { "snapshot", N_ ("Keep an article as the next version in the archive"), vr_cmd_archive },
  { "stories", N_ ("List the stories in the archive"), vr_cmd_stories },
  { "log", N_ ("List the versions of a variant"), vr_cmd_log },
  { "history", N_ ("Report what became of a variant, version by version"), vr_cmd_report },
  { "show", N_ ("Print a version"), vr_cmd_archive },
  { "restore", N_ ("Write the source of a version to a file"), vr_cmd_archive },
  { "label", N_ ("Name a version"), vr_cmd_archive },
  { "note", N_ ("Note something about a version"), vr_cmd_archive },
  { "blame", N_ ("Tell which version brought each sentence"), vr_cmd_archive },
  { "search", N_ ("Tell in which versions a phrase stands"), vr_cmd_archive },
  { "mv", N_ ("Rename a variant or a story, or move a variant to another story"), vr_cmd_archive },
  { "rm", N_ ("Put a variant or a story into the trash"), vr_cmd_archive },
  { "archive", N_ ("Check, repair, export and pack the archive, or empty its trash"),
    vr_cmd_archive },
};

int
main (int argc, char **argv)
{
  return vr_main (argc, argv, commands, G_N_ELEMENTS (commands));
}
