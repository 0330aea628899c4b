/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum archive import: versions that others kept. */
#include "vr-bundle.h"
#include "vr-cli-archive.h"
#include "vr-cmd-import-web.h"
#include "vr-import.h"
#include "vr-variant.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* What the options say, as given. */
typedef struct
{
  VrCliWords common;
  char *story;
  char *variant;
} Words;

static void
clear_words (Words *words)
{
  vr_cli_clear_words (&words->common);
  g_free (words->story);
  g_free (words->variant);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static gboolean
parse_words (Words *words, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "story", 's', 0, G_OPTION_ARG_STRING, &words->story, N_ ("The story it belongs to"),
      N_ ("STORY") },
    { "variant", 'v', 0, G_OPTION_ARG_STRING, &words->variant,
      N_ ("Whose telling of the story it is, e.g. cnn"), N_ ("VARIANT") },
    vr_cli_format_option (&words->common),
    { NULL },
  };

  return vr_cli_parse_archive (
      &words->common, entries, "archive import", "REPOSITORY PATH | FOLDER | FILE | WARC",
      _ ("Takes in all versions of the file PATH in a git REPOSITORY, with their "
         "authors and times,\nor the files of a FOLDER, each a version of the date "
         "in its name,\nor what is not here yet of an exported archive, FILE,\nor "
         "the pages of a web archive, WARC, each capture a version, each address a variant."),
      argc, argv);
}

static VrStatus
write_json (const VrImport *import, const char *name)
{
  g_autoptr (VrOutput) output = vr_cli_open_output ();
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "name", string, name);
  vr_json_writer_put (&json, "versions", uint, import->n_versions);
  vr_json_writer_end (&json, '}');
  return vr_cli_close_line (output, VR_STATUS_DONE);
}

static VrStatus
tell (const Words *words, const VrImport *import)
{
  g_autofree char *name = vr_variant_dup_name (words->story, words->variant, NULL);

  for (guint i = 0; i < import->skipped->len; i++)
    vr_cli_say (_ ("Left out: %s"), (const char *)g_ptr_array_index (import->skipped, i));
  if (words->common.is_json)
    return write_json (import, name);
  printf (ngettext ("%s: %u version", "%s: %u versions", import->n_versions), name,
          import->n_versions);
  printf ("\n");
  if (import->n_same > 0)
    printf (ngettext ("%u more has the same text as the one before.\n",
                      "%u more have the same text as the one before.\n", import->n_same),
            import->n_same);
  return VR_STATUS_DONE;
}

static VrStatus
import_bundle (const Words *words, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArchive) archive = vr_archive_create (words->common.archive, &error);
  VrSync sync;

  if (archive == NULL || !vr_bundle_read (archive, path, &sync, &error))
    return vr_cli_fail_with (error);
  vr_cli_pack_in_background (archive);
  return vr_cli_report_received (&sync, FALSE, words->common.is_json);
}

VrStatus
vr_cmd_archive_import (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (VrImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse_words (&words, &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc == 2 && vr_cmd_import_is_web (argv[1]))
    return vr_cmd_import_web (&words.common, argv[1], words.story, words.variant);
  if (argc == 2 && words.story == NULL && words.variant == NULL
      && !g_file_test (argv[1], G_FILE_TEST_IS_DIR))
    return import_bundle (&words, argv[1]);
  if (argc < 2 || argc > 3 || words.story == NULL || words.variant == NULL)
    return vr_cli_fail (
        _ ("archive import needs an exported archive, or a repository and a path in "
           "it, or a folder, and its --story and --variant; see “variorum archive "
           "import --help”."));
  archive = vr_archive_create (words.common.archive, &error);
  if (archive != NULL)
    import = argc == 3
                 ? vr_import_git (archive, argv[1], argv[2], words.story, words.variant, &error)
                 : vr_import_folder (archive, argv[1], words.story, words.variant, &error);
  if (import == NULL)
    return vr_cli_fail_with (error);
  vr_cli_pack_in_background (archive);
  return tell (&words, import);
}
