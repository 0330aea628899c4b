/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of the archive share. */
#include "vr-cli-archive.h"

#include "vr-version-text.h"

#include <glib/gi18n.h>
#include <stdio.h>

VrArchive *
vr_cli_open_archive (const VrCliWords *words)
{
  g_autoptr (GError) error = NULL;
  VrArchive *archive = vr_archive_open (words->archive, &error);

  if (archive == NULL)
    vr_cli_fail_with (error);
  return archive;
}

VrArchive *
vr_cli_find_version (const VrCliWords *words, const char *text, char **id)
{
  g_autoptr (VrArchive) archive = vr_cli_open_archive (words);
  g_autoptr (GError) error = NULL;

  if (archive == NULL)
    return NULL;
  *id = vr_version_resolve (archive, text, &error);
  if (*id == NULL)
    vr_cli_fail_with (error);
  return *id != NULL ? g_steal_pointer (&archive) : NULL;
}

void
vr_cli_write_version (VrJsonWriter *json, guint number, const char *id, gint64 published,
                      int zone_minutes)
{
  g_autoptr (GDateTime) time = vr_version_text_dup_time (published, zone_minutes);

  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "number", uint, number);
  vr_json_writer_put (json, "id", string, id);
  vr_json_writer_name (json, "published");
  vr_cli_write_time (json, time);
  vr_json_writer_end (json, '}');
}

static VrStatus
write_received (const VrSync *sync, gboolean sends)
{
  g_autoptr (VrOutput) output = vr_cli_open_output ();
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "received", uint, sync->n_received);
  vr_json_writer_put (&json, "joined", uint, sync->n_joined);
  if (sends)
    {
      vr_json_writer_put (&json, "sent", uint, sync->n_sent);
      vr_json_writer_put (&json, "left_out", uint, sync->n_left_out);
    }
  vr_json_writer_end (&json, '}');
  return vr_cli_close_line (output, VR_STATUS_DONE);
}

static VrStatus
print_received (const VrSync *sync, gboolean sends)
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
  if (sends)
    {
      printf (ngettext ("%u variant sent", "%u variants sent", sync->n_sent), sync->n_sent);
      printf ("\n");
    }
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
vr_cli_report_received (const VrSync *sync, gboolean sends, gboolean is_json)
{
  return is_json ? write_received (sync, sends) : print_received (sync, sends);
}
