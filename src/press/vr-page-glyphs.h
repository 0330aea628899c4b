/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of glyphs drawn so that whoever searches a file finds the letters they stand for. */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * vr_page_glyphs_draw:
 * @text: what @line is a line of
 * @x, @y: where its baseline begins
 *
 * As pango_cairo_show_layout_line(), for lines without attributes that are drawn.  Pango tells for
 * letters with marks above or below only which characters all of their glyphs stand for, and PDF
 * before 1.5 can say that of one glyph alone; here each has its own where there are as many.
 */
void vr_page_glyphs_draw (PangoLayoutLine *line, const char *text, cairo_t *cr, double x, double y);

G_END_DECLS
