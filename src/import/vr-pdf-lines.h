/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a PDF document's pages, in the order in which they are read, and where they stand.
 */
#pragma once

#include <glib.h>
#include <poppler.h>

G_BEGIN_DECLS

/**
 * VrPdfLine:
 * @text: without white space at its ends; terminated
 * @x1, @x2, @y1, @y2: its place on the page, in points from the top left
 * @first_width: how wide its first word is
 * @size: of most of its letters, in points
 * @page: from 0
 * @run: lines of one run stand below each other in one column
 * @right: how far the lines of its run reach that begin where it does
 * @run_left, @run_right: what the run spans
 */
typedef struct
{
  char *text;
  double x1, x2, y1, y2;
  double first_width;
  double size;
  double right;
  double run_left;
  double run_right;
  double page_height;
  guint page;
  guint run;
  gboolean is_bold;
  gboolean is_furniture;
} VrPdfLine;

/** vr_pdf_lines_new: Returns: (transfer full): of VrPdfLine */
GArray *vr_pdf_lines_new (PopplerDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/** vr_pdf_lines_mark_furniture: finds what stands at the same height of several pages: running
 * titles, page numbers. */
void vr_pdf_lines_mark_furniture (GArray *lines);

/** vr_pdf_lines_settle: works out the runs, and what they span, of all that is no furniture. */
void vr_pdf_lines_settle (GArray *lines);

G_END_DECLS
