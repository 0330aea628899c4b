/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum-window: compares two versions of an article in a window. */
#include "config.h"

#include "vr-application.h"
#include "vr-report-numbers.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>

int
main (int argc, char *argv[])
{
  g_autoptr (VrApplication) application = NULL;
  int status;

  setlocale (LC_ALL, "");
  vr_report_numbers_use_locale ();
  bindtextdomain (GETTEXT_PACKAGE, VR_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("variorum-window");
  g_set_application_name (_ ("Variorum"));

  application = vr_application_new ();

  status = g_application_run (G_APPLICATION (application), argc, argv);

  /* GLib's own word for an instance that went away while it was waited for. */
  if (status == EXIT_FAILURE)
    return VR_APPLICATION_TROUBLE;

  return status != EXIT_SUCCESS ? status : vr_application_get_status (application);
}
