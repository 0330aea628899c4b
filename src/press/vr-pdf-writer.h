/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages as a PDF file, with an outline and what is known of the document. */
#pragma once

#include "vr-pages.h"
#include "vr-pdf-tail.h"

G_BEGIN_DECLS

/**
 * VrPdfWriter: what a file is made of; all is borrowed
 * @width, @height: of a page, in points
 * @dup_bookmark: what the outline has for a marker of the pages
 * @data: for @dup_bookmark
 * @progress, @cancellable: (nullable): of drawing
 */
typedef struct
{
  VrPages *pages;
  double width;
  double height;
  char *(*dup_bookmark) (const VrPageMarker *marker, gconstpointer data);
  gconstpointer data;
  const VrPdfFacts *facts;
  const VrProgress *progress;
  GCancellable *cancellable;
} VrPdfWriter;

/** vr_pdf_writer_write: draws all pages; one that was stopped fails with ECANCELED.  @output begins
 * its sum here. */
void vr_pdf_writer_write (const VrPdfWriter *self, VrOutput *output);

/** vr_pdf_tell_first_half, vr_pdf_tell_second_half: a VrProgressFunc for a VrProgress as its data:
 * laying out is one half of the work, drawing the other. */
void vr_pdf_tell_first_half (double fraction, gpointer progress);
void vr_pdf_tell_second_half (double fraction, gpointer progress);

G_END_DECLS
