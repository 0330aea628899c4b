/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other programs of ours: found, and become. */
#include "vr-program.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <unistd.h>

/* The folder of this very program, or NULL. */
static char *
dup_own_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? g_path_get_dirname (program) : NULL;
}

static char *
find_in (const char *folder, const char *name, GFileTest test)
{
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path != NULL && g_file_test (path, test) && !g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&path);
  return NULL;
}

static char *
find (const char *name, const char *folder, GFileTest test)
{
  g_autofree char *own = dup_own_folder ();
  char *path = find_in (own, name, test);

  return path != NULL ? path : find_in (folder, name, test);
}

char *
vr_program_find (const char *name, const char *folder)
{
  return find (name, folder, G_FILE_TEST_IS_EXECUTABLE);
}

char *
vr_program_find_module (const char *name, const char *folder)
{
  return find (name, folder, G_FILE_TEST_IS_REGULAR);
}

VrStatus
vr_program_become (const char *program, char **argv)
{
  /* What is ignored stays ignored in the new program, unlike handlers. */
  signal (SIGPIPE, SIG_DFL);
  signal (SIGXFSZ, SIG_DFL);
  execv (program, argv);
  return vr_cli_fail (_ ("“%s” cannot be started: %s."), program, g_strerror (errno));
}
