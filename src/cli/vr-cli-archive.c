/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of the archive share. */
#include "vr-cli-archive.h"

#include <glib/gi18n.h>

VrArchive *
vr_cli_open_archive (const char *path)
{
  g_autofree char *own = path == NULL ? vr_archive_dup_default_path () : NULL;
  g_autoptr (GError) error = NULL;
  VrArchive *archive = vr_archive_open (path != NULL ? path : own, &error);

  if (archive == NULL)
    vr_cli_fail_with (error);
  return archive;
}

char *
vr_cli_dup_time (GDateTime *time)
{
  return g_date_time_format (time, "%Y-%m-%d %H:%M:%S %z");
}

gboolean
vr_cli_wants_json (const char *format, gboolean *failed)
{
  *failed = format != NULL && !g_str_equal (format, "text") && !g_str_equal (format, "json");
  if (*failed)
    vr_cli_fail (_ ("--%s cannot be “%s”; it is one of: %s."), "format", format, "text, json");
  return format != NULL && g_str_equal (format, "json");
}
