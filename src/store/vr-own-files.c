/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of an archive, which nothing else is written over. */
#include "vr-own-files.h"

#include "vr-archive-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

static gboolean
is_within (const char *folder, const char *top)
{
  gsize n = strlen (top);

  return strncmp (folder, top, n) == 0 && (folder[n] == '/' || folder[n] == '\0');
}

gboolean
vr_own_files_check (VrArchive *archive, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  char *whole = realpath (folder, NULL);
  char *top = realpath (archive->path, NULL);
  gboolean is_inside = whole != NULL && top != NULL && is_within (whole, top);

  free (whole);
  free (top);
  if (is_inside)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("“%s” is in the archive itself; name a file elsewhere."), name);
    }

  return !is_inside;
}
