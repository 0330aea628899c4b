/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other programs of ours: where they are. */
#include "vr-program.h"

/* Beside this very program; in a build tree, seen from the window and from the tests. */
static const char *const near[] = { ".", "../cli", "../../src/cli" };

/* The folder of this very program, or NULL. */
static char *
dup_own_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? g_path_get_dirname (program) : NULL;
}

/* Takes @path over; NULL where nothing of the kind is there. */
static char *
check (char *path, GFileTest test)
{
  if (g_file_test (path, test) && !g_file_test (path, G_FILE_TEST_IS_DIR))
    return path;
  g_free (path);
  return NULL;
}

static char *
find (const char *name, const char *folder, GFileTest test)
{
  g_autofree char *own = dup_own_folder ();
  char *path = NULL;

  for (guint i = 0; own != NULL && path == NULL && i < G_N_ELEMENTS (near); i++)
    {
      g_autofree char *place = i > 0 ? g_build_filename (own, near[i], NULL) : g_strdup (own);

      path = check (g_build_filename (place, name, NULL), test);
    }
  return path != NULL ? path : check (g_build_filename (folder, name, NULL), test);
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
