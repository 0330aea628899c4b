/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the columns of a row stand at a width: shared by the rows, the headings and the heights. */
#include "vr-row-geometry.h"

#define WIDE_EDGE_PX 28
#define WIDE_GUTTER_PX 64
#define INLINE_EDGE_PX 20
#define INLINE_GUTTER_PX 40
#define LEAST_TEXT_PX 40

static void
mirror (VrRowGeometry *geometry, int width)
{
  geometry->gutter_x = width - geometry->gutter_x - geometry->gutter_width;
  for (guint side = 0; side < VR_N_SIDES; side++)
    geometry->text_x[side] = width - geometry->text_x[side] - geometry->text_width;
}

VrRowGeometry
vr_row_geometry_at (int width, int measure, gboolean is_rtl)
{
  VrRowGeometry geometry = { .is_inline = width < VR_ROW_INLINE_BELOW_PX };
  int edge = geometry.is_inline ? INLINE_EDGE_PX : WIDE_EDGE_PX;
  int n_columns = geometry.is_inline ? 1 : 2;
  int start;

  geometry.gutter_width = geometry.is_inline ? INLINE_GUTTER_PX : WIDE_GUTTER_PX;
  geometry.text_width =
      (width - (geometry.is_inline ? edge : 2 * edge) - geometry.gutter_width) / n_columns;
  geometry.text_width = CLAMP (geometry.text_width, LEAST_TEXT_PX, MAX (measure, LEAST_TEXT_PX));
  if (geometry.is_inline)
    {
      geometry.text_x[VR_SIDE_OLD] = geometry.text_x[VR_SIDE_NEW] = geometry.gutter_width;
    }
  else
    {
      start = (width - 2 * geometry.text_width - geometry.gutter_width) / 2;
      geometry.text_x[VR_SIDE_OLD] = start;
      geometry.gutter_x = start + geometry.text_width;
      geometry.text_x[VR_SIDE_NEW] = geometry.gutter_x + geometry.gutter_width;
    }
  if (is_rtl)
    mirror (&geometry, width);

  return geometry;
}
