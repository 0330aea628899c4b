/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum verify: what of a report holds, and what does not. */
#include "vr-cli-words.h"
#include "vr-json-writer.h"
#include "vr-verify.h"

#include <glib/gi18n.h>

#define SCHEMA "variorum-verification/1"

typedef struct
{
  VrCliWords shared;
  char *paths[VR_N_SIDES];
} Words;

static void
clear_words (Words *words)
{
  vr_cli_clear_words (&words->shared);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_free (words->paths[side]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static gboolean
parse_words (Words *words, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "old", 0, 0, G_OPTION_ARG_FILENAME, &words->paths[VR_SIDE_OLD],
      N_ ("The old version is FILE"), N_ ("FILE") },
    { "new", 0, 0, G_OPTION_ARG_FILENAME, &words->paths[VR_SIDE_NEW],
      N_ ("The new version is FILE"), N_ ("FILE") },
    { "archive", 0, 0, G_OPTION_ARG_FILENAME, &words->shared.archive,
      N_ ("Take the versions that the report names from the archive FOLDER"), N_ ("FOLDER") },
    vr_cli_format_option (&words->shared),
    { NULL },
  };
  g_autofree char *details = g_strdup (
      _ ("What can be checked is checked: the bytes of the report, both versions, the comparison "
         "made again, the report written again; of a history each version, their order and their "
         "notes.\n\n"
         "The exit status is 0 when all that was checked holds, 1 when something is false, 2 on "
         "trouble or where something cannot be told."));

  if (!vr_cli_parse ("verify", "REPORT",
                     _ ("Tells what of a report holds: a file that “variorum compare” or "
                        "“variorum history” wrote, or the manifest beside it."),
                     details, entries, argc, argv)
      || !vr_cli_read_format (&words->shared))
    return FALSE;
  if (*argc == 2)
    return TRUE;
  vr_cli_fail (_ ("verify takes one report; see “variorum verify --help”."));

  return FALSE;
}

static const char *
get_sign (VrVerdict verdict)
{
  static const char *const signs[] = {
    [VR_VERDICT_HOLDS] = "✓",
    [VR_VERDICT_FALSE] = "✗",
    [VR_VERDICT_UNKNOWN] = "?",
    [VR_VERDICT_UNCHECKED] = "–",
  };

  return signs[verdict];
}

static VrStatus
print (const VrVerify *verify, VrStatus status)
{
  g_autoptr (VrOutput) output = vr_cli_open_output ();

  for (guint i = 0; i < verify->findings->len; i++)
    {
      const VrFinding *finding = g_ptr_array_index (verify->findings, i);
      g_autofree char *plain = vr_cli_dup_plain (finding->sentence);

      vr_output_put (output, get_sign (finding->verdict));
      vr_output_put_char (output, ' ');
      vr_output_put (output, plain);
      vr_output_put_char (output, '\n');
    }

  return vr_cli_close (output, status);
}

static void
write_findings (VrJsonWriter *json, const VrVerify *verify)
{
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < verify->findings->len; i++)
    {
      const VrFinding *finding = g_ptr_array_index (verify->findings, i);

      vr_json_writer_begin (json, '{');
      vr_json_writer_put (json, "check", string, finding->check);
      vr_json_writer_put (json, "verdict", string, vr_verdict_get_nick (finding->verdict));
      vr_json_writer_put (json, "sentence", string, finding->sentence);
      vr_json_writer_end (json, '}');
    }
  vr_json_writer_end (json, ']');
}

static VrStatus
write_json (const VrVerify *verify, VrStatus status)
{
  g_autoptr (VrOutput) output = vr_cli_open_output ();
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);
  g_autofree char *name = g_filename_display_name (verify->path);
  const VrManifestMaking *making = vr_verify_get_making (verify);
  g_autofree char *maker = making != NULL ? vr_manifest_making_dup_maker (making) : NULL;

  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "schema", string, SCHEMA);
  vr_json_writer_put (&json, "report", string, name);
  vr_json_writer_put (&json, "format", string, making != NULL ? making->format : NULL);
  vr_json_writer_put (&json, "made_by", string, maker);
  vr_json_writer_put (&json, "verdict", string,
                      vr_verdict_get_nick (vr_verify_get_verdict (verify)));
  vr_json_writer_name (&json, "checks");
  write_findings (&json, verify);
  vr_json_writer_end (&json, '}');

  return vr_cli_close_line (output, status);
}

static VrStatus
get_status (VrVerdict verdict)
{
  return verdict == VR_VERDICT_HOLDS   ? VR_STATUS_DONE
         : verdict == VR_VERDICT_FALSE ? VR_STATUS_DIFFERENT
                                       : VR_STATUS_TROUBLE;
}

static void
check_comparison (VrVerify *verify, const Words *words)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    vr_verify_check_source (verify, (VrSide)side, words->paths[side], words->shared.archive);
  vr_verify_check_comparison (verify);
  vr_verify_check_writing (verify);
}

VrStatus
vr_cmd_verify (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_auto (VrVerify) verify = { 0 };
  g_autoptr (GError) error = NULL;
  VrStatus status;

  if (!parse_words (&words, &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (!vr_verify_load (&verify, argv[1], &error))
    return vr_cli_fail_with (error);
  if (verify.history != NULL
      && (words.paths[VR_SIDE_OLD] != NULL || words.paths[VR_SIDE_NEW] != NULL))
    return vr_cli_fail (_ ("“%s” tells of all versions of a variant, not of two files; name the "
                           "archive that has them with --archive."),
                        argv[1]);
  vr_verify_check_body (&verify);
  if (verify.history != NULL)
    vr_verify_check_history (&verify, words.shared.archive);
  else if (verify.manifest != NULL)
    check_comparison (&verify, &words);
  status = get_status (vr_verify_get_verdict (&verify));

  return words.shared.is_json ? write_json (&verify, status) : print (&verify, status);
}
