/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the shared material, which the repository does not hold. */
#pragma once

#include <glib.h>

/* Returns the path of @relative in the shared folder, or marks the test as skipped. */
static inline char *
shared_path_or_skip (const char *relative)
{
  const char *root = g_getenv ("VARIORUM_SHARED");
  g_autofree char *path = g_build_filename (root != NULL ? root : "../shared", relative, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip ("skipped: no shared data");
  return NULL;
}
