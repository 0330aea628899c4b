/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum archive import: versions that others kept. */
#include "vr-cli-archive.h"
#include "vr-import.h"
#include "vr-variant.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* What the options say, as given. */
typedef struct
{
  char *archive;
  char *story;
  char *variant;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->archive);
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
    { "archive", 0, 0, G_OPTION_ARG_FILENAME, &words->archive,
      N_ ("Use the archive FOLDER (default: your own)"), N_ ("FOLDER") },
    { NULL },
  };

  return vr_cli_parse ("archive import", "REPOSITORY PATH | FOLDER",
                       _ ("Takes in all versions of the file PATH in a git REPOSITORY, with their "
                          "authors and times,\nor the files of a FOLDER, each a version of the "
                          "date in its name."),
                       NULL, entries, argc, argv);
}

static VrStatus
tell (const Words *words, const VrImport *import)
{
  g_autofree char *name = vr_variant_dup_name (words->story, words->variant, NULL);

  for (guint i = 0; i < import->skipped->len; i++)
    vr_cli_say (_ ("Left out: %s"), (const char *)g_ptr_array_index (import->skipped, i));
  printf (ngettext ("%s: %u version", "%s: %u versions", import->n_versions), name,
          import->n_versions);
  printf ("\n");
  if (import->n_same > 0)
    printf (ngettext ("%u more has the same text as the one before.\n",
                      "%u more have the same text as the one before.\n", import->n_same),
            import->n_same);
  return VR_STATUS_DONE;
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
  if (argc < 2 || argc > 3 || words.story == NULL || words.variant == NULL)
    return vr_cli_fail (_ ("archive import needs a repository and a path in it, or a folder, and "
                           "its --story and --variant; see “variorum archive import --help”."));
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
