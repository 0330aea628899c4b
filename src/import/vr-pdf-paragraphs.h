/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs out of the lines of a PDF document. */
#pragma once

#include "vr-import-style.h"
#include "vr-pdf-lines.h"

G_BEGIN_DECLS

/** vr_pdf_paragraphs_put: @lines: with furniture marked, and settled.  Puts the paragraphs that
 * they make into @flow, furniture behind the paragraph that it interrupts. */
void vr_pdf_paragraphs_put (const GArray *lines, VrImportFlow *flow);

/**
 * vr_pdf_hyphens_join:
 * @words: what the document writes as one word somewhere, with and without hyphens, in lower case
 * @text: ends in a line's last word, maybe with a hyphen
 * @next: the line behind it
 *
 * Puts @next at the end of @text: the hyphen of a word that was cut goes, one that belongs to the
 * word stays.
 */
void vr_pdf_hyphens_join (GHashTable *words, GString *text, const char *next);

/** vr_pdf_hyphens_learn: puts the words of @line into @words but its first and its last, which may
 * be cut. */
void vr_pdf_hyphens_learn (GHashTable *words, const char *line);

G_END_DECLS
