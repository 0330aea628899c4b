/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The articles that a command line names: two files, or one saved comparison. */
#include "vr-operands.h"

#include "vr-article-reading.h"
#include "vr-cli.h"
#include "vr-compare.h"
#include "vr-error.h"
#include "vr-memory.h"
#include "vr-version-word.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MEMORY_PER_BYTE 8

static gboolean
is_input (const char *path)
{
  return g_str_equal (path, "-");
}

static gboolean
fail_not_saved (const char *word)
{
  vr_cli_fail (_ ("compare needs two articles, OLD and NEW, or a saved comparison, which “%s” "
                  "is not; see “variorum compare --help”."),
               word);

  return FALSE;
}

static GBytes *
read_kept (VrOperands *self, const char *word, VrSide side, char **format, char **encoding,
           GError **error)
{
  if (self->info == NULL)
    self->info = vr_report_info_new ();

  return self->read_version (self->archive, vr_version_word_peek_name (word),
                             &self->info->witnesses[side], format, encoding, error);
}

/* One that is kept in the archive. */
static gboolean
take_kept (VrOperands *self, const char *word)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_kept (self, word, VR_SIDE_OLD, NULL, NULL, &error);
  gsize n_bytes = 0;
  const char *json = bytes != NULL ? g_bytes_get_data (bytes, &n_bytes) : NULL;

  if (bytes != NULL && !vr_document_is_json (json, n_bytes))
    return fail_not_saved (word);
  /* It is both articles, and neither of them. */
  name = g_steal_pointer (&self->info->witnesses[VR_SIDE_OLD].name);
  g_clear_pointer (&self->info, vr_report_info_free);
  if (bytes != NULL)
    self->document =
        vr_document_new_from_json (json, n_bytes, name, VR_DOCUMENT_WHOLE, NULL, &error);
  if (self->document == NULL)
    vr_cli_fail_with (error);
  self->saved = word;

  return self->document != NULL;
}

static gboolean
take_saved (VrOperands *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (self->read_version != NULL && vr_version_word_is_possible (path))
    return take_kept (self, path);
  if (!vr_document_is_file (file, NULL))
    return fail_not_saved (path);
  self->saved = path;
  self->document = vr_document_new_from_file (file, VR_DOCUMENT_WHOLE, NULL, NULL, &error);
  if (self->document == NULL)
    vr_cli_fail_with (error);

  return self->document != NULL;
}

/* What is to be saved must be kept as it came: nobody can read it again. */
static GBytes *
read_input (GError **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    {
      g_prefix_error (error, "%s: ", _ ("standard input"));
      return NULL;
    }

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static VrDocument *
with_version (VrOperands *self, const VrDocument *document, VrSide side, const char *word,
              GError **error)
{
  g_autofree char *format = NULL;
  g_autofree char *encoding = NULL;
  g_autoptr (GBytes) bytes = read_kept (self, word, side, &format, &encoding, error);
  VrSource source = { .name = self->info->witnesses[side].name,
                      .bytes = bytes,
                      .encoding = encoding,
                      .format = self->as != NULL ? self->as : format };
  gsize n_bytes = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &n_bytes) : NULL;

  if (bytes == NULL || !vr_document_check_bytes (data, n_bytes, word, error))
    return NULL;

  return vr_document_with_source (document, side, &source);
}

static VrDocument *
with_input (const VrOperands *self, const VrDocument *document, VrSide side, GError **error)
{
  g_autoptr (GBytes) bytes = read_input (error);
  VrSource source = { .name = _ ("standard input"), .bytes = bytes, .format = self->as };

  return bytes != NULL ? vr_document_with_source (document, side, &source) : NULL;
}

static VrDocument *
with_file (const VrOperands *self, const VrDocument *document, VrSide side, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *uri = g_file_get_uri (file);
  VrSource source = { .name = name, .uri = uri, .format = self->as };

  return vr_document_with_source (document, side, &source);
}

/* A page is read here for what is told of it; what is compared are its very bytes. */
static VrDocument *
with_page (VrOperands *self, const VrDocument *document, VrSide side, const char *url,
           GError **error)
{
  const VrReading reading = { .format = self->as };
  g_autoptr (VrFetched) fetched = NULL;
  g_autoptr (VrArticle) article =
      vr_cli_fetch_article (&self->fetch, url, &reading, &fetched, error);
  VrSource source = { 0 };

  if (article == NULL)
    return NULL;
  source = (VrSource){ .name = fetched->url,
                       .uri = fetched->url,
                       .bytes = fetched->bytes,
                       .encoding = vr_fetched_get_encoding (article),
                       .format = self->as != NULL ? self->as
                                                  : vr_article_get_fact (article, VR_FACT_FORMAT) };

  return vr_document_with_source (document, side, &source);
}

static VrDocument *
with_word (VrOperands *self, const VrDocument *document, VrSide side, const char *word,
           GError **error)
{
  if (vr_fetch_is_url (word))
    return with_page (self, document, side, word, error);
  if (self->read_version != NULL && vr_version_word_is_possible (word))
    return with_version (self, document, side, word, error);

  return is_input (word) ? with_input (self, document, side, error)
                         : with_file (self, document, side, word);
}

/* Versions and pages are held by a document, as a saved comparison's articles are. */
static gboolean
hold (VrOperands *self, GError **error)
{
  const VrSource none[VR_N_SIDES] = { { .name = "" }, { .name = "" } };
  g_autoptr (VrDocument) document = vr_document_new (none, NULL, NULL);

  for (guint side = 0; side < VR_N_SIDES && document != NULL; side++)
    {
      g_autoptr (VrDocument) before = g_steal_pointer (&document);
      const char *word = self->paths[side];

      document = with_word (self, before, side, word, error);
    }
  self->document = g_steal_pointer (&document);

  return self->document != NULL;
}

/* Pages are fetched when they are compared: until then another program may take over. */
static gboolean
take_held (VrOperands *self)
{
  g_autoptr (GError) error = NULL;
  gboolean has_version = FALSE;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      if (vr_fetch_is_url (self->paths[side]))
        return TRUE;
      has_version =
          has_version
          || (self->read_version != NULL && vr_version_word_is_possible (self->paths[side]));
    }
  if (!has_version || hold (self, &error))
    return TRUE;
  vr_cli_fail_with (error);

  return FALSE;
}

gboolean
vr_operands_take (VrOperands *self, int n_words, char **words)
{
  if (n_words == 1 && self->as != NULL)
    {
      vr_cli_fail (_ ("A saved comparison says itself what its articles are; leave --as out."));
      return FALSE;
    }
  if (n_words == 1)
    return take_saved (self, words[0]);
  if (n_words != VR_N_SIDES)
    {
      vr_cli_fail (n_words == 0
                       ? _ ("compare needs two articles, OLD and NEW; see “variorum compare "
                            "--help”.")
                       : _ ("compare takes two articles only, OLD and NEW; see “variorum compare "
                            "--help”."));
      return FALSE;
    }
  for (guint side = 0; side < VR_N_SIDES; side++)
    self->paths[side] = words[side];
  if (is_input (self->paths[VR_SIDE_OLD]) && is_input (self->paths[VR_SIDE_NEW]))
    {
      vr_cli_fail (
          _ ("Standard input can be one of the articles only; name a file for the other."));
      return FALSE;
    }

  return take_held (self);
}

gboolean
vr_operands_is_same_file (const char *a, const char *b)
{
  struct stat x, y;

  return a != NULL && b != NULL && stat (a, &x) == 0 && stat (b, &y) == 0 && S_ISREG (x.st_mode)
         && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

gboolean
vr_operands_has (const VrOperands *self, const char *path)
{
  if (self->document != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      return vr_document_has_file (self->document, file);
    }
  return vr_operands_is_same_file (self->paths[VR_SIDE_OLD], path)
         || vr_operands_is_same_file (self->paths[VR_SIDE_NEW], path);
}

static gboolean
check_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_filename_display_name (path);

  return is_input (path) || vr_document_check_article (file, name, NULL, error);
}

/* What comes through a pipe is known when it was read. */
static gboolean
check_text (const VrArticle *article, GError **error)
{
  gsize n_bytes;
  VrText *text = vr_article_get_text (article);
  const char *data = vr_text_peek (text, &n_bytes);
  g_autofree char *name = vr_text_dup_shown_name (vr_text_get_name (text));

  return vr_article_get_imported (article) != NULL
         || vr_document_check_bytes (data, n_bytes, name, error);
}

static VrArticle *
read_article (VrOperands *self, VrSide side, const VrOptions *options, gboolean will_save,
              GError **error)
{
  const char *path = self->paths[side];
  const VrReading reading = { .format = self->as,
                              .encoding = options->encoding,
                              .paragraphs = options->paragraphs,
                              .language = options->language,
                              .verbatim = options->verbatim };
  g_autoptr (VrArticle) article = NULL;

  if (!check_file (path, error))
    return NULL;
  if (!will_save || !is_input (path))
    {
      article = vr_article_read_file (path, path, &reading, NULL, error);
    }
  else
    {
      self->input = read_input (error);
      if (self->input != NULL)
        article = vr_article_read_bytes (self->input, _ ("standard input"), &reading, NULL, error);
    }
  if (article == NULL || !check_text (article, error))
    return NULL;

  return g_steal_pointer (&article);
}

/* Ids of rows are known once there are rows. */
static void
take_notes (VrOperands *self, const VrComparison *comparison)
{
  VrNotes *notes = vr_document_get_notes (self->document);

  if (notes == NULL || comparison == NULL)
    return;
  if (self->info == NULL)
    self->info = vr_report_info_new ();
  vr_report_info_add_notes (self->info, notes, comparison);
}

/* The message of an override that names no paragraph does not say where it stands. */
static VrComparison *
compare_saved (const VrOperands *self, const VrOptions *options, VrOverrides *overrides,
               GError **error)
{
  g_autoptr (VrDocument) optioned = vr_document_with_options (self->document, options);
  g_autoptr (VrDocument) document = vr_document_with_overrides (
      optioned, overrides != NULL ? overrides : vr_document_get_overrides (optioned));
  g_autoptr (GError) trouble = NULL;
  VrComparison *comparison;
  guint failed;

  comparison = vr_document_compare (document, NULL, NULL, &failed, &trouble);
  if (self->saved != NULL && g_error_matches (trouble, VR_ERROR, VR_ERROR_NOT_FOUND))
    g_prefix_error (&trouble, "“%s”: ", self->saved);
  if (trouble != NULL)
    g_propagate_error (error, g_steal_pointer (&trouble));

  return comparison;
}

/* What a comparison and its report need, by what tests/bench measured. */
static void
expect_memory (const VrOperands *self)
{
  gsize n_bytes = 0;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      struct stat info;

      if (self->paths[side] != NULL && stat (self->paths[side], &info) == 0
          && S_ISREG (info.st_mode))
        n_bytes += (gsize)info.st_size;
    }
  vr_memory_expect (n_bytes * MEMORY_PER_BYTE);
}

VrComparison *
vr_operands_compare (VrOperands *self, const VrOptions *options, VrOverrides *overrides,
                     gboolean will_save, GError **error)
{
  g_autoptr (VrArticle) old_article = NULL;
  g_autoptr (VrArticle) new_article = NULL;

  for (guint side = 0; side < VR_N_SIDES && self->document == NULL; side++)
    if (vr_fetch_is_url (self->paths[side]) && !hold (self, error))
      return NULL;
  expect_memory (self);
  if (self->document != NULL)
    {
      VrComparison *comparison = compare_saved (self, options, overrides, error);

      take_notes (self, comparison);
      return comparison;
    }
  old_article = read_article (self, VR_SIDE_OLD, options, will_save, error);
  if (old_article == NULL)
    return NULL;
  new_article = read_article (self, VR_SIDE_NEW, options, will_save, error);
  if (new_article == NULL)
    return NULL;

  return vr_compare (old_article, new_article, options, overrides, NULL, NULL, error);
}

/* One of the articles as it was named. */
static VrDocument *
name_source (const VrOperands *self, const VrDocument *document, VrSide side)
{
  VrSource source = { .name = _ ("standard input"), .bytes = self->input, .format = self->as };

  return is_input (self->paths[side]) ? vr_document_with_source (document, side, &source)
                                      : with_file (self, document, side, self->paths[side]);
}

/* What was compared, so that it can be held. */
static VrDocument *
make_document (const VrOperands *self, const VrComparison *comparison)
{
  const VrSource none[VR_N_SIDES] = { { .name = "" }, { .name = "" } };
  g_autoptr (VrDocument) document = vr_document_new (none, NULL, NULL);
  g_autoptr (VrDocument) optioned = NULL;

  if (self->document != NULL)
    {
      vr_document_unref (document);
      document = vr_document_ref (self->document);
    }
  for (guint side = 0; side < VR_N_SIDES && self->document == NULL; side++)
    {
      g_autoptr (VrDocument) before = g_steal_pointer (&document);

      document = name_source (self, before, side);
    }
  optioned = vr_document_with_options (document, vr_comparison_get_options (comparison));

  return vr_document_with_overrides (optioned, vr_comparison_get_overrides (comparison));
}

gboolean
vr_operands_save (const VrOperands *self, const VrComparison *comparison, const char *path,
                  GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VrDocument) document = make_document (self, comparison);
  g_autoptr (VrDocument) held = NULL;
  guint rewritten;

  held = vr_document_hold (document, comparison, &rewritten, NULL);
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (rewritten >> side & 1)
      vr_cli_say (
          _ ("“%s” changed while it was compared: its text is saved as UTF-8, its own bytes "
             "are not."),
          vr_document_peek_source (held, side)->name);

  return vr_document_save (held, VR_DOCUMENT_WHOLE, NULL, file, NULL, error);
}

void
vr_operands_clear (VrOperands *self)
{
  g_clear_pointer (&self->document, vr_document_unref);
  g_clear_pointer (&self->info, vr_report_info_free);
  g_clear_pointer (&self->input, g_bytes_unref);
  vr_cli_fetch_clear (&self->fetch);
}
