/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text set in lines of a width, of any length: Pango has a few thousand bytes of it at a time. */
#pragma once

#include "vr-page-ink.h"

#include <gio/gio.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/** VrPageFace: how a text is set. */
typedef enum
{
  VR_PAGE_FACE_ARTICLE, /* words of an article, as the next ones; all others are ours */
  VR_PAGE_FACE_ARTICLE_HEADLINE,
  VR_PAGE_FACE_ARTICLE_SUBHEAD,
  VR_PAGE_FACE_ARTICLE_SMALL,
  VR_PAGE_FACE_ARTICLE_FURNITURE,
  VR_PAGE_FACE_TITLE,
  VR_PAGE_FACE_HEADING,
  VR_PAGE_FACE_PLAIN,
  VR_PAGE_FACE_DIM,
  VR_PAGE_FACE_CRITICAL,
  VR_N_PAGE_FACES,
} VrPageFace;

/** VrPageText: built by appending, then laid out, then drawn line by line. */
typedef struct _VrPageText VrPageText;

VrPageText *vr_page_text_new (VrPageFace face) G_GNUC_WARN_UNUSED_RESULT;
void vr_page_text_free (VrPageText *self);

/**
 * vr_page_text_append:
 * @text: valid UTF-8 of any origin
 *
 * What steers is shown as vr_report_append_shown() has it; U+2029 ends the paragraph behind a
 * pilcrow.
 */
void vr_page_text_append (VrPageText *self, VrPageMark mark, const char *text, gsize n_bytes);

/** vr_page_text_append_plain: the same for words of ours, in which isolates (U+2068, U+2069) turn.
 */
void vr_page_text_append_plain (VrPageText *self, const char *text);

/** vr_page_text_append_lines: the same for one paragraph a line. */
void vr_page_text_append_lines (VrPageText *self, const char *text);

/** vr_page_text_end_paragraph: what follows starts on a line of its own, in its own direction. */
void vr_page_text_end_paragraph (VrPageText *self);

/** vr_page_text_part: a thin space, unless there is room already: between a removed word and the
 * one that came in its place. */
void vr_page_text_part (VrPageText *self);

/** vr_page_text_is_empty: whether nothing was appended. */
gboolean vr_page_text_is_empty (const VrPageText *self);

/**
 * vr_page_text_lay_out:
 * @context: without resolution of its own: 72 dots an inch
 * @language: (nullable): of the words, as in BCP 47
 * @width: of the lines, in points
 *
 * Returns: %FALSE when @cancellable was cancelled; then the text has only some lines
 */
gboolean vr_page_text_lay_out (VrPageText *self, PangoContext *context, const char *language,
                               double width, GCancellable *cancellable);

guint vr_page_text_get_n_lines (const VrPageText *self);

/** vr_page_text_get_height: of line @line, with what parts it from the next one; in points. */
double vr_page_text_get_height (const VrPageText *self, guint line);

/** vr_page_text_draw_line: draws line @line, with its marks, from @y downwards. */
void vr_page_text_draw_line (VrPageText *self, guint line, cairo_t *cr, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrPageText, vr_page_text_free)

G_END_DECLS
