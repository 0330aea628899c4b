/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum show, restore and label: one version, printed, written as it came, or named. */
#include "vr-cli-archive.h"
#include "vr-label.h"
#include "vr-output.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* What the options say, as given. */
typedef struct
{
  char *archive;
  char *format;
  char *output;
  gboolean remove;
} Words;

static void
clear_words (Words *words)
{
  g_free (words->archive);
  g_free (words->format);
  g_free (words->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

/* Opens the archive and finds the version called @text; says what is wrong. */
static VrArchive *
find_version (const Words *words, const char *text, char **id)
{
  g_autoptr (VrArchive) archive = vr_cli_open_archive (words->archive);
  g_autoptr (GError) error = NULL;

  if (archive == NULL)
    return NULL;
  *id = vr_version_resolve (archive, text, &error);
  if (*id == NULL)
    vr_cli_fail_with (error);
  return *id != NULL ? g_steal_pointer (&archive) : NULL;
}

static VrStatus
write_bytes (GBytes *bytes, VrOutput *output)
{
  g_autoptr (GError) error = NULL;
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  vr_output_write (output, data, n_bytes);
  return vr_output_close (output, &error) ? VR_STATUS_DONE : vr_cli_fail_with (error);
}

VrStatus
vr_cmd_show (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words.format,
      N_ ("Print the text, or what is known about it as json (default: text)"), "FORMAT" },
    { "archive", 0, 0, G_OPTION_ARG_FILENAME, &words.archive,
      N_ ("Use the archive FOLDER (default: your own)"), N_ ("FOLDER") },
    { NULL },
  };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (VrOutput) output = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  gboolean failed, is_json;

  if (!vr_cli_parse ("show", "VERSION", _ ("Prints a version’s text, a paragraph a line."), NULL,
                     entries, &argc, &argv))
    return VR_STATUS_TROUBLE;
  is_json = vr_cli_wants_json (words.format, &failed);
  if (failed)
    return VR_STATUS_TROUBLE;
  if (argc != 2)
    return vr_cli_fail (_ ("show needs one version, e.g. STORY/VARIANT@3."));
  archive = find_version (&words, argv[1], &id);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  bytes = is_json ? vr_version_read_metadata (archive, id, &error)
                  : vr_version_read_text (archive, id, &error);
  if (bytes == NULL)
    return vr_cli_fail_with (error);
  output = vr_output_new_for_fd (STDOUT_FILENO, _ ("Standard output"));
  return write_bytes (bytes, output);
}

VrStatus
vr_cmd_restore (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words.output, N_ ("Write to FILE"), N_ ("FILE") },
    { "archive", 0, 0, G_OPTION_ARG_FILENAME, &words.archive,
      N_ ("Use the archive FOLDER (default: your own)"), N_ ("FOLDER") },
    { NULL },
  };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (VrOutput) output = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (!vr_cli_parse ("restore", "VERSION -o FILE",
                     _ ("Writes the very bytes that a version was read from to FILE."), NULL,
                     entries, &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc != 2 || words.output == NULL)
    return vr_cli_fail (_ ("restore needs one version, e.g. STORY/VARIANT@3, and -o FILE."));
  archive = find_version (&words, argv[1], &id);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  bytes = vr_version_read_source (archive, id, &error);
  output = bytes != NULL ? vr_output_new_for_file (words.output, &error) : NULL;
  return output != NULL ? write_bytes (bytes, output) : vr_cli_fail_with (error);
}

VrStatus
vr_cmd_label (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  const GOptionEntry entries[] = {
    { "remove", 0, 0, G_OPTION_ARG_NONE, &words.remove, N_ ("Take the label away"), NULL },
    { "archive", 0, 0, G_OPTION_ARG_FILENAME, &words.archive,
      N_ ("Use the archive FOLDER (default: your own)"), N_ ("FOLDER") },
    { NULL },
  };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  if (!vr_cli_parse ("label", "VERSION LABEL", _ ("Names a version of a variant."), NULL, entries,
                     &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc != 3)
    return vr_cli_fail (_ ("label needs a version, e.g. STORY/VARIANT@3, and a label."));
  archive = find_version (&words, argv[1], &id);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  name = g_strndup (argv[1], strcspn (argv[1], "@"));
  if (!vr_label_set (archive, name, argv[2], words.remove ? NULL : id, &error))
    return vr_cli_fail_with (error);
  return VR_STATUS_DONE;
}
