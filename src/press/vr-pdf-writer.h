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

/** VR_PDF_LAID_OUT: laying out takes one half of the time, drawing the other. */
#define VR_PDF_LAID_OUT 0.5

G_END_DECLS
