/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum rm, and variorum archive trash, restore-trash and empty-trash. */
#include "vr-cli-archive.h"
#include "vr-json-writer.h"
#include "vr-kept-comparison.h"
#include "vr-trash.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static gboolean
parse_words (VrCliWords *words, const char *command, const char *summary, int *argc, char ***argv)
{
  if (!vr_cli_parse_words (words, command, "STORY[/VARIANT]", summary, argc, argv))
    return FALSE;
  if (*argc != 2)
    vr_cli_fail (_ ("%s needs a story, STORY, or one variant of it, STORY/VARIANT."), command);
  return *argc == 2;
}

static VrStatus
report (const VrCliWords *words, const GPtrArray *names, const char *word)
{
  g_autoptr (VrOutput) output = NULL;
  VrJsonWriter json;

  if (!words->is_json)
    {
      for (guint i = 0; i < names->len; i++)
        printf ("%s%s%s\n", (const char *)g_ptr_array_index (names, i), word != NULL ? ": " : "",
                word != NULL ? word : "");
      return VR_STATUS_DONE;
    }
  output = vr_cli_open_output ();
  json = (VrJsonWriter)VR_JSON_WRITER_INIT (output);
  vr_json_writer_begin (&json, '[');
  for (guint i = 0; i < names->len; i++)
    vr_json_writer_string (&json, g_ptr_array_index (names, i));
  vr_json_writer_end (&json, ']');
  return vr_cli_close_line (output, VR_STATUS_DONE);
}

/* Those of @all that @name, a story or a variant, means. */
static GPtrArray *
choose (GPtrArray *all, const char *name)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *prefix = g_strconcat (name, "/", NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const char *other = g_ptr_array_index (all, i);

      if (g_str_equal (other, name) || g_str_has_prefix (other, prefix))
        g_ptr_array_add (chosen, g_strdup (other));
    }
  return chosen;
}

typedef gboolean (*Change) (VrArchive *archive, const char *name, GError **error);

static VrStatus
change_all (const VrCliWords *words, VrArchive *archive, GPtrArray *all, const char *name,
            Change change, const char *word)
{
  g_autoptr (GPtrArray) names = choose (all, name);
  g_autoptr (GError) error = NULL;

  /* What is not there is told by who looks for it. */
  if (names->len == 0)
    g_ptr_array_add (names, g_strdup (name));
  for (guint i = 0; i < names->len; i++)
    if (!change (archive, g_ptr_array_index (names, i), &error))
      return vr_cli_fail_with (error);
  return report (words, names, word);
}

VrStatus
vr_cmd_rm (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse_words (
          &words, "rm",
          _ ("Puts a variant, a saved comparison or a whole story into the trash with all "
             "versions and notes.\n"
             "“variorum archive restore-trash” takes it out again, and “variorum archive "
             "empty-trash” erases it for good."),
          &argc, &argv))
    return VR_STATUS_TROUBLE;
  archive = vr_cli_open_archive (&words);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  all = vr_kept_comparison_list_story (archive, NULL, &error);
  if (all == NULL)
    return vr_cli_fail_with (error);
  return change_all (&words, archive, all, argv[1], vr_trash_put, _ ("in the trash"));
}

VrStatus
vr_cmd_archive_restore_trash (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse_words (&words, "archive restore-trash",
                    _ ("Takes a variant, or a whole story, out of the trash."), &argc, &argv))
    return VR_STATUS_TROUBLE;
  archive = vr_cli_open_archive (&words);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  all = vr_trash_list (archive, &error);
  if (all == NULL)
    return vr_cli_fail_with (error);
  return change_all (&words, archive, all, argv[1], vr_trash_restore, _ ("restored"));
}

VrStatus
vr_cmd_archive_trash (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;

  if (!vr_cli_parse_no_operand (&words, "archive trash", _ ("Lists what is in the trash."), &argc,
                                &argv))
    return VR_STATUS_TROUBLE;
  archive = vr_cli_open_archive (&words);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  names = vr_trash_list (archive, &error);
  return names != NULL ? report (&words, names, NULL) : vr_cli_fail_with (error);
}

VrStatus
vr_cmd_archive_empty_trash (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;

  if (!vr_cli_parse_no_operand (
          &words, "archive empty-trash",
          _ ("Erases for good what is in the trash.  This is final: nothing brings it "
             "back, and no file of the archive has it any more."),
          &argc, &argv))
    return VR_STATUS_TROUBLE;
  archive = vr_cli_open_archive (&words);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  names = vr_trash_list (archive, &error);
  if (names == NULL || !vr_trash_empty (archive, &error))
    return vr_cli_fail_with (error);
  return report (&words, names, _ ("erased for good"));
}
