/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the columns of a row stand at a width: shared by the rows, the headings and the heights. */
#include "vr-row-geometry.h"

/* Between the window's edge and the text, and between the two texts. */
#define WIDE_EDGE_PX 28
#define WIDE_GUTTER_PX 64

/* In one column the sign stands before the text, clear of a paragraph's tint. */
#define INLINE_EDGE_PX 20
#define INLINE_GUTTER_PX 32

#define LEAST_TEXT_PX 40

static void
mirror (VrRowGeometry *geometry, int width)
{
  geometry->gutter_x = width - geometry->gutter_x - geometry->gutter_width;
  for (guint side = 0; side < VR_N_SIDES; side++)
    geometry->text_x[side] = width - geometry->text_x[side] - geometry->text_width;
}

static VrRowGeometry
one_column (int width, int measure)
{
  int text_x = INLINE_GUTTER_PX + VR_ROW_MARGIN_PX;
  int text_width = CLAMP (width - text_x - INLINE_EDGE_PX, LEAST_TEXT_PX, measure);
  int start = MAX (width - text_x - text_width - INLINE_EDGE_PX, 0) / 2;

  return (VrRowGeometry){ .is_inline = TRUE,
                          .gutter_x = start,
                          .gutter_width = INLINE_GUTTER_PX,
                          .text_x = { start + text_x, start + text_x },
                          .text_width = text_width };
}

static VrRowGeometry
two_columns (int width, int measure)
{
  int room = (width - 2 * WIDE_EDGE_PX - WIDE_GUTTER_PX) / VR_N_SIDES;
  int text_width = CLAMP (room, LEAST_TEXT_PX, measure);
  int start = (width - 2 * text_width - WIDE_GUTTER_PX) / 2;
  int gutter_x = start + text_width;

  return (VrRowGeometry){ .gutter_x = gutter_x,
                          .gutter_width = WIDE_GUTTER_PX,
                          .text_x = { start, gutter_x + WIDE_GUTTER_PX },
                          .text_width = text_width };
}

VrRowGeometry
vr_row_geometry_at (int width, int measure, gboolean is_inline, gboolean is_rtl)
{
  int longest = MAX (measure, LEAST_TEXT_PX);
  VrRowGeometry geometry = is_inline || width < VR_ROW_INLINE_BELOW_PX
                               ? one_column (width, longest)
                               : two_columns (width, longest);

  if (is_rtl)
    mirror (&geometry, width);

  return geometry;
}
