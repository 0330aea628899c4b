/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of a row as Pango lays it out, and its marked words drawn around it. */
#pragma once

#include "vr-palette.h"
#include "vr-row-text.h"

G_BEGIN_DECLS

/**
 * vr_row_layout_new:
 * @context: of the list, so that all rows measure alike
 * @language: (nullable): of the text, for its font and line breaks
 *
 * Returns: (transfer full): an empty layout that wraps, with the space between lines of prose
 */
PangoLayout *vr_row_layout_new (PangoContext *context,
                                const char *language) G_GNUC_WARN_UNUSED_RESULT;

/** vr_row_layout_new_note: for what is said about a row: smaller, set as labels are. */
PangoLayout *vr_row_layout_new_note (PangoContext *context) G_GNUC_WARN_UNUSED_RESULT;

/** vr_row_layout_new_sign: the sign of a kind. */
PangoLayout *vr_row_layout_new_sign (PangoContext *context,
                                     const char *sign) G_GNUC_WARN_UNUSED_RESULT;

/** vr_row_layout_set_text: @width is in pixels. */
void vr_row_layout_set_text (PangoLayout *layout, const char *text, gsize n_bytes, int width);

/** vr_row_layout_set_excerpt: the first @n_lines lines of a text, an ellipsis behind. */
void vr_row_layout_set_excerpt (PangoLayout *layout, const char *text, int width, int n_lines);

/**
 * vr_row_layout_snapshot:
 * @marks: (nullable) (element-type VrMark): of the layout's text
 * @x, @y: where the layout stands
 */
void vr_row_layout_snapshot (PangoLayout *layout, const GArray *marks, const VrPalette *palette,
                             const GdkRGBA *color, GtkSnapshot *snapshot, int x, int y);

G_END_DECLS
