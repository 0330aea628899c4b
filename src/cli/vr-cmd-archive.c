/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of the archive, handed over to the program that has them: this one loads no
 * libgit2, whose start takes longer than a comparison. */
#include "vr-program.h"

#include "config.h"

#include <glib/gi18n.h>

#define ARCHIVE_PROGRAM "variorum-archive"

static char *
find_program (void)
{
  return vr_program_find (ARCHIVE_PROGRAM, VR_LIBEXECDIR);
}

gboolean
vr_archive_program_is_there (void)
{
  g_autofree char *program = find_program ();

  return program != NULL;
}

VrStatus
vr_cmd_archive (int argc, char **argv)
{
  g_autofree char *program = find_program ();
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (program == NULL)
    return vr_cli_fail (_ ("“%s” needs the program “%s”, which is not installed."), argv[0],
                        ARCHIVE_PROGRAM);
  g_ptr_array_add (words, program);
  for (int i = 0; i < argc; i++)
    g_ptr_array_add (words, argv[i]);
  g_ptr_array_add (words, NULL);
  return vr_program_become (program, (char **)words->pdata);
}
