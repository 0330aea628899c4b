/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum archive sync: this archive and one elsewhere made equal. */
#include "vr-cli-archive.h"
#include "vr-json-writer.h"
#include "vr-sync.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

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

static VrStatus
write_result (const VrSync *sync)
{
  g_autoptr (VrOutput) output = vr_output_new_for_fd (STDOUT_FILENO, _ ("Standard output"));
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);
  g_autoptr (GError) error = NULL;

  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "received", uint, sync->n_received);
  vr_json_writer_put (&json, "joined", uint, sync->n_joined);
  vr_json_writer_put (&json, "sent", uint, sync->n_sent);
  vr_json_writer_put (&json, "left_out", uint, sync->n_left_out);
  vr_json_writer_end (&json, '}');
  vr_output_put (output, "\n");
  return vr_output_close (output, &error) ? VR_STATUS_DONE : vr_cli_fail_with (error);
}

static VrStatus
print_result (const VrSync *sync)
{
  printf (ngettext ("%u variant received", "%u variants received", sync->n_received),
          sync->n_received);
  printf ("\n");
  if (sync->n_joined > 0)
    {
      printf (ngettext ("%u of them joined with the versions here",
                        "%u of them joined with the versions here", sync->n_joined),
              sync->n_joined);
      printf ("\n");
    }
  printf (ngettext ("%u variant sent", "%u variants sent", sync->n_sent), sync->n_sent);
  printf ("\n");
  if (sync->n_left_out > 0)
    {
      printf (ngettext ("%u variant left out, as what had its name was erased for good; with "
                        "--with-erased it is sent, and what is left there comes back",
                        "%u variants left out, as what had their names was erased for good; with "
                        "--with-erased they are sent, and what is left there comes back",
                        sync->n_left_out),
              sync->n_left_out);
      printf ("\n");
    }
  return VR_STATUS_DONE;
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
  return is_json ? write_result (&sync) : print_result (&sync);
}
