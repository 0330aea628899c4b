/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one error domain of the core. */
#include "vr-error.h"

#include <glib/gi18n-lib.h>

/* The formatter takes the dashes for minus signs, and they are part of the name. */
/* clang-format off */
G_DEFINE_QUARK (vr-error-quark, vr_error)
/* clang-format on */

void
vr_error_set_unreadable (GError **error, int code, const char *name, const char *reason)
{
  if (code == G_IO_ERROR_NOT_FOUND || code == G_IO_ERROR_NOT_DIRECTORY)
    g_set_error (error, G_IO_ERROR, code, _ ("There is no file “%s”; check its name."), name);
  else if (code == G_IO_ERROR_IS_DIRECTORY)
    g_set_error (error, G_IO_ERROR, code, _ ("“%s” is a folder; name a file in it."), name);
  else if (code == G_IO_ERROR_PERMISSION_DENIED)
    g_set_error (error, G_IO_ERROR, code, _ ("“%s” may not be read; ask its owner for permission."),
                 name);
  else
    g_set_error (error, G_IO_ERROR, code,
                 _ ("“%s” cannot be read (%s); check the disk or the connection."), name, reason);
}

void
vr_error_take_unreadable (GError **error, GError *trouble, const char *name)
{
  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, trouble);
      return;
    }
  vr_error_set_unreadable (error, trouble->domain == G_IO_ERROR ? trouble->code : G_IO_ERROR_FAILED,
                           name, trouble->message);
  g_error_free (trouble);
}
