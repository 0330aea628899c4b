/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the columns of a row stand at a width: shared by the rows, the headings and the heights. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/** VR_ROW_INLINE_BELOW_PX: a row narrower than this shows both sides in one column, whatever the
 * font; in a large one so do wider ones. */
#define VR_ROW_INLINE_BELOW_PX 620

/** VR_ROW_PAD_PX: space above and below the text of a row; two of them part two paragraphs. */
#define VR_ROW_PAD_PX 9

/** VR_ROW_MARGIN_PX: how far the tint of a paragraph reaches beyond its text. */
#define VR_ROW_MARGIN_PX 12

/**
 * VrRowGeometry:
 * @is_inline: whether both sides stand in one column
 * @gutter_x, @gutter_width: where the sign stands
 * @sign_size: of the disc around it
 * @text_x: where each side's text begins; the same for both where @is_inline
 * @text_width: of either side
 *
 * All in pixels from the row's left edge, right-to-left already counted in.
 */
typedef struct
{
  gboolean is_inline;
  int gutter_x;
  int gutter_width;
  int sign_size;
  int text_x[VR_N_SIDES];
  int text_width;
} VrRowGeometry;

/**
 * vr_row_geometry_at:
 * @width: of the row
 * @measure: the longest line that is still read with ease, in pixels
 * @font_px: the size of the prose; columns too short for it become one, and signs grow with it
 * @is_inline: whether one column is wanted even where there is room for two
 * @is_rtl: whether the interface runs from right to left; the old side then stands on the right
 */
VrRowGeometry vr_row_geometry_at (int width, int measure, double font_px, gboolean is_inline,
                                  gboolean is_rtl);

/** vr_row_geometry_mirror: turns @geometry, of a row @width wide, round to the other direction. */
void vr_row_geometry_mirror (VrRowGeometry *geometry, int width);

G_END_DECLS
