/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is appended to a PDF file: its manifest as an attached file, and what is known of it. */
#pragma once

#include "vr-output.h"

G_BEGIN_DECLS

/**
 * VrPdfFacts: what is known of a document besides its pages
 * @title: what it is called
 * @authors, @keywords: (nullable)
 * @time: (nullable): the only one that a report may bear
 * @manifest: up to and with the comma before its seal, as vr_report_dup_manifest() makes it
 *
 * All owned; ends with vr_pdf_facts_clear().
 */
typedef struct
{
  char *title;
  char *authors;
  char *keywords;
  GDateTime *time;
  char *manifest;
} VrPdfFacts;

void vr_pdf_facts_clear (VrPdfFacts *self);

/**
 * vr_pdf_tail_write:
 * @pdf: a whole PDF file of Cairo's, which @output has had already since
 *   vr_output_begin_sum()
 *
 * Appends an incremental update (ISO 32000-1, 7.5.6): @facts as the document's information, and the
 * manifest, sealed, as the attached file `manifest.json`.  It is not compressed, so that it stands
 * in the bytes.
 *
 * Returns: %FALSE where @pdf is not as it must be; nothing was written then
 */
gboolean vr_pdf_tail_write (const GByteArray *pdf, const VrPdfFacts *facts, VrOutput *output);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrPdfFacts, vr_pdf_facts_clear)

G_END_DECLS
