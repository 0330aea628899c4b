/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an importer found as JSON, from one process to another. */
#pragma once

#include "vr-imported.h"
#include "vr-json-writer.h"

G_BEGIN_DECLS

/** vr_text_span_write_json: as in variorum-article/1. */
void vr_text_span_write_json (const VrTextSpan *span, VrJsonWriter *json);

/** vr_imported_paragraph_write_json: the members of paragraph @index behind "index" and "line": its
 * role and reason, its text and spans, as in variorum-article/1; the object is the caller's. */
void vr_imported_paragraph_write_json (const VrImportedParagraph *paragraph, VrJsonWriter *json);

/** vr_imported_write_json: all of @self as one value: the facts by their names, and "paragraphs".
 */
void vr_imported_write_json (const VrImported *self, VrJsonWriter *json);

/**
 * vr_imported_new_from_json:
 * @json: what vr_imported_write_json() wrote; or anything, as it comes from a process that read a
 *   file of unknown origin; need not be terminated
 *
 * Returns: (transfer full) (nullable): what was written; %NULL where anything is not as it may be
 */
VrImported *vr_imported_new_from_json (const char *json, gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
