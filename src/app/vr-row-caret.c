/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where bytes of a row's text stand on the screen, and back: caret, lines, selected words. */
#include "vr-row-caret.h"

/* A line of a layout. */
typedef struct
{
  PangoLayoutLine *line; /* borrowed from the layout */
  double top;
  double bottom;
} Line;

/* The layout of a column and where it stands. */
typedef struct
{
  PangoLayout *layout;
  int x;
  int y;
} Place;

static gboolean
find_place (const VrRowContent *content, VrRowView view, Place *place)
{
  place->layout = vr_row_content_peek_layout (content, view, &place->x, &place->y);

  return place->layout != NULL;
}

static Line
get_line (PangoLayout *layout, int number)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  Line line = { NULL };
  int top, bottom;

  for (int i = 0; i < number; i++)
    if (!pango_layout_iter_next_line (iter))
      break;
  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  line.line = pango_layout_iter_get_line_readonly (iter);
  line.top = pango_units_to_double (top);
  line.bottom = pango_units_to_double (bottom);
  pango_layout_iter_free (iter);

  return line;
}

static int
find_line_number (PangoLayout *layout, guint32 byte)
{
  int number;

  pango_layout_index_to_line_x (layout, (int)byte, FALSE, &number, NULL);

  return number;
}

static int
line_end (const PangoLayoutLine *line)
{
  return line->start_index + line->length;
}

/* Whether the text goes on behind the line's end without anything that parts them. */
static gboolean
is_wrapped (PangoLayout *layout, int number)
{
  if (number + 1 >= pango_layout_get_line_count (layout))
    return FALSE;

  return pango_layout_get_line_readonly (layout, number + 1)->start_index
         == line_end (pango_layout_get_line_readonly (layout, number));
}

/* The last place in a wrapped line that is not drawn in the next one. */
static int
last_in_line (PangoLayout *layout, int number)
{
  const char *text = pango_layout_get_text (layout);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, number);
  const PangoLogAttr *attributes;
  int n_attributes;
  int end = line_end (line);
  int index;

  if (!is_wrapped (layout, number))
    return end;
  attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  index = (int)g_utf8_pointer_to_offset (text, text + end) - 1;
  while (index > 0 && !attributes[index].is_cursor_position)
    index--;

  return MAX ((int)(g_utf8_offset_to_pointer (text, index) - text), line->start_index);
}

static guint32
byte_behind (PangoLayout *layout, int index, int trailing)
{
  const char *text = pango_layout_get_text (layout);

  return (guint32)(g_utf8_offset_to_pointer (text + index, trailing) - text);
}

/* The bytes nearest to a point of the layout, which is given in pixels. */
static gboolean
locate (PangoLayout *layout, double x, double y, guint32 *byte, guint32 *character)
{
  const char *text = pango_layout_get_text (layout);
  int index, trailing;
  gboolean is_inside = pango_layout_xy_to_index (layout, pango_units_from_double (x),
                                                 pango_units_from_double (y), &index, &trailing);
  int number = find_line_number (layout, (guint32)index);

  *character = (guint32)index;
  *byte = byte_behind (layout, index, trailing);
  if ((int)*byte >= line_end (pango_layout_get_line_readonly (layout, number)))
    *byte = (guint32)last_in_line (layout, number);
  while (vr_row_text_is_between (text, *byte))
    --*byte;

  return is_inside;
}

gboolean
vr_row_caret_locate_in (const VrRowContent *content, VrRowView view, double x, double y,
                        VrRowHit *hit)
{
  Place place;
  int height;

  if (!find_place (content, view, &place))
    return FALSE;
  pango_layout_get_pixel_size (place.layout, NULL, &height);
  hit->view = view;
  hit->is_over = locate (place.layout, x - place.x, CLAMP (y - place.y, 0, height - 1), &hit->byte,
                         &hit->character);
  hit->is_over = hit->is_over && y >= place.y && y < place.y + height;

  return TRUE;
}

gboolean
vr_row_caret_locate (const VrRowContent *content, double x, double y, VrRowHit *hit)
{
  const VrRowGeometry *geometry = vr_row_content_peek_geometry (content);
  double gutter = geometry->gutter_x + geometry->gutter_width / 2.0;
  gboolean is_old_first = geometry->text_x[VR_SIDE_OLD] < geometry->text_x[VR_SIDE_NEW];
  VrRowView view = (x < gutter) == is_old_first ? VR_ROW_VIEW_OLD : VR_ROW_VIEW_NEW;

  return vr_row_caret_locate_in (content, geometry->is_inline ? VR_ROW_VIEW_INLINE : view, x, y,
                                 hit);
}

gboolean
vr_row_caret_get_area (const VrRowContent *content, VrRowView view, guint32 byte,
                       GdkRectangle *area)
{
  PangoRectangle strong;
  Place place;

  if (!find_place (content, view, &place))
    return FALSE;
  pango_layout_get_cursor_pos (place.layout, (int)byte, &strong, NULL);
  area->x = place.x + PANGO_PIXELS (strong.x);
  area->y = place.y + PANGO_PIXELS_FLOOR (strong.y);
  area->width = 0;
  area->height = PANGO_PIXELS_CEIL (strong.height);

  return TRUE;
}

static guint32
locate_in_line (const Place *place, const Line *line, double goal_x)
{
  guint32 byte, character;

  locate (place->layout, goal_x - place->x, (line->top + line->bottom) / 2, &byte, &character);

  return byte;
}

gboolean
vr_row_caret_move_line (const VrRowContent *content, VrRowView view, guint32 *byte, int direction,
                        double goal_x)
{
  Place place;
  const char *text;
  int n_lines;

  if (!find_place (content, view, &place))
    return FALSE;
  text = pango_layout_get_text (place.layout);
  n_lines = pango_layout_get_line_count (place.layout);
  for (int i = find_line_number (place.layout, *byte) + direction; i >= 0 && i < n_lines;
       i += direction)
    {
      Line line = get_line (place.layout, i);

      /* Between two paragraphs of a row is an empty line, and nobody stands there. */
      if (vr_row_text_is_between (text, (guint32)line.line->start_index))
        continue;
      *byte = locate_in_line (&place, &line, goal_x);
      return TRUE;
    }

  return FALSE;
}

guint32
vr_row_caret_enter (const VrRowContent *content, VrRowView view, int direction, double goal_x)
{
  Place place;
  Line line;

  if (!find_place (content, view, &place))
    return 0;
  line =
      get_line (place.layout, direction > 0 ? 0 : pango_layout_get_line_count (place.layout) - 1);

  return locate_in_line (&place, &line, goal_x);
}

VrSpan
vr_row_caret_find_line (const VrRowContent *content, VrRowView view, guint32 byte)
{
  Place place;
  int number;

  if (!find_place (content, view, &place))
    return (VrSpan){ byte, byte };
  number = find_line_number (place.layout, byte);

  return (VrSpan){ (guint32)pango_layout_get_line_readonly (place.layout, number)->start_index,
                   (guint32)last_in_line (place.layout, number) };
}

int
vr_row_caret_move_visually (const VrRowContent *content, VrRowView view, guint32 *byte,
                            int direction)
{
  Place place;
  int index = (int)*byte;
  int trailing;

  if (!find_place (content, view, &place))
    return direction;
  do
    {
      pango_layout_move_cursor_visually (place.layout, TRUE, index, 0, direction, &index,
                                         &trailing);
      if (index < 0)
        return -1;
      if (index == G_MAXINT)
        return 1;
      index = (int)byte_behind (place.layout, index, trailing);
    }
  while (vr_row_text_is_between (pango_layout_get_text (place.layout), (guint32)index));
  *byte = (guint32)index;

  return 0;
}

gboolean
vr_row_caret_is_rtl (const VrRowContent *content, VrRowView view, guint32 byte)
{
  Place place;

  return find_place (content, view, &place)
         && pango_layout_get_direction (place.layout, (int)byte) == PANGO_DIRECTION_RTL;
}

static void
append_line (const Place *place, const Line *line, VrSpan span, const GdkRGBA *color,
             GtkSnapshot *snapshot)
{
  int from = MAX ((int)span.from, line->line->start_index);
  int to = MIN ((int)span.to, line_end (line->line));
  g_autofree int *ranges = NULL;
  double top = round (place->y + line->top);
  double bottom = round (place->y + line->bottom);
  int n_ranges;

  if (from >= to)
    return;

  pango_layout_line_get_x_ranges (line->line, from, to, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      double left = place->x + pango_units_to_double (ranges[2 * i]);
      double right = place->x + pango_units_to_double (ranges[2 * i + 1]);

      gtk_snapshot_append_color (snapshot, color,
                                 &GRAPHENE_RECT_INIT (left, top, right - left, bottom - top));
    }
}

void
vr_row_caret_snapshot_span (const VrRowContent *content, VrRowView view, VrSpan span,
                            const GdkRGBA *color, GtkSnapshot *snapshot)
{
  PangoLayoutIter *iter;
  Place place;

  if (!find_place (content, view, &place))
    return;
  iter = pango_layout_get_iter (place.layout);
  do
    {
      Line line = { .line = pango_layout_iter_get_line_readonly (iter) };
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.top = pango_units_to_double (top);
      line.bottom = pango_units_to_double (bottom);
      append_line (&place, &line, span, color, snapshot);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
vr_row_caret_snapshot (const VrRowContent *content, VrRowView view, guint32 byte, GtkWidget *widget,
                       GtkSnapshot *snapshot)
{
  PangoDirection direction = PANGO_DIRECTION_LTR;
  Place place;

  if (!find_place (content, view, &place))
    return;
  if (vr_row_caret_is_rtl (content, view, byte))
    direction = PANGO_DIRECTION_RTL;
  gtk_snapshot_render_insertion_cursor (snapshot, gtk_widget_get_style_context (widget), place.x,
                                        place.y, place.layout, (int)byte, direction);
}
