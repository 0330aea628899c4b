/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum archive import: versions that others kept. */
#include "vr-bundle.h"
#include "vr-cli-archive.h"
#include "vr-import.h"
#include "vr-variant.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

/* What the options say, as given. */
typedef struct
{
  char *archive;
  char *story;
  char *variant;
  char *format;
  gboolean is_json;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->archive);
  g_free (words->story);
  g_free (words->variant);
  g_free (words->format);
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
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words->format,
      N_ ("Write the list as text or json (default: text)"), "FORMAT" },
    { "archive", 0, 0, G_OPTION_ARG_FILENAME, &words->archive,
      N_ ("Use the archive FOLDER (default: your own)"), N_ ("FOLDER") },
    { NULL },
  };

  gboolean failed;

  if (!vr_cli_parse ("archive import", "REPOSITORY PATH | FOLDER | FILE",
                     _ ("Takes in all versions of the file PATH in a git REPOSITORY, with their "
                        "authors and times,\nor the files of a FOLDER, each a version of the date "
                        "in its name,\nor what is not here yet of an exported archive, FILE."),
                     NULL, entries, argc, argv))
    return FALSE;
  words->is_json = vr_cli_wants_json (words->format, &failed);
  return !failed;
}

static VrStatus
write_json (const VrImport *import, const char *name)
{
  g_autoptr (VrOutput) output = vr_output_new_for_fd (STDOUT_FILENO, _ ("Standard output"));
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);
  g_autoptr (GError) error = NULL;

  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "name", string, name);
  vr_json_writer_put (&json, "versions", uint, import->n_versions);
  vr_json_writer_end (&json, '}');
  vr_output_put (output, "\n");
  return vr_output_close (output, &error) ? VR_STATUS_DONE : vr_cli_fail_with (error);
}

static VrStatus
tell (const Words *words, const VrImport *import)
{
  g_autofree char *name = vr_variant_dup_name (words->story, words->variant, NULL);

  for (guint i = 0; i < import->skipped->len; i++)
    vr_cli_say (_ ("Left out: %s"), (const char *)g_ptr_array_index (import->skipped, i));
  if (words->is_json)
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
  g_autofree char *own = vr_archive_dup_default_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArchive) archive =
      vr_archive_create (words->archive != NULL ? words->archive : own, &error);
  VrSync sync;

  if (archive == NULL || !vr_bundle_read (archive, path, &sync, &error))
    return vr_cli_fail_with (error);
  vr_cli_pack_in_background (archive);
  return vr_cli_report_received (&sync, FALSE, words->is_json);
}

VrStatus
vr_cmd_archive_import (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_autofree char *own = vr_archive_dup_default_path ();
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (VrImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse_words (&words, &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc == 2 && words.story == NULL && words.variant == NULL
      && !g_file_test (argv[1], G_FILE_TEST_IS_DIR))
    return import_bundle (&words, argv[1]);
  if (argc < 2 || argc > 3 || words.story == NULL || words.variant == NULL)
    return vr_cli_fail (
        _ ("archive import needs an exported archive, or a repository and a path in "
           "it, or a folder, and its --story and --variant; see “variorum archive "
           "import --help”."));
  archive = vr_archive_create (words.archive != NULL ? words.archive : own, &error);
  if (archive != NULL)
    import = argc == 3
                 ? vr_import_git (archive, argv[1], argv[2], words.story, words.variant, &error)
                 : vr_import_folder (archive, argv[1], words.story, words.variant, &error);
  if (import == NULL)
    return vr_cli_fail_with (error);
  vr_cli_pack_in_background (archive);
  return tell (&words, import);
}
