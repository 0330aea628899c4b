/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum-import: reads web pages and documents for the other programs, where a hostile one can do
 * no harm. */
#include "vr-import-serve.h"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

int
main (int argc, char **argv)
{
  if (argc > 1 || isatty (STDIN_FILENO))
    {
      g_printerr ("variorum-import is run by variorum and variorum-window.\n");
      return 2;
    }
  signal (SIGPIPE, SIG_IGN);
  close_range (STDERR_FILENO + 1, ~0u, 0);
  setlocale (LC_CTYPE, "");
  setlocale (LC_MESSAGES, "");
  bindtextdomain (GETTEXT_PACKAGE, VR_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* The catalogue is opened by the first message. */
  (void)gettext ("");
  return vr_import_serve (vr_import_find_format) ? 0 : 2;
}
