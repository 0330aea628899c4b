/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a document that cannot be read. */
#include "vr-import-fail.h"

#include "vr-error.h"

#include <glib/gi18n-lib.h>

gboolean
vr_import_fail_damaged (const VrImportSource *source, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” cannot be read: a part of it is missing or damaged; open it in the program "
                  "that made it and save it again."),
               source->name);
  return FALSE;
}

gboolean
vr_import_fail_locked (const VrImportSource *source, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” is locked with a password; save it without one and read that file."),
               source->name);
  return FALSE;
}

gboolean
vr_import_fail_huge (const VrImportSource *source, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_TOO_LARGE,
               _ ("“%s” unpacks to more than a document may have, 64 MB in a part and 128 MB in "
                  "all; save its text to a file and compare that."),
               source->name);
  return FALSE;
}
