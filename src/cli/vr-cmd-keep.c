/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum archive check, repair and pack: the archive kept well. */
#include "vr-check.h"
#include "vr-cli-archive.h"
#include "vr-history-search.h"
#include "vr-json-writer.h"
#include "vr-maintenance.h"
#include "vr-repair.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
write_problems (const VrCheck *check, VrJsonWriter *json)
{
  vr_json_writer_name (json, "problems");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < check->problems->len; i++)
    {
      const VrProblem *problem = &g_array_index (check->problems, VrProblem, i);

      vr_json_writer_break_line (json);
      vr_json_writer_begin (json, '{');
      vr_json_writer_put (json, "kind", string, problem->kind);
      vr_json_writer_put (json, "name", string, problem->name);
      vr_json_writer_put (json, "id", string, problem->id);
      vr_json_writer_put (json, "words", string, problem->words);
      vr_json_writer_end (json, '}');
    }
  vr_json_writer_end (json, ']');
}

static VrStatus
write_check (const VrCheck *check)
{
  g_autoptr (VrOutput) output = vr_cli_open_output ();
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "versions", uint, check->n_versions);
  vr_json_writer_put (&json, "objects", uint, check->n_objects);
  write_problems (check, &json);
  vr_json_writer_end (&json, '}');
  return vr_cli_close_line (output,
                            check->problems->len > 0 ? VR_STATUS_DIFFERENT : VR_STATUS_DONE);
}

static void
print_problems (const VrCheck *check)
{
  for (guint i = 0; i < check->problems->len; i++)
    printf ("%s\n", g_array_index (check->problems, VrProblem, i).words);
}

static VrStatus
print_check (const VrCheck *check)
{
  print_problems (check);
  printf (ngettext ("Looked at %u version and %u objects.", "Looked at %u versions and %u objects.",
                    check->n_versions),
          check->n_versions, check->n_objects);
  printf ("\n");
  if (check->problems->len == 0)
    printf ("%s\n", _ ("All is there, and whole."));
  else
    {
      printf (ngettext ("%u problem; “variorum archive repair” saves the rest.",
                        "%u problems; “variorum archive repair” saves the rest.",
                        check->problems->len),
              check->problems->len);
      printf ("\n");
    }
  return check->problems->len > 0 ? VR_STATUS_DIFFERENT : VR_STATUS_DONE;
}

VrStatus
vr_cmd_archive_check (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrCheck) check = NULL;
  g_autoptr (GError) error = NULL;

  if (!vr_cli_parse_no_operand (
          &words, "archive check",
          _ ("Reads all that the archive has, and tells what is lost or damaged.\n"
             "The exit status is 1 where something is."),
          &argc, &argv))
    return VR_STATUS_TROUBLE;
  check = vr_check_archive (words.archive, &error);
  if (check == NULL)
    return vr_cli_fail_with (error);
  return words.is_json ? write_check (check) : print_check (check);
}

static VrStatus
write_repair (const VrRepair *repair)
{
  g_autoptr (VrOutput) output = vr_cli_open_output ();
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "old", string, repair->old_path);
  vr_json_writer_put (&json, "versions", uint, repair->n_versions);
  write_problems (repair->check, &json);
  vr_json_writer_name (&json, "changes");
  vr_json_writer_begin (&json, '[');
  for (guint i = 0; i < repair->changes->len; i++)
    vr_json_writer_string (&json, g_ptr_array_index (repair->changes, i));
  vr_json_writer_end (&json, ']');
  vr_json_writer_end (&json, '}');
  return vr_cli_close_line (output, VR_STATUS_DONE);
}

static VrStatus
print_repair (const VrRepair *repair)
{
  print_problems (repair->check);
  if (repair->old_path == NULL)
    {
      printf ("%s\n", _ ("There is nothing that a repair could better; nothing was changed."));
      return VR_STATUS_DONE;
    }
  for (guint i = 0; i < repair->changes->len; i++)
    printf ("%s\n", (const char *)g_ptr_array_index (repair->changes, i));
  printf (ngettext ("Repaired: %u version is whole. The archive as it was is kept in “%s”.",
                    "Repaired: %u versions are whole. The archive as it was is kept in “%s”.",
                    repair->n_versions),
          repair->n_versions, repair->old_path);
  printf ("\n");
  return VR_STATUS_DONE;
}

/* Nothing tells a flipped bit in the index of a search from what belongs there, and the next search
 * makes it anew. */
static void
forget_index (const char *path)
{
  g_autoptr (VrArchive) archive = vr_archive_open (path, NULL);

  if (archive != NULL)
    vr_history_forget_index (archive);
}

VrStatus
vr_cmd_archive_repair (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrRepair) repair = NULL;
  g_autoptr (GError) error = NULL;

  if (!vr_cli_parse_no_operand (
          &words, "archive repair",
          _ ("Saves all that is whole into a fresh archive, which takes the place of the "
             "damaged one.\nThe damaged one is kept beside it."),
          &argc, &argv))
    return VR_STATUS_TROUBLE;
  repair = vr_repair_archive (words.archive, &error);
  if (repair == NULL)
    return vr_cli_fail_with (error);
  forget_index (words.archive);
  return words.is_json ? write_repair (repair) : print_repair (repair);
}

VrStatus
vr_cmd_archive_pack (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GError) error = NULL;

  if (!vr_cli_parse_no_operand (
          &words, "archive pack",
          _ ("Joins small files of the archive into larger ones.  This is done on its "
             "own after snapshots."),
          &argc, &argv))
    return VR_STATUS_TROUBLE;
  archive = vr_cli_open_archive (&words);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  return vr_maintenance_run (archive, 0, &error) ? VR_STATUS_DONE : vr_cli_fail_with (error);
}

static void
leave_session (gpointer unused)
{
  setsid ();
}

void
vr_cli_pack_in_background (VrArchive *archive)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *words[] = { program, "archive", "pack", "--archive", vr_archive_get_path (archive),
                          NULL };

  if (program == NULL || !vr_maintenance_is_due (archive))
    return;
  /* It takes its time; who asked for a snapshot has it. */
  (void)!g_spawn_async (NULL, (char **)words, NULL,
                        G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, leave_session,
                        NULL, NULL, NULL);
}
