/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum compare: two articles in, a report out. */
#include "vr-cli-as.h"
#include "vr-cli-progress.h"
#include "vr-cli-target.h"
#include "vr-compare-words.h"
#include "vr-operands.h"
#include "vr-report-save.h"
#include "vr-report-text.h"
#include "vr-terminal.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define WIDTH_MAX 10000

typedef struct
{
  VrOperands operands;
  const char *output; /* NULL for standard output */
  const char *overrides;
  const char *save;
  const VrReportFormat *format;
  VrReportFunc write;
  const char *row; /* (nullable): the only one to show, as given */
  gboolean force;
  VrOptions options;
  VrReportOptions report;
} Job;

typedef enum
{
  COLOUR_AUTO,
  COLOUR_ALWAYS,
  COLOUR_NEVER,
} Colour;

static const char *
get_colour_nick (guint colour)
{
  static const char *const nicks[] = {
    [COLOUR_AUTO] = "auto",
    [COLOUR_ALWAYS] = "always",
    [COLOUR_NEVER] = "never",
  };

  return colour < G_N_ELEMENTS (nicks) ? nicks[colour] : NULL;
}

static void
clear_job (Job *job)
{
  vr_operands_clear (&job->operands);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

/* Finds @word among the names that @get_nick has, up to the first NULL; says what is wrong.  NULL
 * leaves @value. */
static gboolean
choose (const char *option, const char *word, const char *(*get_nick) (guint), guint *value)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const char *nick;

  if (word == NULL)
    return TRUE;
  for (guint i = 0; (nick = get_nick (i)) != NULL; i++)
    {
      if (g_str_equal (nick, word))
        {
          *value = i;
          return TRUE;
        }
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", nick);
    }
  vr_cli_fail (_ ("--%s cannot be “%s”; it is one of: %s."), option, word, list->str);
  return FALSE;
}

static gboolean
choose_format (const char *word, const char *output, const VrReportFormat **format)
{
  g_autofree char *list = vr_compare_words_dup_formats (0);
  guint n;
  const VrReportFormat *formats = vr_report_peek_formats (&n);

  *format = word != NULL     ? vr_report_find_format (word)
            : output != NULL ? vr_report_find_format_of_file (output)
                             : NULL;
  if (*format == NULL && word == NULL)
    *format = &formats[0];
  if (*format == NULL)
    vr_cli_fail (_ ("--format cannot be “%s”; it is one of: %s."), word, list);
  return *format != NULL;
}

static gboolean
choose_row (const char *word, Job *job)
{
  g_autofree char *list = vr_compare_words_dup_formats (VR_REPORT_ONE_ROW);

  job->row = word;
  if (word == NULL || (job->format->flags & VR_REPORT_ONE_ROW) != 0)
    return TRUE;
  vr_cli_fail (_ ("--row shows one change alone, which only these formats can: %s."), list);
  return FALSE;
}

/* Keeps the language of a tag such as "en-GB" or "de_AT.UTF-8", in place. */
static gboolean
choose_language (char *word, const char **language)
{
  gsize n_letters = 0;

  if (word == NULL)
    return TRUE;
  for (; g_ascii_isalpha (word[n_letters]); n_letters++)
    word[n_letters] = g_ascii_tolower (word[n_letters]);
  if (n_letters < 2 || n_letters > 3 || strchr ("-_.@", word[n_letters]) == NULL)
    {
      vr_cli_fail (_ ("--language cannot be “%s”; it is a code of two or three letters, e.g. en."),
                   word);
      return FALSE;
    }
  word[n_letters] = '\0';
  *language = word;
  return TRUE;
}

/* Strict counts the quiet differences, but not those that another option says to ignore.  What a
 * saved comparison ignores already stays ignored. */
static void
choose_quiet (const VrCompareWords *words, VrOptions *options)
{
  guint ignored = (words->ignore_case ? VR_QUIET_CASE : 0)
                  | (words->ignore_punctuation ? VR_QUIET_PUNCTUATION : 0)
                  | (options->quiet & ~VR_QUIET_DEFAULT);
  guint others = options->quiet & VR_QUIET_DEFAULT;

  if (!words->strict && !words->ignore_case && !words->ignore_punctuation)
    return;
  options->strict = (words->strict || options->strict) && ignored == 0;
  options->quiet = ignored | (words->strict && ignored != 0 ? 0 : others);
}

static gboolean
choose_colour (const VrCompareWords *words, Job *job)
{
  guint colour = COLOUR_AUTO;

  if (!choose ("color", words->colour, get_colour_nick, &colour))
    return FALSE;
  job->report.colour =
      colour == COLOUR_ALWAYS
      || (colour == COLOUR_AUTO && job->output == NULL && vr_terminal_wants_colour (STDOUT_FILENO));
  return TRUE;
}

static gboolean
plan_job (const VrCompareWords *words, Job *job)
{
  guint unit = job->options.unit, paragraphs = job->options.paragraphs;
  guint layout = job->report.layout, furniture = job->report.furniture;

  job->output = g_strcmp0 (words->output, "-") == 0 ? NULL : words->output;
  job->overrides = words->overrides;
  job->save = words->save;
  if (words->width == NULL)
    job->report.width =
        job->output == NULL ? vr_terminal_get_width (STDOUT_FILENO) : VR_TERMINAL_DEFAULT_WIDTH;
  if (!vr_cli_check_as (words->as) || !choose_format (words->format, job->output, &job->format)
      || !choose_row (words->row, job) || !choose ("unit", words->unit, vr_unit_get_nick, &unit)
      || !choose ("layout", words->layout, vr_report_layout_get_nick, &layout)
      || !choose ("furniture", words->furniture, vr_report_furniture_get_nick, &furniture)
      || !choose ("paragraphs", words->paragraphs, vr_paragraph_mode_get_nick, &paragraphs)
      || !vr_cli_choose_number ("context", words->context, 0, G_MAXINT, &job->report.context)
      || !vr_cli_choose_number ("width", words->width, VR_REPORT_TEXT_MIN_WIDTH, WIDTH_MAX,
                                &job->report.width)
      || !choose_language (words->language, &job->options.language) || !choose_colour (words, job))
    return FALSE;
  job->report.critical = words->critical;
  job->report.explain = words->explain;
  job->report.quiet = !words->hide_quiet;
  job->report.layout = (VrReportLayout)layout;
  job->report.furniture = (VrReportFurniture)furniture;
  job->force = words->force;
  if (words->changes_only || (words->critical && words->context == NULL))
    job->report.context = 0;
  job->options.unit = (VrTokenUnit)unit;
  job->options.paragraphs = (VrParagraphMode)paragraphs;
  job->options.verbatim |= words->verbatim;
  if (words->encoding != NULL)
    job->options.encoding = words->encoding;
  choose_quiet (words, &job->options);
  return TRUE;
}

/* What is written must not be what is read. */
static gboolean
check_target (const Job *job, const char *target)
{
  if (target == NULL)
    return TRUE;
  if (vr_operands_has (&job->operands, target))
    {
      vr_cli_fail (_ ("“%s” is an article to compare; name another file to write to."), target);
      return FALSE;
    }
  if (vr_operands_is_same_file (target, job->overrides))
    {
      vr_cli_fail (_ ("“%s” holds the overrides; name another file to write to."), target);
      return FALSE;
    }
  return TRUE;
}

/* A saved comparison may be saved again in its place, but not be overwritten by a report. */
static gboolean
check_targets (const Job *job)
{
  if (!check_target (job, job->output) || !check_target (job, job->save))
    return FALSE;
  if (g_strcmp0 (job->save, "-") == 0)
    {
      vr_cli_fail (_ ("The comparison is saved in a file, not to standard output; name one."));
      return FALSE;
    }
  if (vr_operands_is_same_file (job->output, job->operands.saved)
      || (job->output != NULL && g_strcmp0 (job->output, job->save) == 0)
      || vr_operands_is_same_file (job->output, job->save))
    {
      vr_cli_fail (_ ("“%s” is a saved comparison; name another file to write the report to."),
                   job->output);
      return FALSE;
    }
  return TRUE;
}

static VrComparison *
compare (Job *job, GError **error)
{
  g_autoptr (VrOverrides) overrides = NULL;

  if (job->overrides != NULL)
    {
      overrides = vr_overrides_new_from_file (job->overrides, error);
      if (overrides == NULL)
        return NULL;
    }
  return vr_operands_compare (&job->operands, &job->options, overrides, job->save != NULL, error);
}

static gboolean
write_report (const Job *job, const VrComparison *comparison, GError **error)
{
  g_autofree char *existing = NULL;
  g_autoptr (VrOutput) output = NULL;
  g_auto (VrCliProgress) progress = { 0 };
  VrProgress told = vr_cli_progress_begin (&progress, _ ("Writing the report: %u %%"));
  VrReportOptions report = job->report;

  report.progress = &told;
  if (job->output != NULL && !job->force)
    existing = vr_report_find_existing (job->format, job->output);
  if (job->output != NULL
      && !vr_report_save (job->format, job->write, comparison, &report, job->output, error))
    return FALSE;
  vr_cli_progress_end (&progress);
  if (existing != NULL)
    vr_cli_say (_ ("“%s” was there already and is replaced."), existing);
  if (job->output != NULL)
    return TRUE;
  output = vr_output_new_for_fd (STDOUT_FILENO, _ ("standard output"));
  job->write (comparison, &report, output);
  return vr_output_close (output, error);
}

/* Saved before it is printed: the reader of a pipe may go away. */
static gboolean
save_and_write (const Job *job, const VrComparison *comparison, GError **error)
{
  return (job->save == NULL || vr_operands_save (&job->operands, comparison, job->save, error))
         && write_report (job, comparison, error);
}

static VrStatus
run_job (Job *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrComparison) comparison = compare (job, &error);
  g_autofree char *row = NULL;

  if (comparison == NULL)
    return vr_cli_fail_with (error);
  job->report.info = job->operands.info;
  if (job->row != NULL)
    job->report.row = row = vr_report_dup_row_id (comparison, &job->report, job->row);
  if (job->row != NULL && row == NULL)
    return vr_cli_fail (_ ("--row cannot be “%s”; it is the number of a change, as a web page "
                           "counts them, or the id of a row, as JSON has it."),
                        job->row);
  if (!save_and_write (job, comparison, &error))
    {
      /* The reader had enough, as in `| head`: nobody is to be told. */
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
        return VR_STATUS_TROUBLE;
      return vr_cli_fail_with (error);
    }
  return vr_comparison_is_same (comparison) ? VR_STATUS_DONE : VR_STATUS_DIFFERENT;
}

VrStatus
vr_cmd_compare (int argc, char **argv)
{
  return vr_compare_with (argc, argv, NULL, NULL);
}

VrStatus
vr_compare_with (int argc, char **argv, VrVersionReader read_version, VrWriterFinder find_writer)
{
  g_autofree char **words_given = g_memdup2 (argv, ((gsize)argc + 1) * sizeof *argv);
  int n_given = argc;
  g_auto (VrCompareWords) words = { 0 };
  g_auto (Job) job = { .options = VR_OPTIONS_INIT, .report = VR_REPORT_OPTIONS_INIT };

  if (!vr_compare_words_parse (&words, &job.operands.fetch, &argc, &argv))
    return VR_STATUS_TROUBLE;
  job.operands.read_version = read_version;
  job.operands.archive = words.archive;
  job.operands.as = words.as;
  if (!vr_operands_take (&job.operands, argc - 1, argv + 1))
    return VR_STATUS_TROUBLE;
  if (job.operands.saved != NULL)
    job.options = *vr_document_peek_options (job.operands.document);
  if (!plan_job (&words, &job) || !check_targets (&job)
      || !vr_cli_check_free (job.format, job.output, job.force))
    return VR_STATUS_TROUBLE;
  job.write = find_writer != NULL ? find_writer (job.format, &job.report) : job.format->write;
  return job.write != NULL ? run_job (&job) : vr_cmd_report (n_given, words_given);
}
