/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum archive sync: this archive and one elsewhere made equal. */
#include "vr-cli-archive.h"
#include "vr-sync.h"

#include <glib/gi18n.h>

/* What the options say, as given. */
typedef struct
{
  char *archive;
  char *format;
  gboolean with_erased;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->archive);
  g_free (words->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static gboolean
parse_words (Words *words, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words->format,
      N_ ("Write the list as text or json (default: text)"), "FORMAT" },
    { "with-erased", 0, 0, G_OPTION_ARG_NONE, &words->with_erased,
      N_ ("Take in again what was erased for good here"), NULL },
    { "archive", 0, 0, G_OPTION_ARG_FILENAME, &words->archive,
      N_ ("Use the archive FOLDER (default: your own)"), N_ ("FOLDER") },
    { NULL },
  };

  return vr_cli_parse ("archive sync", "REMOTE",
                       _ ("Fetches the versions of REMOTE, any git repository, joins them with "
                          "those here, and sends the result there."),
                       NULL, entries, argc, argv);
}

VrStatus
vr_cmd_archive_sync (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_autofree char *own = vr_archive_dup_default_path ();
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GError) error = NULL;
  gboolean failed, is_json;
  VrSync sync;

  if (!parse_words (&words, &argc, &argv))
    return VR_STATUS_TROUBLE;
  is_json = vr_cli_wants_json (words.format, &failed);
  if (failed)
    return VR_STATUS_TROUBLE;
  if (argc != 2)
    return vr_cli_fail (_ ("archive sync needs a repository, a path or an address as git takes "
                           "it."));
  archive = vr_archive_create (words.archive != NULL ? words.archive : own, &error);
  if (archive == NULL || (words.with_erased && !vr_sync_forget_erased (archive, &error))
      || !vr_sync_archive (archive, argv[1], &sync, &error))
    return vr_cli_fail_with (error);
  vr_cli_pack_in_background (archive);
  return vr_cli_report_received (&sync, TRUE, is_json);
}
