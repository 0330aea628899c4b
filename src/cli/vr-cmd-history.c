/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum history: a report on all versions of a variant. */
#include "vr-cli-archive.h"
#include "vr-cli-progress.h"
#include "vr-cli-target.h"
#include "vr-history-report.h"
#include "vr-press.h"
#include "vr-report-save.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define FORMATS "html, pdf, json"

/* What the options say, as given. */
typedef struct
{
  VrCliWords common;
  char *format;
  char *output;
  char *from;
  char *to;
  gboolean force;
} Words;

typedef struct
{
  const char *name;   /* of the variant */
  const char *output; /* NULL for standard output */
  const VrReportFormat *format;
  VrReportHistoryFunc write;
  gboolean force;
} Job;

static void
clear_words (Words *words)
{
  vr_cli_clear_words (&words->common);
  g_free (words->format);
  g_free (words->output);
  g_free (words->from);
  g_free (words->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static gboolean
parse_words (Words *words, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words->format,
      N_ ("Write the report as html, pdf or json (default: as FILE is called, else html)"),
      N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words->output,
      N_ ("Write to FILE, the whole report or nothing"), N_ ("FILE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &words->force,
      N_ ("Replace FILE where it is there already"), NULL },
    { "from", 0, 0, G_OPTION_ARG_STRING, &words->from,
      N_ ("Begin with the version V (default: the first one)"), "V" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &words->to,
      N_ ("End with the version V (default: the last one)"), "V" },
    { NULL },
  };

  return vr_cli_parse_archive (
      &words->common, entries, "history", "STORY/VARIANT",
      _ ("Reports all versions of a variant: when each came, what it changed, and what to look "
         "twice at.\nThe timeline of it is drawn.  V is what stands behind the @ of a version's "
         "name."),
      argc, argv);
}

static gboolean
choose_format (const Words *words, Job *job)
{
  job->format = words->format != NULL ? vr_report_find_format (words->format)
                : job->output != NULL ? vr_report_find_format_of_file (job->output)
                                      : NULL;
  if (job->format == NULL && words->format == NULL)
    job->format = vr_report_find_format ("html");
  job->write = job->format != NULL ? vr_press_get_history_writer (job->format) : NULL;
  if (job->write == NULL)
    vr_cli_fail (_ ("--%s cannot be “%s”; it is one of: %s."), "format",
                 words->format != NULL ? words->format : job->format->name, FORMATS);
  return job->write != NULL;
}

static gboolean
plan_job (const Words *words, Job *job)
{
  job->output = g_strcmp0 (words->output, "-") == 0 ? NULL : words->output;
  job->force = words->force;
  return choose_format (words, job) && vr_cli_check_free (job->format, job->output, job->force);
}

/* @version: (nullable): as given. */
static gboolean
find_version (VrArchive *archive, const char *name, const char *version, char **id, GError **error)
{
  g_autofree char *word = version != NULL ? g_strdup_printf ("%s@%s", name, version) : NULL;

  if (word != NULL)
    *id = vr_version_resolve (archive, word, error);

  return word == NULL || *id != NULL;
}

static VrReportHistory *
tell (VrArchive *archive, const Job *job, const Words *words, GError **error)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_auto (VrCliProgress) progress = { 0 };
  VrProgress told;

  if (!find_version (archive, job->name, words->from, &from, error)
      || !find_version (archive, job->name, words->to, &to, error))
    return NULL;
  told = vr_cli_progress_begin (&progress, _ ("Comparing the versions: %u %%"));

  return vr_history_report_new (archive, job->name, (VrHistoryRange){ from, to }, &told, NULL,
                                error);
}

static gboolean
write_report (const Job *job, const VrReportHistory *history, GError **error)
{
  g_autofree char *existing = job->output != NULL && !job->force
                                  ? vr_report_find_existing (job->format, job->output)
                                  : NULL;
  g_autoptr (VrOutput) output = NULL;
  g_auto (VrCliProgress) progress = { 0 };
  VrProgress told = vr_cli_progress_begin (&progress, _ ("Writing the report: %u %%"));

  output = job->output != NULL ? vr_output_new_for_file (job->output, error)
                               : vr_output_new_for_fd (STDOUT_FILENO, _ ("standard output"));
  if (output == NULL)
    return FALSE;
  if (job->output != NULL)
    vr_output_make_durable (output);
  job->write (history, &told, NULL, output);
  vr_cli_progress_end (&progress);
  if (!vr_output_close (output, error))
    return FALSE;
  if (existing != NULL)
    vr_cli_say (_ ("“%s” was there already and is replaced."), existing);
  return TRUE;
}

VrStatus
vr_cmd_history (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  Job job = { 0 };
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (VrReportHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse_words (&words, &argc, &argv))
    return VR_STATUS_TROUBLE;
  if (argc != 2 || strchr (argv[1], '/') == NULL || strchr (argv[1], '@') != NULL)
    return vr_cli_fail (
        _ ("history needs one variant, STORY/VARIANT; “variorum stories” lists them."));
  job.name = argv[1];
  if (!plan_job (&words, &job))
    return VR_STATUS_TROUBLE;
  archive = vr_cli_open_archive (&words.common);
  if (archive == NULL)
    return VR_STATUS_TROUBLE;
  history = tell (archive, &job, &words, &error);
  if (history != NULL && write_report (&job, history, &error))
    return VR_STATUS_DONE;
  /* The reader had enough, as in `| head`: nobody is to be told. */
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE) ? VR_STATUS_TROUBLE
                                                                     : vr_cli_fail_with (error);
}
