/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum note: what people noted about a version, printed, added to or taken away. */
#include "vr-cli-archive.h"
#include "vr-history-snapshot.h"
#include "vr-note.h"
#include "vr-text.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* What the options say, as given. */
typedef struct
{
  VrCliWords common;
  char *message;
  char *file;
  char *at;
  char *remove;
} Words;

/* The version that is meant, and what is to be said of it. */
typedef struct
{
  VrArchive *archive;
  char *name;
  char *id;
  GPtrArray *notes;
} Job;

static void
clear_words (Words *words)
{
  vr_cli_clear_words (&words->common);
  g_free (words->message);
  g_free (words->file);
  g_free (words->at);
  g_free (words->remove);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static void
clear_job (Job *job)
{
  g_clear_pointer (&job->archive, vr_archive_free);
  g_clear_pointer (&job->notes, g_ptr_array_unref);
  g_free (job->name);
  g_free (job->id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

static gboolean
parse_words (Words *words, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "message", 'm', 0, G_OPTION_ARG_STRING, &words->message, N_ ("Add a note that says TEXT"),
      N_ ("TEXT") },
    { "file", 'F', 0, G_OPTION_ARG_FILENAME, &words->file,
      N_ ("Add a note that says what FILE, or “-” for standard input, has"), N_ ("FILE") },
    { "at", 0, 0, G_OPTION_ARG_STRING, &words->at,
      N_ ("Let the note be about the sentence with WORDS"), N_ ("WORDS") },
    { "remove", 0, 0, G_OPTION_ARG_STRING, &words->remove, N_ ("Take note N away"), "N" },
    vr_cli_format_option (&words->common),
    { NULL },
  };

  return vr_cli_parse_archive (
      &words->common, entries, "note", "VERSION",
      _ ("Prints the notes on a version, adds one, or takes one away.\n"
         "They go with the version: into the trash, and to other archives."),
      argc, argv);
}

static gboolean
check_words (const Words *words, int argc)
{
  guint n_wishes = (words->message != NULL) + (words->file != NULL) + (words->remove != NULL);

  if (argc != 2)
    vr_cli_fail (_ ("note needs one version, e.g. STORY/VARIANT@3."));
  else if (n_wishes > 1)
    vr_cli_fail (_ ("note takes one of --message, --file and --remove only."));
  else if (words->at != NULL && words->message == NULL && words->file == NULL)
    vr_cli_fail (_ ("--at needs a note, given with --message or --file."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
find_notes (Job *job, GError **error)
{
  g_autoptr (GHashTable) all = vr_note_list (job->archive, job->name, error);
  GPtrArray *notes = all != NULL ? g_hash_table_lookup (all, job->id) : NULL;

  g_clear_pointer (&job->notes, g_ptr_array_unref);
  if (all != NULL)
    job->notes = notes != NULL ? g_ptr_array_ref (notes) : g_ptr_array_new ();
  return all != NULL;
}

/* What the note says: given, or in any encoding in a file. */
static char *
read_message (const Words *words, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (VrText) text = NULL;
  const char *data;
  gsize n_bytes;

  if (words->message != NULL)
    return g_strdup (words->message);
  name = g_filename_display_name (words->file);
  bytes = vr_text_read_bytes (words->file, error);
  text = bytes != NULL ? vr_text_new_from_bytes (bytes, NULL, name, error) : NULL;
  if (text == NULL)
    return NULL;
  data = vr_text_peek (text, &n_bytes);
  return g_strndup (data, n_bytes);
}

static char *
find_place (const Job *job, const char *words, guint *paragraph, GError **error)
{
  g_autoptr (VrArticle) article = vr_history_read (job->archive, job->id, error);

  return article != NULL ? vr_note_find_place (article, words, paragraph, error) : NULL;
}

static int
find_note (const Job *job, const char *id)
{
  for (guint i = 0; i < job->notes->len; i++)
    if (g_str_equal (((const VrNote *)g_ptr_array_index (job->notes, i))->id, id))
      return (int)i;
  return -1;
}

static gboolean
add (Job *job, const Words *words, char **report, GError **error)
{
  VrNote note = { 0 };
  g_autofree char *text = read_message (words, error);
  g_autofree char *at = NULL;
  g_autofree char *id = NULL;

  if (text == NULL)
    return FALSE;
  if (words->at != NULL)
    {
      at = find_place (job, words->at, &note.paragraph, error);
      if (at == NULL)
        return FALSE;
    }
  note.text = text;
  note.at = at;
  if (!vr_note_add (job->archive, job->name, job->id, &note, &id, error)
      || !find_notes (job, error))
    return FALSE;
  *report = g_strdup_printf (_ ("%s: note %d on version %.7s"), job->name, find_note (job, id) + 1,
                             job->id);
  return TRUE;
}

static gboolean
take_away (Job *job, const char *word, char **report, GError **error)
{
  guint number = 0;

  if (job->notes->len == 0)
    {
      vr_cli_fail (_ ("This version has no note."));
      return FALSE;
    }
  if (!vr_cli_choose_number ("remove", word, 1, job->notes->len, &number))
    return FALSE;
  if (!vr_note_remove (job->archive, job->name, job->id,
                       ((const VrNote *)g_ptr_array_index (job->notes, number - 1))->id, error)
      || !find_notes (job, error))
    return FALSE;
  *report = g_strdup_printf (_ ("%s: note %u on version %.7s is gone"), job->name, number, job->id);
  return TRUE;
}

static void
print_indented (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *plain = vr_cli_dup_plain (g_strdelimit (*line, "\t", ' '));

      printf ("%s%s\n", *plain != '\0' ? "   " : "", plain);
    }
}

static void
print_notes (const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const VrNote *note = g_ptr_array_index (notes, i);
      g_autofree char *time = note->time != NULL ? vr_cli_dup_time (note->time) : NULL;
      g_autofree char *author = vr_cli_dup_plain (note->author != NULL ? note->author : "");

      printf ("%s%u  %s%s%s\n", i > 0 ? "\n" : "", i + 1, time != NULL ? time : _ ("made by git"),
              *author != '\0' ? "  " : "", author);
      if (note->at != NULL)
        {
          g_autofree char *at = vr_cli_dup_plain (note->at);

          printf ("   ");
          printf (_ ("paragraph %u: “%s”"), note->paragraph, at);
          printf ("\n");
        }
      print_indented (note->text);
    }
}

static VrStatus
write_notes (const GPtrArray *notes)
{
  g_autoptr (VrOutput) output = vr_cli_open_output ();
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_cli_write_notes (&json, notes);
  return vr_cli_close_line (output, VR_STATUS_DONE);
}

static VrStatus
run (Job *job, const Words *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;
  gboolean is_done = find_notes (job, &error);

  if (is_done && (words->message != NULL || words->file != NULL))
    is_done = add (job, words, &report, &error);
  else if (is_done && words->remove != NULL)
    is_done = take_away (job, words->remove, &report, &error);
  if (!is_done)
    return error != NULL ? vr_cli_fail_with (error) : VR_STATUS_TROUBLE;
  if (report != NULL)
    vr_cli_pack_in_background (job->archive);
  if (words->common.is_json)
    return write_notes (job->notes);
  if (report != NULL)
    printf ("%s\n", report);
  else
    print_notes (job->notes);
  return VR_STATUS_DONE;
}

VrStatus
vr_cmd_note (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_auto (Job) job = { 0 };
  g_autoptr (GError) error = NULL;

  if (!parse_words (&words, &argc, &argv) || !check_words (&words, argc))
    return VR_STATUS_TROUBLE;
  job.archive = vr_cli_find_version (&words.common, argv[1], &job.id);
  if (job.archive == NULL)
    return VR_STATUS_TROUBLE;
  job.name = vr_version_dup_variant (job.archive, argv[1], job.id, &error);
  return job.name != NULL ? run (&job, &words) : vr_cli_fail_with (error);
}
