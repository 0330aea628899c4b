/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum extract: a page or a document in, the article in it out. */
#include "vr-article-json.h"
#include "vr-cli-as.h"
#include "vr-cli-article.h"
#include "vr-cli-fetch.h"
#include "vr-extract-batch.h"
#include "vr-import-protocol.h"

#include <glib/gi18n.h>
#include <unistd.h>

/* What the options say, as given. */
typedef struct
{
  char *format;
  char *output;
  char *encoding;
  char *language;
  char *url;
  char *as;
  char *chapter;
  VrCliFetch fetch;
  gboolean original;
  gboolean batch;
} Words;

static void
write_json (const VrArticle *article, VrOutput *output)
{
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_article_write_json (article, NULL, &json);
  vr_output_put_char (output, '\n');
}

/* What can be asked for; the first is the usual one. */
static const struct
{
  const char *name;
  void (*write) (const VrArticle *article, VrOutput *output);
} formats[] = {
  { "json", write_json },
  { "text", vr_cli_article_write_text },
  { "markdown", vr_cli_article_write_markdown },
};

static void
words_clear (Words *words)
{
  g_free (words->format);
  g_free (words->output);
  g_free (words->encoding);
  g_free (words->language);
  g_free (words->url);
  g_free (words->as);
  g_free (words->chapter);
  vr_cli_fetch_clear (&words->fetch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
parse_words (Words *words, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &words->format,
      N_ ("What to write: json, text or markdown (default: json)"), "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words->output,
      N_ ("Write to a file instead of standard output"), "FILE" },
    vr_cli_as_option (&words->as),
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &words->encoding,
      N_ ("How the bytes are to be read (default: told from them)"), "NAME" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &words->language,
      N_ ("The language it is in, such as en or de (default: told from it)"), "CODE" },
    { "url", 0, 0, G_OPTION_ARG_STRING, &words->url,
      N_ ("Where a page came from, which its links start from"), "ADDRESS" },
    vr_cli_fetch_option (&words->fetch),
    { "original", 0, 0, G_OPTION_ARG_NONE, &words->original,
      N_ ("A document as it was before its tracked changes, not as if all were accepted"), NULL },
    { "chapter", 0, 0, G_OPTION_ARG_STRING, &words->chapter,
      N_ ("Of an e-book the chapter NUMBER alone, counted from 1 (default: all of it)"),
      N_ ("NUMBER") },
    { "batch", 0, 0, G_OPTION_ARG_NONE, &words->batch,
      N_ ("Read paths and addresses from standard input, a line each, and write a line of JSON for "
          "each"),
      NULL },
    { NULL },
  };

  return vr_cli_parse (
      "extract", "FILE | URL",
      _ ("Finds the article in a web page, a document or a text: its headline, who wrote it and\n"
         "when, and what each paragraph is. FILE may be - for standard input;\n"
         "URL is the address of a web page, which is fetched."),
      _ ("With --batch, what cannot be read is told with its \"path\" and its \"error\"; "
         "the others\nare answered, and the exit status is 2."),
      entries, argc, argv);
}

static gboolean
find_format (const Words *words, guint *format)
{
  for (*format = 0; *format < G_N_ELEMENTS (formats); (*format)++)
    if (words->format == NULL || g_str_equal (words->format, formats[*format].name))
      return TRUE;
  vr_cli_fail (_ ("--%s cannot be “%s”; it is one of: %s."), "format", words->format,
               "json, text, markdown");
  return FALSE;
}

static VrOutput *
open_output (const char *path, GError **error)
{
  return path != NULL ? vr_output_new_for_file (path, error)
                      : vr_output_new_for_fd (STDOUT_FILENO, _ ("standard output"));
}

static VrStatus
finish (VrOutput *output, VrStatus status)
{
  g_autoptr (GError) error = NULL;

  if (vr_output_close (output, &error))
    return status;
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE) ? VR_STATUS_TROUBLE
                                                                     : vr_cli_fail_with (error);
}

static VrArticle *
read_article (Words *words, const char *path, const VrReading *reading, GError **error)
{
  return vr_fetch_is_url (path) ? vr_cli_fetch_article (&words->fetch, path, reading, NULL, error)
                                : vr_article_read_file (path, path, reading, NULL, error);
}

/* What cannot be read leaves the output as it was. */
static VrStatus
extract (Words *words, const char *path, const VrReading *reading, guint format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArticle) article = read_article (words, path, reading, &error);
  g_autoptr (VrOutput) output = article != NULL ? open_output (words->output, &error) : NULL;

  if (output == NULL)
    return vr_cli_fail_with (error);
  formats[format].write (article, output);
  return finish (output, VR_STATUS_DONE);
}

static VrStatus
extract_batch (const Words *words, const VrReading *reading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrOutput) output =
      vr_cli_fetch_check (&words->fetch, &error) ? open_output (words->output, &error) : NULL;

  if (output == NULL)
    return vr_cli_fail_with (error);
  return finish (output, vr_extract_batch (reading, &words->fetch, output));
}

VrStatus
vr_cmd_extract (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  VrReading reading = { 0 };
  guint format, chapter = 0;

  if (!parse_words (&words, &argc, &argv) || !vr_cli_check_as (words.as)
      || !find_format (&words, &format)
      || !vr_cli_choose_number ("chapter", words.chapter, 1, VR_IMPORT_MAX_CHAPTER, &chapter))
    return VR_STATUS_TROUBLE;
  reading = (VrReading){ .format = words.as,
                         .encoding = words.encoding,
                         .url = words.url,
                         .language = words.language,
                         .original = words.original,
                         .chapter = chapter };
  if (words.batch && (argc > 1 || format != 0))
    return vr_cli_fail (
        _ ("With --batch, extract takes paths and addresses from standard input and "
           "writes JSON; "
           "see “variorum extract --help”."));
  if (words.batch)
    return extract_batch (&words, &reading);
  if (argc != 2)
    return vr_cli_fail (_ ("extract needs one page or document; see “variorum extract --help”."));
  return extract (&words, argv[1], &reading, format);
}
