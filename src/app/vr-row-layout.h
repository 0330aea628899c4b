/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of a row as Pango lays it out, and its marked words drawn around it. */
#pragma once

#include "vr-palette.h"
#include "vr-row-text.h"

G_BEGIN_DECLS

/** vr_row_layout_get_font_px: the size of the font of @context, in pixels. */
double vr_row_layout_get_font_px (PangoContext *context);

/**
 * vr_row_layout_attributes:
 * @language: (nullable): of the text, for its font and line breaks
 * @line_height: by the font's own
 *
 * Returns: (transfer full): prose, with more space between its lines than labels have
 */
PangoAttrList *vr_row_layout_attributes (PangoLanguage *language,
                                         double line_height) G_GNUC_WARN_UNUSED_RESULT;

/** vr_row_layout_note_attributes: Returns: (transfer full): smaller, set as labels are. */
PangoAttrList *vr_row_layout_note_attributes (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_row_layout_new: Returns: (transfer full): an empty layout that wraps. */
PangoLayout *vr_row_layout_new (PangoContext *context,
                                PangoAttrList *attributes) G_GNUC_WARN_UNUSED_RESULT;

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
