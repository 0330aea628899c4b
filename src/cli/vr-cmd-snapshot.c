/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum snapshot: an article becomes the next version of a variant, a saved comparison is kept
 * beside them. */
#include "vr-article-reading.h"
#include "vr-cli-archive.h"
#include "vr-cli-as.h"
#include "vr-cli-fetch.h"
#include "vr-cli-gone.h"
#include "vr-document-file.h"
#include "vr-history-comparison.h"
#include "vr-history-snapshot.h"
#include "vr-label.h"
#include "vr-variant.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* What the options say, as given. */
typedef struct
{
  VrCliWords common;
  char *story;
  char *variant;
  char *label;
  char *published;
  char *encoding;
  char *language;
  char *as;
  VrCliFetch fetch;
} Words;

static void
clear_words (Words *words)
{
  vr_cli_clear_words (&words->common);
  g_free (words->story);
  g_free (words->variant);
  g_free (words->label);
  g_free (words->published);
  g_free (words->encoding);
  g_free (words->language);
  g_free (words->as);
  vr_cli_fetch_clear (&words->fetch);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static gboolean
parse_words (Words *words, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "story", 's', 0, G_OPTION_ARG_STRING, &words->story, N_ ("The story it belongs to"),
      N_ ("STORY") },
    { "variant", 'v', 0, G_OPTION_ARG_STRING, &words->variant,
      N_ ("Whose telling of the story it is, e.g. cnn; the name of a saved comparison"),
      N_ ("VARIANT") },
    { "label", 'l', 0, G_OPTION_ARG_STRING, &words->label, N_ ("Name the version"), N_ ("LABEL") },
    { "published", 0, 0, G_OPTION_ARG_STRING, &words->published,
      N_ ("When it came out, in ISO 8601, e.g. 2014-04-16T16:23+02:00"), N_ ("TIME") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &words->encoding,
      N_ ("The article’s encoding, e.g. windows-1252 (default: detected)"), "NAME" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &words->language,
      N_ ("The article’s language, e.g. en (default: detected)"), "CODE" },
    vr_cli_as_option (&words->as),
    vr_cli_fetch_option (&words->fetch),
    { NULL },
  };

  return vr_cli_parse_archive (
      &words->common, entries, "snapshot", "FILE | URL",
      _ ("Keeps FILE, or “-” for standard input, as the next version of a variant "
         "of a story.\nWhat is unchanged brings no new version.\n"
         "FILE may be a saved comparison too: it is kept with the story, by its "
         "file’s name\nor that of --variant.\n"
         "URL is the address of a web page, which is fetched; that it is gone is noted at the\n"
         "last version."),
      argc, argv);
}

/* GLib wants seconds, which people leave out, and a time, of which they know the day alone. */
static GDateTime *
parse_time (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gsize n_bytes = strlen (text);
  g_autofree char *whole = NULL;

  if (n_bytes == strlen ("2014-04-16"))
    whole = g_strconcat (text, "T00:00:00", NULL);
  else if (n_bytes >= strlen ("2014-04-16T16:23") && strchr ("+-Z", text[16]) != NULL)
    whole = g_strdup_printf ("%.16s:00%s", text, text + 16);
  return g_date_time_new_from_iso8601 (whole != NULL ? whole : text, zone);
}

static gboolean
read_time (const char *text, GDateTime **time)
{
  if (text == NULL)
    return TRUE;
  *time = parse_time (text);
  if (*time == NULL)
    vr_cli_fail (_ ("--%s cannot be “%s”; it is a time such as 2014-04-16T16:23+02:00."),
                 "published", text);
  return *time != NULL;
}

/* One that stands in for a file's name in messages and for its place in the archive. */
static char *
dup_source_name (const char *path)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (path, "-"))
    return g_strdup ("-");
  file = g_file_new_for_path (path);
  return g_file_get_path (file);
}

static VrArticle *
read_article (const Words *words, const char *path, GBytes *source, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  const VrReading reading = { .format = words->as,
                              .encoding = words->encoding,
                              .language = words->language };

  return vr_article_read_bytes (source, name, &reading, NULL, error);
}

static VrStatus
fail_usage (void)
{
  return vr_cli_fail (_ ("snapshot needs one article, its --story and its --variant; see "
                         "“variorum snapshot --help”."));
}

static VrStatus
finish (VrArchive *archive, const Words *words, const char *name, const char *id,
        VrSnapshotResult result)
{
  g_autoptr (GError) error = NULL;

  if (words->label != NULL && !vr_label_set (archive, name, words->label, id, &error))
    return vr_cli_fail_with (error);
  if (result == VR_SNAPSHOT_SEEN)
    printf (_ ("%s: unchanged since version %.7s"), name, id);
  else
    printf (_ ("%s: version %.7s"), name, id);
  printf ("\n");
  vr_cli_pack_in_background (archive);
  return VR_STATUS_DONE;
}

/* An article on its way into the archive; all borrowed. */
typedef struct
{
  const VrArticle *article;
  GBytes *source;
  const char *source_name;
  GDateTime *published;
  const char *url; /* NULL for a file */
} Kept;

static VrStatus
keep_article (const Words *words, const Kept *kept)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArchive) archive = vr_archive_create (words->common.archive, &error);
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;
  VrSnapshot snapshot = { words->story,      words->variant, kept->article,  kept->source,
                          kept->source_name, NULL,           kept->published };
  VrSnapshotResult result;

  if (archive == NULL)
    return vr_cli_fail_with (error);
  result = vr_history_snapshot (archive, &snapshot, &id, &error);
  if (result == VR_SNAPSHOT_FAILED)
    return vr_cli_fail_with (error);
  name = vr_variant_dup_name (words->story, words->variant, NULL);
  if (result == VR_SNAPSHOT_SEEN && kept->url != NULL
      && !vr_cli_gone_note_return (archive, name, id, kept->url, &error))
    return vr_cli_fail_with (error);
  return finish (archive, words, name, id, result);
}

static VrStatus
keep_file (const Words *words, const char *path, GBytes *source, GDateTime *published)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArticle) article = read_article (words, path, source, &error);
  g_autofree char *source_name = dup_source_name (path);
  Kept kept = { article, source, source_name, published, NULL };

  return article != NULL ? keep_article (words, &kept) : vr_cli_fail_with (error);
}

/* That a page is gone belongs to its history. */
static VrStatus
keep_gone (const Words *words, const char *url, const GError *trouble)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArchive) archive = vr_archive_create (words->common.archive, &error);
  g_autofree char *name = vr_variant_dup_name (words->story, words->variant, NULL);
  g_autofree char *id = NULL;

  if (archive == NULL)
    return vr_cli_fail_with (error);
  if (name == NULL
      || !vr_cli_gone_note (archive, name, url, words->fetch.status, NULL, &id, &error))
    return vr_cli_fail_with (error != NULL ? error : trouble);
  if (id == NULL)
    return vr_cli_fail_with (trouble);
  printf (_ ("%s: the page is gone (%u), which is noted at version %.7s"), name,
          words->fetch.status, id);
  printf ("\n");
  return VR_STATUS_DONE;
}

static VrStatus
keep_page (Words *words, const char *url, GDateTime *published)
{
  const VrReading reading = { .format = words->as,
                              .encoding = words->encoding,
                              .language = words->language };
  g_autoptr (GError) error = NULL;
  g_autoptr (VrFetched) fetched = NULL;
  g_autoptr (VrArticle) article =
      vr_cli_fetch_article (&words->fetch, url, &reading, &fetched, &error);
  Kept kept = { article, NULL, NULL, published, url };

  if (g_error_matches (error, VR_ERROR, VR_ERROR_GONE))
    return keep_gone (words, url, error);
  if (article == NULL)
    return vr_cli_fail_with (error);
  kept.source = fetched->bytes;
  kept.source_name = fetched->url;
  return keep_article (words, &kept);
}

/* What a saved comparison is called where nothing is said: as its file. */
static char *
dup_comparison_name (const Words *words, const char *path, GError **error)
{
  g_autofree char *base = g_path_get_basename (path);

  return vr_kept_comparison_dup_name (words->story, words->variant != NULL ? words->variant : base,
                                      error);
}

static VrStatus
keep_comparison (const Words *words, const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *display_name = g_filename_display_name (path);
  gsize n_bytes;
  const char *json = g_bytes_get_data (bytes, &n_bytes);
  g_autoptr (VrDocument) document =
      vr_document_new_from_json (json, n_bytes, display_name, VR_DOCUMENT_WHOLE, NULL, &error);
  g_autofree char *name = document != NULL ? dup_comparison_name (words, path, &error) : NULL;
  g_autoptr (VrArchive) archive =
      name != NULL ? vr_archive_create (words->common.archive, &error) : NULL;
  g_autofree char *id = NULL;
  VrSnapshotResult result;

  if (archive == NULL)
    return vr_cli_fail_with (error);
  result = vr_history_comparison_keep (archive, name, document, bytes, &id, &error);
  return result != VR_SNAPSHOT_FAILED ? finish (archive, words, name, id, result)
                                      : vr_cli_fail_with (error);
}

/* It was read once and for all: what says how to read an article is out of place. */
static VrStatus
check_and_keep_comparison (const Words *words, const char *path, GBytes *bytes)
{
  const struct
  {
    const char *option;
    const char *word;
  } others[] = { { "published", words->published },
                 { "encoding", words->encoding },
                 { "language", words->language },
                 { "as", words->as } };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i].word != NULL)
      return vr_cli_fail (_ ("A saved comparison is kept as it is; leave --%s out."),
                          others[i].option);
  if (g_str_equal (path, "-") && words->variant == NULL)
    return vr_cli_fail (_ ("A saved comparison from standard input needs a name, given with "
                           "--variant."));
  return keep_comparison (words, path, bytes);
}

/* A name that saved comparisons have would be taken for one. */
static VrStatus
check_variant (const Words *words)
{
  if (words->variant == NULL)
    return fail_usage ();
  if (g_str_has_suffix (words->variant, VR_KEPT_COMPARISON_SUFFIX))
    return vr_cli_fail (_ ("A variant cannot be called “%s”, as saved comparisons are; name it "
                           "otherwise."),
                        words->variant);
  return VR_STATUS_DONE;
}

static VrStatus
keep (const Words *words, const char *path, GDateTime *published)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vr_text_read_bytes (path, &error);
  gsize n_bytes = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &n_bytes) : NULL;

  if (bytes == NULL)
    return vr_cli_fail_with (error);
  if (vr_document_is_json (data, n_bytes))
    return check_and_keep_comparison (words, path, bytes);
  return check_variant (words) == VR_STATUS_DONE ? keep_file (words, path, bytes, published)
                                                 : VR_STATUS_TROUBLE;
}

VrStatus
vr_cmd_snapshot (int argc, char **argv)
{
  g_auto (Words) words = { 0 };
  g_autoptr (GDateTime) published = NULL;

  if (!parse_words (&words, &argc, &argv) || !vr_cli_check_as (words.as)
      || !read_time (words.published, &published))
    return VR_STATUS_TROUBLE;
  if (argc != 2 || words.story == NULL)
    return fail_usage ();
  if (!vr_fetch_is_url (argv[1]))
    return keep (&words, argv[1], published);
  return check_variant (&words) == VR_STATUS_DONE ? keep_page (&words, argv[1], published)
                                                  : VR_STATUS_TROUBLE;
}
