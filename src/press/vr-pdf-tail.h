/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is appended to a PDF file: its manifest as an attached file, and what is known of it. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/**
 * vr_pdf_tail_write:
 * @pdf: a whole PDF file of Cairo's, which @output has had already since
 *   vr_output_begin_sum()
 * @title: of the document
 *
 * Appends an incremental update (ISO 32000-1, 7.5.6): title, author, keywords and the only time
 * that a report may bear as the document's information, and the manifest, sealed, as the attached
 * file `manifest.json`.  It is not compressed, so that it stands in the bytes.
 *
 * Returns: %FALSE where @pdf is not as it must be; nothing was written then
 */
gboolean vr_pdf_tail_write (const GByteArray *pdf, const char *title, const VrReportFormat *format,
                            const VrComparison *comparison, const VrReportOptions *options,
                            VrOutput *output);

G_END_DECLS
