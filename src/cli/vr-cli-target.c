/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a report may be written. */
#include "vr-cli-target.h"

#include "vr-report-save.h"

#include <glib/gi18n.h>
#include <unistd.h>

gboolean
vr_cli_check_free (const VrReportFormat *format, const char *output, gboolean force)
{
  gboolean is_stream = (format->flags & VR_REPORT_FOR_TERMINAL) != 0;
  g_autofree char *existing = NULL;
  g_autofree char *name = NULL;

  if (output == NULL && !is_stream && isatty (STDOUT_FILENO))
    {
      vr_cli_fail (_ ("A terminal cannot show “%s”; name a file to write with -o."), format->name);
      return FALSE;
    }
  if (output != NULL && !is_stream && !force)
    existing = vr_report_find_existing (format, output);
  if (existing == NULL)
    return TRUE;
  name = g_filename_display_name (existing);
  vr_cli_fail (_ ("“%s” is there already; --force replaces it."), name);
  return FALSE;
}
