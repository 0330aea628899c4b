/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum compare: two articles in, a report out. */
#include "vr-cli-as.h"
#include "vr-cli-progress.h"
#include "vr-cli-target.h"
#include "vr-operands.h"
#include "vr-report-save.h"
#include "vr-report-text.h"
#include "vr-terminal.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#define WIDTH_MAX 10000

/* What the options say, as given. */
typedef struct
{
  char *format;
  char *output;
  char *context;
  char *width;
  char *unit;
  char *language;
  char *encoding;
  char *as;
  char *paragraphs;
  char *overrides;
  char *save;
  char *colour;
  char *archive;
  char *row;
  gboolean changes_only;
  gboolean critical;
  gboolean ignore_case;
  gboolean ignore_punctuation;
  gboolean strict;
  gboolean hide_quiet;
  gboolean explain;
  gboolean force;
  char *layout;
} Words;

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
clear_words (Words *words)
{
  g_free (words->format);
  g_free (words->output);
  g_free (words->context);
  g_free (words->width);
  g_free (words->unit);
  g_free (words->language);
  g_free (words->encoding);
  g_free (words->as);
  g_free (words->paragraphs);
  g_free (words->overrides);
  g_free (words->save);
  g_free (words->colour);
  g_free (words->archive);
  g_free (words->row);
  g_free (words->layout);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static void
clear_job (Job *job)
{
  vr_operands_clear (&job->operands);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

/* @flags: all of which they have. */
static char *
dup_format_list (guint flags)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n;
  const VrReportFormat *formats = vr_report_peek_formats (&n);

  for (guint i = 0; i < n; i++)
    if ((formats[i].flags & flags) == flags)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", formats[i].name);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
dup_details (void)
{
  g_autofree char *formats = dup_format_list (0);

  return g_strdup_printf (_ ("FORMAT is one of: %s.\n\n"
                             "The exit status is 0 when nothing differs that counts, 1 when "
                             "something does, 2 on trouble.\n\n"
                             "“variorum difftool --help” tells how git compares with it."),
                          formats);
}

static gboolean
parse_words (Words *words, int *argc, char ***argv)
{
  g_autofree char *details = dup_details ();
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words->format,
      N_ ("Write the report as FORMAT (default: as FILE is called, else text)"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words->output,
      N_ ("Write to FILE, the whole report or nothing"), N_ ("FILE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &words->force,
      N_ ("Replace FILE where it is there already"), NULL },
    { "context", 0, 0, G_OPTION_ARG_STRING, &words->context,
      N_ ("Show N unchanged paragraphs around each change (default: all)"), "N" },
    { "changes-only", 0, 0, G_OPTION_ARG_NONE, &words->changes_only,
      N_ ("Show changed paragraphs only; the same as --context=0"), NULL },
    { "critical", 0, 0, G_OPTION_ARG_NONE, &words->critical,
      N_ ("Show only paragraphs with critical changes: figures, negations, questions, quotes"),
      NULL },
    { "row", 0, 0, G_OPTION_ARG_STRING, &words->row,
      N_ ("Show ROW alone, a change’s number or a row’s id, in a picture"), N_ ("ROW") },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &words->layout,
      N_ ("Put both texts on pages as sides or inline (default: sides)"), "HOW" },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &words->explain, N_ ("Tell what earned each pairing"),
      NULL },
    { "hide-quiet", 0, 0, G_OPTION_ARG_NONE, &words->hide_quiet,
      N_ ("Show quiet differences as equal"), NULL },
    { "ignore-case", 0, 0, G_OPTION_ARG_NONE, &words->ignore_case,
      N_ ("Upper and lower case compare equal"), NULL },
    { "ignore-punctuation", 0, 0, G_OPTION_ARG_NONE, &words->ignore_punctuation,
      N_ ("Punctuation compares equal"), NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &words->strict,
      N_ ("Quiet differences (quotes' and dashes' style, white space) count as edits"), NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &words->unit,
      N_ ("Mark differences by word or character (default: word)"), "UNIT" },
    { "paragraphs", 0, 0, G_OPTION_ARG_STRING, &words->paragraphs,
      N_ ("Tell paragraphs apart by auto, blank, line or wrapped (default: auto)"), "HOW" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &words->language,
      N_ ("The articles' language, e.g. en (default: detected)"), "CODE" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &words->encoding,
      N_ ("The articles' encoding, e.g. windows-1252 (default: detected)"), "NAME" },
    { "as", 0, 0, G_OPTION_ARG_STRING, &words->as,
      N_ ("What the articles are, e.g. html or text (default: told from them)"), N_ ("FORMAT") },
    { "overrides", 0, 0, G_OPTION_ARG_FILENAME, &words->overrides,
      N_ ("Read from FILE which paragraphs must, and must not, be paired"), N_ ("FILE") },
    { "save", 0, 0, G_OPTION_ARG_FILENAME, &words->save,
      N_ ("Save the comparison to FILE too, with both texts, to be opened again"), N_ ("FILE") },
    { "archive", 0, 0, G_OPTION_ARG_FILENAME, &words->archive,
      N_ ("Take versions from the archive FOLDER (default: your own)"), N_ ("FOLDER") },
    { "color", 0, 0, G_OPTION_ARG_STRING, &words->colour,
      N_ ("Use colours auto, always or never (default: auto, and NO_COLOR is heeded)"), "WHEN" },
    { "width", 0, 0, G_OPTION_ARG_STRING, &words->width,
      N_ ("Wrap text at N cells; side by side from 100 (default: the terminal's)"), "N" },
    { NULL },
  };

  return vr_cli_parse (
      "compare", "OLD NEW | FILE",
      _ ("Tells what became of each paragraph and each word of OLD in NEW.\n"
         "OLD and NEW are files; one of them may be “-”, standard input.\n"
         "Or versions in the archive: STORY/VARIANT@3, as “variorum log” lists them.\n"
         "FILE is a saved comparison, whose options hold where none is given."),
      details, entries, argc, argv);
}

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
choose_number (const char *option, const char *word, guint least, guint most, guint *value)
{
  guint64 number;

  if (word == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (word, 10, least, most, &number, NULL))
    {
      vr_cli_fail (_ ("--%s cannot be “%s”; it is a number from %u to %u."), option, word, least,
                   most);
      return FALSE;
    }
  *value = (guint)number;
  return TRUE;
}

static gboolean
choose_format (const char *word, const char *output, const VrReportFormat **format)
{
  g_autofree char *list = dup_format_list (0);
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
  g_autofree char *list = dup_format_list (VR_REPORT_ONE_ROW);

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
choose_quiet (const Words *words, VrOptions *options)
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
choose_colour (const Words *words, Job *job)
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
plan_job (const Words *words, Job *job)
{
  guint unit = job->options.unit, paragraphs = job->options.paragraphs;
  guint layout = job->report.layout;

  job->output = g_strcmp0 (words->output, "-") == 0 ? NULL : words->output;
  job->overrides = words->overrides;
  job->save = words->save;
  if (words->width == NULL)
    job->report.width =
        job->output == NULL ? vr_terminal_get_width (STDOUT_FILENO) : VR_TERMINAL_DEFAULT_WIDTH;
  if (!vr_cli_check_as (words->as) || !choose_format (words->format, job->output, &job->format)
      || !choose_row (words->row, job) || !choose ("unit", words->unit, vr_unit_get_nick, &unit)
      || !choose ("layout", words->layout, vr_report_layout_get_nick, &layout)
      || !choose ("paragraphs", words->paragraphs, vr_paragraph_mode_get_nick, &paragraphs)
      || !choose_number ("context", words->context, 0, G_MAXINT, &job->report.context)
      || !choose_number ("width", words->width, VR_REPORT_TEXT_MIN_WIDTH, WIDTH_MAX,
                         &job->report.width)
      || !choose_language (words->language, &job->options.language) || !choose_colour (words, job))
    return FALSE;
  job->report.critical = words->critical;
  job->report.explain = words->explain;
  job->report.quiet = !words->hide_quiet;
  job->report.layout = (VrReportLayout)layout;
  job->force = words->force;
  if (words->changes_only || (words->critical && words->context == NULL))
    job->report.context = 0;
  job->options.unit = (VrTokenUnit)unit;
  job->options.paragraphs = (VrParagraphMode)paragraphs;
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
  g_auto (Words) words = { 0 };
  g_auto (Job) job = { .options = VR_OPTIONS_INIT, .report = VR_REPORT_OPTIONS_INIT };

  if (!parse_words (&words, &argc, &argv))
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
