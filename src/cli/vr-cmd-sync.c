/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum archive sync: this archive and one elsewhere made equal. */
#include "vr-cli-archive.h"
#include "vr-sync.h"

#include <glib/gi18n.h>

VrStatus
vr_cmd_archive_sync (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  gboolean with_erased = FALSE;
  const GOptionEntry own[] = {
    vr_cli_format_option (&words),
    { "with-erased", 0, 0, G_OPTION_ARG_NONE, &with_erased,
      N_ ("Take in again what was erased for good here"), NULL },
    { NULL },
  };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GError) error = NULL;
  VrSync sync;

  if (!vr_cli_parse_archive (&words, own, "archive sync", "REMOTE",
                             _ ("Fetches the versions of REMOTE, any git repository, joins them "
                                "with those here, and sends the result there."),
                             &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc != 2)
    return vr_cli_fail (_ ("archive sync needs a repository, a path or an address as git takes "
                           "it."));
  archive = vr_archive_create (words.archive, &error);
  if (archive == NULL || (with_erased && !vr_sync_forget_erased (archive, &error))
      || !vr_sync_archive (archive, argv[1], &sync, &error))
    return vr_cli_fail_with (error);
  vr_cli_pack_in_background (archive);
  return vr_cli_report_received (&sync, TRUE, words.is_json);
}
