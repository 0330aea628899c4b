/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands handed over to the programs that have them: this one loads no libgit2, no Pango and no
 * Cairo, whose start takes longer than a comparison. */
#include "vr-cli.h"
#include "vr-program.h"

#include "config.h"

#include <glib/gi18n.h>

#define ARCHIVE_PROGRAM "variorum-archive"
#define REPORT_PROGRAM "variorum-report"

static char *
find_program (const char *name)
{
  return vr_program_find (name, VR_LIBEXECDIR);
}

gboolean
vr_archive_program_is_there (void)
{
  g_autofree char *program = find_program (ARCHIVE_PROGRAM);

  return program != NULL;
}

static VrStatus
hand_over (const char *name, int argc, char **argv)
{
  g_autofree char *program = find_program (name);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (program == NULL)
    return vr_cli_fail (_ ("“%s” needs the program “%s”, which is not installed."), argv[0], name);
  g_ptr_array_add (words, program);
  for (int i = 0; i < argc; i++)
    g_ptr_array_add (words, argv[i]);
  g_ptr_array_add (words, NULL);
  return vr_cli_become (program, (char **)words->pdata);
}

VrStatus
vr_cmd_archive (int argc, char **argv)
{
  return hand_over (ARCHIVE_PROGRAM, argc, argv);
}

VrStatus
vr_cmd_report (int argc, char **argv)
{
  return hand_over (REPORT_PROGRAM, argc, argv);
}
