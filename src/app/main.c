/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum-window: compares two versions of an article in a window. */
#include "config.h"

#include "vr-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  g_autoptr (VrApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, VR_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("variorum-window");
  g_set_application_name (_ ("Variorum"));

  application = vr_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
