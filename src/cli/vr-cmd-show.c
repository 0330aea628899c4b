/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum show, restore and label: one version, printed, written as it came, or named. */
#include "vr-cli-archive.h"
#include "vr-label.h"
#include "vr-note.h"
#include "vr-output.h"
#include "vr-own-files.h"
#include "vr-styled-text.h"
#include "vr-variant.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

/* The terminal wraps lines itself. */
#define LINE_CELLS (G_MAXUINT / 2)

static VrStatus
write_bytes (GBytes *bytes, VrOutput *output)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  vr_output_write (output, data, n_bytes);
  return vr_cli_close (output, VR_STATUS_DONE);
}

/* For a reader's eyes: nothing in an article can steer the terminal.  What goes elsewhere is as it
 * is kept. */
static VrStatus
write_for_terminal (GBytes *bytes, VrOutput *output)
{
  g_autoptr (VrStyledText) styled = vr_styled_text_new (FALSE);
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *text = g_utf8_make_valid (data != NULL ? data : "", (gssize)n_bytes);
  guint n_lines;

  for (const char *line = text; *line != '\0';)
    {
      gsize n = strcspn (line, "\n");

      vr_styled_text_clear (styled);
      vr_styled_text_append (styled, VR_STYLE_PLAIN, line, n);
      vr_styled_text_write_line (styled, vr_styled_text_wrap (styled, LINE_CELLS, NULL, &n_lines),
                                 output);
      vr_output_put (output, "\n");
      line += n + (line[n] == '\n');
    }
  return vr_cli_close (output, VR_STATUS_DONE);
}

/* Those of the version; none is no trouble. */
static GPtrArray *
find_notes (VrArchive *archive, const char *text, const char *id, GError **error)
{
  g_autofree char *name = vr_version_dup_variant (archive, text, id, error);
  g_autoptr (GHashTable) all = name != NULL ? vr_note_list (archive, name, error) : NULL;
  GPtrArray *notes = all != NULL ? g_hash_table_lookup (all, id) : NULL;

  if (all == NULL)
    return NULL;
  return notes != NULL ? g_ptr_array_ref (notes) : g_ptr_array_new ();
}

/* The object as it is kept, and the notes as its last member. */
static VrStatus
write_metadata (GBytes *bytes, const GPtrArray *notes, VrOutput *output)
{
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  while (n_bytes > 0 && data[n_bytes - 1] != '}')
    n_bytes--;
  vr_output_write (output, data, n_bytes > 0 ? n_bytes - 1 : 0);
  json.needs_comma = TRUE;
  vr_json_writer_name (&json, "notes");
  vr_cli_write_notes (&json, notes);
  vr_json_writer_end (&json, '}');
  return vr_cli_close_line (output, VR_STATUS_DONE);
}

/* Beside the text, which may go into a file. */
static void
tell_notes (const GPtrArray *notes, const char *text)
{
  if (notes->len > 0)
    vr_cli_say (ngettext ("This version has %u note; “variorum note %s” prints it.",
                          "This version has %u notes; “variorum note %s” prints them.", notes->len),
                notes->len, text);
}

VrStatus
vr_cmd_show (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  const GOptionEntry own[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words.format,
      N_ ("Print the text, or what is known about it as json (default: text)"), "FORMAT" },
    { NULL },
  };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (VrOutput) output = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (!vr_cli_parse_archive (&words, own, "show", "VERSION",
                             _ ("Prints a version’s text, a paragraph a line."), &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc != 2)
    return vr_cli_fail (_ ("show needs one version, e.g. STORY/VARIANT@3."));
  archive = vr_cli_find_version (&words, argv[1], &id);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  notes = find_notes (archive, argv[1], id, &error);
  bytes = notes == NULL   ? NULL
          : words.is_json ? vr_version_read_metadata (archive, id, &error)
                          : vr_version_read_text (archive, id, &error);
  if (bytes == NULL)
    return vr_cli_fail_with (error);
  output = vr_cli_open_output ();
  if (words.is_json)
    return write_metadata (bytes, notes, output);
  tell_notes (notes, argv[1]);
  return isatty (STDOUT_FILENO) ? write_for_terminal (bytes, output) : write_bytes (bytes, output);
}

VrStatus
vr_cmd_restore (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  g_autofree char *path = NULL;
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_ ("Write to FILE"), N_ ("FILE") },
    { NULL },
  };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (VrOutput) output = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (!vr_cli_parse_archive (&words, own, "restore", "VERSION -o FILE",
                             _ ("Writes the very bytes that a version was read from to FILE."),
                             &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc != 2 || path == NULL)
    return vr_cli_fail (_ ("restore needs one version, e.g. STORY/VARIANT@3, and -o FILE."));
  archive = vr_cli_find_version (&words, argv[1], &id);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  if (vr_own_files_check (archive, path, &error))
    bytes = vr_version_read_source (archive, id, &error);
  output = bytes != NULL ? vr_output_new_for_file (path, &error) : NULL;
  return output != NULL ? write_bytes (bytes, output) : vr_cli_fail_with (error);
}

/* Whoever mistypes one, or the version, would believe that it is gone. */
static gboolean
has_label (VrArchive *archive, const char *name, const char *label, const char *id, GError **error)
{
  g_autoptr (GHashTable) labels = vr_label_list (archive, name, error);
  g_autofree char *slug = g_utf8_validate (label, -1, NULL) ? vr_variant_dup_slug (label) : NULL;

  return labels != NULL && slug != NULL && g_strcmp0 (g_hash_table_lookup (labels, slug), id) == 0;
}

VrStatus
vr_cmd_label (int argc, char **argv)
{
  g_auto (VrCliWords) words = { 0 };
  gboolean removes = FALSE;
  const GOptionEntry own[] = {
    { "remove", 0, 0, G_OPTION_ARG_NONE, &removes, N_ ("Take the label away"), NULL },
    { NULL },
  };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  if (!vr_cli_parse_archive (&words, own, "label", "VERSION LABEL",
                             _ ("Names a version of a variant."), &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc != 3)
    return vr_cli_fail (_ ("label needs a version, e.g. STORY/VARIANT@3, and a label."));
  archive = vr_cli_find_version (&words, argv[1], &id);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  name = vr_version_dup_variant (archive, argv[1], id, &error);
  if (name != NULL && removes && !has_label (archive, name, argv[2], id, &error))
    return error != NULL ? vr_cli_fail_with (error)
                         : vr_cli_fail (_ ("There is no label “%s” at this version; “variorum log” "
                                           "shows them."),
                                        argv[2]);
  if (name == NULL || !vr_label_set (archive, name, argv[2], removes ? NULL : id, &error))
    return vr_cli_fail_with (error);
  return VR_STATUS_DONE;
}
