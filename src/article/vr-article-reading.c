/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a file of any kind to an article: text here, all else through the program variorum-import.
 */
#include "vr-article-reading.h"

#include "vr-error.h"
#include "vr-importer.h"

#include <glib/gi18n-lib.h>

/* What is to be read, and what it is called. */
typedef struct
{
  GBytes *bytes;
  const char *name;
  const char *shown_name;
  const VrReading *reading;
  const char *format;
} Source;

static VrText *
repair (const Source *source, VrText *text)
{
  const VrReading *reading = source->reading;

  return reading->verbatim ? vr_text_ref (text)
                           : vr_text_new_repaired (text, reading->kept, reading->n_kept);
}

/* A document that says nothing of its encoding has one that its format prescribes. */
static VrArticle *
make_article (const Source *source, VrImported *imported, GError **error)
{
  const char *encoding = vr_imported_get_fact (imported, VR_FACT_ENCODING);
  const char *decided_by = vr_imported_get_fact (imported, VR_FACT_DECIDED_BY);
  gsize n_bytes;
  const char *lines = vr_imported_peek_text (imported, &n_bytes);
  g_autoptr (VrText) converted = vr_text_new_converted (
      source->bytes, g_strndup (lines, n_bytes), encoding != NULL ? encoding : "UTF-8",
      decided_by != NULL ? decided_by : "format", source->name);
  g_autoptr (VrText) text = repair (source, converted);

  return (source->reading->verbatim ? vr_article_new_imported_verbatim : vr_article_new_imported) (
      text, imported, source->reading->language);
}

static VrArticle *
read_imported (const Source *source, gboolean *is_missing, GCancellable *cancellable,
               GError **error)
{
  const VrReading *reading = source->reading;
  VrImportRequest request = { .fields = { [VR_IMPORT_FIELD_FORMAT] = source->format,
                                          [VR_IMPORT_FIELD_NAME] = source->shown_name,
                                          [VR_IMPORT_FIELD_URL] = reading->url,
                                          [VR_IMPORT_FIELD_ENCODING] = reading->encoding,
                                          [VR_IMPORT_FIELD_DECLARED] = reading->declared },
                              .flags = reading->original ? VR_IMPORT_FLAG_ORIGINAL : 0,
                              .chapter = (guint16)reading->chapter };
  g_autoptr (VrImported) imported = NULL;

  request.data = g_bytes_get_data (source->bytes, &request.n_bytes);
  imported = vr_importer_read (&request, is_missing, cancellable, error);
  return imported != NULL ? make_article (source, imported, error) : NULL;
}

static gboolean
is_text (const Source *source)
{
  return g_str_equal (source->format, "text");
}

/* Of a program that was built without the format: a reader who named it wants no other; else a page
 * is read as the text that it also is, and of a document its bytes say what it is. */
static gboolean
fail_as_missing (const Source *source, GError **error)
{
  if (source->reading->format == NULL)
    return FALSE;
  g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
               _ ("“%s” cannot be read as %s: the program that reads it is not installed."),
               source->shown_name, source->format);
  return TRUE;
}

static gboolean
check_chapter (const Source *source, GError **error)
{
  if (source->reading->chapter == 0 || g_str_equal (source->format, "epub"))
    return TRUE;
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” is no e-book and has no chapters; read it whole."), source->shown_name);
  return FALSE;
}

/* Takes @bytes over.  What a server said of a text is its header again. */
static VrText *
decode (const Source *source, GBytes *bytes, GError **error)
{
  const VrReading *reading = source->reading;
  g_autofree char *type = NULL;
  VrText *text;

  if (reading->declared == NULL)
    return vr_text_new_taking (bytes, reading->encoding, source->name, source->shown_name, error);
  type = g_strdup_printf ("text/plain; charset=%s", reading->declared);
  text = vr_text_new_from_web (bytes, reading->encoding, type, source->name, error);
  g_bytes_unref (bytes);
  return text;
}

/* Takes @bytes over. */
static VrArticle *
read_source (GBytes *bytes, const char *name, const char *shown_name, const VrReading *reading,
             GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) owned = bytes;
  Source source = { bytes, name, shown_name, reading, reading->format };
  g_autoptr (VrText) decoded = NULL;
  g_autoptr (VrText) text = NULL;
  gboolean is_missing = FALSE;
  gsize n_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &n_bytes);

  if (source.format == NULL)
    source.format = vr_format_sniff (data, n_bytes, name);
  if (!check_chapter (&source, error))
    return NULL;
  if (!is_text (&source))
    {
      VrArticle *article = read_imported (&source, &is_missing, cancellable, error);

      if (!is_missing || fail_as_missing (&source, error))
        return article;
    }
  decoded = decode (&source, g_steal_pointer (&owned), error);
  if (decoded == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  text = repair (&source, decoded);
  return (reading->verbatim ? vr_article_new_verbatim : vr_article_new) (text, reading->paragraphs,
                                                                         reading->language);
}

VrArticle *
vr_article_read_bytes (GBytes *bytes, const char *name, const VrReading *reading,
                       GCancellable *cancellable, GError **error)
{
  g_autofree char *shown_name = vr_text_dup_shown_name (name);

  return read_source (g_bytes_ref (bytes), name, shown_name, reading, cancellable, error);
}

VrArticle *
vr_article_read_file (const char *path, const char *name, const VrReading *reading,
                      GCancellable *cancellable, GError **error)
{
  g_autofree char *shown_name = vr_text_dup_shown_name (path);
  GBytes *bytes = vr_text_read_bytes (path, error);

  return bytes != NULL ? read_source (bytes, name, shown_name, reading, cancellable, error) : NULL;
}
