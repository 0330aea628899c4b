/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF documents, which know letters and their places: lines and paragraphs are found again. */
#include "vr-import-pdf.h"

#include "vr-import-fail.h"
#include "vr-pdf-paragraphs.h"

#include "vr-error.h"

#include <glib/gi18n-lib.h>

/* Newer versions of the library say so of its own name. */
typedef PopplerDocument Document;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)

typedef char *(*TextGetter) (PopplerDocument *document);
typedef GDateTime *(*DateGetter) (PopplerDocument *document);

static void
take_text (PopplerDocument *document, TextGetter get, VrFact fact, VrImportedBuilder *builder)
{
  g_autofree char *text = get (document);

  if (text != NULL && g_utf8_validate (text, -1, NULL))
    vr_imported_builder_set_fact (builder, fact, text);
}

static void
take_date (PopplerDocument *document, DateGetter get, VrFact fact, VrImportedBuilder *builder)
{
  g_autoptr (GDateTime) date = get (document);
  g_autofree char *text = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

  vr_imported_builder_set_fact (builder, fact, text);
}

static void
take_facts (PopplerDocument *document, VrImportedBuilder *builder)
{
  take_text (document, poppler_document_get_title, VR_FACT_HEADLINE, builder);
  take_text (document, poppler_document_get_author, VR_FACT_BYLINE, builder);
  take_date (document, poppler_document_get_creation_date_time, VR_FACT_PUBLISHED, builder);
  take_date (document, poppler_document_get_modification_date_time, VR_FACT_UPDATED, builder);
}

static gboolean
fail (const VrImportSource *source, const GError *reason, GError **error)
{
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    return vr_import_fail_locked (source, error);
  return vr_import_fail_damaged (source, error);
}

static gboolean
import (const VrImportSource *source, VrImportedBuilder *builder, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (source->data, source->n_bytes);
  g_autoptr (GError) reason = NULL;
  g_autoptr (Document) document = poppler_document_new_from_bytes (bytes, NULL, &reason);
  g_autoptr (VrImportFlow) flow = vr_import_flow_new (builder);
  g_autoptr (GArray) lines = NULL;

  if (document == NULL)
    return fail (source, reason, error);
  lines = vr_pdf_lines_new (document);
  if (lines->len == 0)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("“%s” has no text in it that can be read, only pictures or nothing; have its "
                      "text recognized first."),
                   source->name);
      return FALSE;
    }
  take_facts (document, builder);
  vr_pdf_lines_mark_furniture (lines);
  vr_pdf_lines_settle (lines);
  vr_pdf_paragraphs_put (lines, flow);
  vr_import_flow_finish (flow);
  return TRUE;
}

/* One page with a letter on it: what the library opens when it first reads one stays open. */
static const char small[] =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
    "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    "4 0 obj<</Length 30>>stream\nBT /F 9 Tf 9 9 Td (a) Tj ET    \nendstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    "trailer<</Size 6/Root 1 0 R>>\n%%EOF\n";

/* The library keeps its tables only as long as there is a document: this one stays. */
static void
warm_up (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (small, sizeof small - 1);
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, NULL);

  if (document != NULL)
    g_array_unref (vr_pdf_lines_new (document));
}

const VrImportFormat vr_import_module_format = { "pdf", import, warm_up };
