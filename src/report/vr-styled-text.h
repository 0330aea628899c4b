/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph for a terminal: runs of styles, wrapped into lines of cells. */
#pragma once

#include "vr-output.h"
#include "vr-span.h"

G_BEGIN_DECLS

/** VrStyle: what a run of text means; how it looks is decided when it is written. */
typedef enum
{
  VR_STYLE_PLAIN,
  VR_STYLE_DELETE,  /* removed words: [-...-] without colour */
  VR_STYLE_INSERT,  /* added words: {+...+} without colour */
  VR_STYLE_REMOVED, /* a paragraph that is gone as a whole */
  VR_STYLE_ADDED,   /* a paragraph that came as a whole */
  VR_STYLE_QUIET,   /* differs without counting */
  VR_STYLE_NOTE,    /* our words, not the article's */
  VR_STYLE_TITLE,
  VR_STYLE_MOVED,
  VR_STYLE_EDITED,
  VR_STYLE_CRITICAL, /* what a critical change is, in words */
  VR_N_STYLES,
} VrStyle;

/** VrStyledText: one paragraph, to be cleared and used again. */
typedef struct _VrStyledText VrStyledText;

/** VrStyledLine: bytes of the styled text in one line, and the cells they take. */
typedef struct
{
  guint32 from;
  guint32 to;
  guint32 cells;
} VrStyledLine;

/** vr_styled_text_new: with @colour, marks are left to colours. */
VrStyledText *vr_styled_text_new (gboolean colour) G_GNUC_WARN_UNUSED_RESULT;
void vr_styled_text_free (VrStyledText *self);
void vr_styled_text_clear (VrStyledText *self);

/**
 * vr_styled_text_append:
 * @text: valid UTF-8 of any origin
 *
 * Control characters and those that turn the reading direction of what follows are shown as
 * escapes, so nothing in an article can steer the terminal; U+2029 ends the line behind a pilcrow.
 */
void vr_styled_text_append (VrStyledText *self, VrStyle style, const char *text, gsize n_bytes);

/** vr_styled_text_end_line: what follows starts on a line of its own. */
void vr_styled_text_end_line (VrStyledText *self);

/**
 * vr_styled_text_wrap:
 * @width: cells; a character that is wider stands alone
 * @language: see vr_cells_find_breaks()
 * @n_lines: (out): at least 1
 *
 * Returns: the lines; borrowed until the next call
 */
const VrStyledLine *vr_styled_text_wrap (VrStyledText *self, guint width, const char *language,
                                         guint *n_lines);

/** vr_styled_text_has_right_to_left: whether any letter of @line is written right to left. */
gboolean vr_styled_text_has_right_to_left (const VrStyledText *self, const VrStyledLine *line);

/** vr_styled_text_write_line: writes @line and leaves the output in the plain style. */
void vr_styled_text_write_line (const VrStyledText *self, const VrStyledLine *line,
                                VrOutput *output);

/** vr_style_write: a short text of ours in @style; with @colour. */
void vr_style_write (VrOutput *output, gboolean colour, VrStyle style, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrStyledText, vr_styled_text_free)

G_END_DECLS
