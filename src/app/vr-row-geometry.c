/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the columns of a row stand at a width: shared by the rows, the headings and the heights. */
#include "vr-row-geometry.h"

/* Between the window's edge and the text, and around the sign between the two texts. */
#define WIDE_EDGE_PX 28
#define WIDE_SIGN_GAP_PX 20

/* In one column the sign stands before the text, clear of a paragraph's tint. */
#define INLINE_EDGE_PX 20
#define INLINE_SIGN_GAP_PX 4

#define LEAST_TEXT_PX 40

/* A column of about 33 letters; in a shorter one most lines would hold three or four words. */
#define LEAST_COLUMN_EM 15.5

/* The disc of a sign has room for a capital letter with air around it. */
#define SIGN_EM 1.5
#define LEAST_SIGN_PX 24

void
vr_row_geometry_mirror (VrRowGeometry *geometry, int width)
{
  geometry->gutter_x = width - geometry->gutter_x - geometry->gutter_width;
  for (guint side = 0; side < VR_N_SIDES; side++)
    geometry->text_x[side] = width - geometry->text_x[side] - geometry->text_width;
}

static VrRowGeometry
one_column (int width, int measure, int sign)
{
  int gutter = sign + 2 * INLINE_SIGN_GAP_PX;
  int text_x = gutter + VR_ROW_MARGIN_PX;
  int text_width = CLAMP (width - text_x - INLINE_EDGE_PX, LEAST_TEXT_PX, measure);
  int start = MAX (width - text_x - text_width - INLINE_EDGE_PX, 0) / 2;

  return (VrRowGeometry){ .is_inline = TRUE,
                          .gutter_x = start,
                          .gutter_width = gutter,
                          .sign_size = sign,
                          .text_x = { start + text_x, start + text_x },
                          .text_width = text_width };
}

static VrRowGeometry
two_columns (int width, int measure, int sign)
{
  int gutter = sign + 2 * WIDE_SIGN_GAP_PX;
  int room = (width - 2 * WIDE_EDGE_PX - gutter) / VR_N_SIDES;
  int text_width = CLAMP (room, LEAST_TEXT_PX, measure);
  int start = (width - 2 * text_width - gutter) / 2;
  int gutter_x = start + text_width;

  return (VrRowGeometry){ .gutter_x = gutter_x,
                          .gutter_width = gutter,
                          .sign_size = sign,
                          .text_x = { start, gutter_x + gutter },
                          .text_width = text_width };
}

VrRowGeometry
vr_row_geometry_at (int width, int measure, double font_px, gboolean is_inline, gboolean is_rtl)
{
  int longest = MAX (measure, LEAST_TEXT_PX);
  int sign = MAX (LEAST_SIGN_PX, (int)(SIGN_EM * font_px));
  int least = 2 * (WIDE_EDGE_PX + WIDE_SIGN_GAP_PX + (int)(LEAST_COLUMN_EM * font_px)) + sign;
  VrRowGeometry geometry = is_inline || width < MAX (VR_ROW_INLINE_BELOW_PX, least)
                               ? one_column (width, longest, sign)
                               : two_columns (width, longest, sign);

  if (is_rtl)
    vr_row_geometry_mirror (&geometry, width);

  return geometry;
}
