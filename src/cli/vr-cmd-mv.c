/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum mv: variants and stories get other names. */
#include "vr-cli-archive.h"
#include "vr-rename.h"

#include <glib/gi18n.h>
#include <stdio.h>

static VrStatus
write_renamed (const GArray *all)
{
  g_autoptr (VrOutput) output = vr_cli_open_output ();
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_json_writer_begin (&json, '[');
  for (guint i = 0; i < all->len; i++)
    {
      const VrRenamed *renamed = &g_array_index (all, VrRenamed, i);

      vr_json_writer_break_line (&json);
      vr_json_writer_begin (&json, '{');
      vr_json_writer_put (&json, "from", string, renamed->name);
      vr_json_writer_put (&json, "to", string, renamed->new_name);
      vr_json_writer_end (&json, '}');
    }
  vr_json_writer_end (&json, ']');
  return vr_cli_close_line (output, VR_STATUS_DONE);
}

static char *
dup_line (const VrRenamed *renamed)
{
  g_autofree char *story = vr_cli_dup_plain (renamed->new_titles.story);
  g_autofree char *variant = vr_cli_dup_plain (renamed->new_titles.variant);

  if (g_str_equal (renamed->name, renamed->new_name))
    /* Translators: a variant's name, and the titles of its story and itself from now on. */
    return g_strdup_printf (_ ("%s is now titled “%s”, “%s”"), renamed->name, story, variant);

  /* Translators: a variant's name before and after. */
  return g_strdup_printf (_ ("%s is now %s"), renamed->name, renamed->new_name);
}

static VrStatus
print_renamed (const GArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const VrRenamed *renamed = &g_array_index (all, VrRenamed, i);
      g_autofree char *line = dup_line (renamed);

      printf ("%s\n", line);
    }
  return VR_STATUS_DONE;
}

VrStatus
vr_cmd_mv (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = NULL;

  if (!vr_cli_parse_words (&words, "mv", "STORY[/VARIANT] STORY[/VARIANT]",
                           _ ("Renames a variant or a whole story, or moves a variant into another "
                              "story, with all versions,\nlabels and notes.  A story alone as the "
                              "new name leaves variants as they are called."),
                           &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc != 3)
    return vr_cli_fail (_ ("mv needs what it is called and what it shall be called, each STORY or "
                           "STORY/VARIANT."));
  archive = vr_cli_open_archive (&words);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  parts = g_strsplit (argv[2], "/", 2);
  all = vr_rename (archive, argv[1], parts[0] != NULL ? parts[0] : "",
                   parts[0] != NULL ? parts[1] : NULL, FALSE, &error);
  if (all == NULL)
    return vr_cli_fail_with (error);
  return words.is_json ? write_renamed (all) : print_renamed (all);
}
