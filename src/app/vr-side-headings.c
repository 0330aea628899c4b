/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Above the columns: the name of each article and what file it is. */
#include "vr-side-headings.h"

#include "vr-side-heading.h"

#define GAP_PX 12

/* Half of it holds most headlines. */
#define LONG_COLUMN_PX 480

struct _VrSideHeadings
{
  GtkWidget parent_instance;

  VrRowHeights *heights;

  GtkWidget *boxes[VR_N_SIDES];
};

G_DEFINE_FINAL_TYPE (VrSideHeadings, vr_side_headings, GTK_TYPE_WIDGET)

static void
vr_side_headings_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  VrSideHeadings *self = VR_SIDE_HEADINGS (widget);

  *minimum = *natural = 0;
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      int least, best;

      gtk_widget_measure (self->boxes[side], orientation, -1, &least, &best, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        *minimum = *natural = MAX (*natural, best);
      else
        *minimum += least;
    }
  *natural = MAX (*natural, *minimum);
}

static int
natural_width (VrSideHeadings *self, VrSide side)
{
  int natural;

  gtk_widget_measure (self->boxes[side], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL,
                      NULL);

  return natural;
}

/* Above one column each has half of it where that is enough; else the old one gives up what it does
 * not need, and the new one has the room beside the column as well. */
static int
share_column (VrSideHeadings *self, int column, int room)
{
  int half = (column - GAP_PX) / 2;
  int old_width = natural_width (self, VR_SIDE_OLD);
  int new_width = natural_width (self, VR_SIDE_NEW);

  if (old_width <= half && new_width <= room - half)
    return half;

  return CLAMP (room - new_width, MIN (old_width, room / 2), MAX (old_width, room / 2));
}

/* As from left to right.  Above a short column the two have the room beside it at both ends. */
static void
place_above_column (VrSideHeadings *self, const VrRowGeometry *geometry, int width,
                    GtkAllocation *places)
{
  gboolean is_long = geometry->text_width >= LONG_COLUMN_PX;
  int start = is_long ? geometry->text_x[VR_SIDE_OLD] : geometry->gutter_x + GAP_PX;
  int column = is_long ? geometry->text_width : width - geometry->gutter_x - GAP_PX - start;
  int room = MAX (column, width - GAP_PX - start) - GAP_PX;
  int share = share_column (self, column, room);

  places[VR_SIDE_OLD] = (GtkAllocation){ .x = start, .width = share };
  places[VR_SIDE_NEW] = (GtkAllocation){ .x = start + share + GAP_PX, .width = room - share };
}

static void
vr_side_headings_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VrSideHeadings *self = VR_SIDE_HEADINGS (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  VrRowGeometry geometry = vr_row_heights_get_geometry (self->heights, width);
  GtkAllocation places[VR_N_SIDES];

  for (guint side = 0; side < VR_N_SIDES; side++)
    places[side] = (GtkAllocation){ .x = geometry.text_x[side], .width = geometry.text_width };
  if (geometry.is_inline)
    {
      if (is_rtl)
        vr_row_geometry_mirror (&geometry, width);
      place_above_column (self, &geometry, width, places);
    }
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      if (geometry.is_inline && is_rtl)
        places[side].x = width - places[side].x - places[side].width;
      places[side].height = height;
      gtk_widget_size_allocate (self->boxes[side], &places[side], -1);
    }
}

static void
vr_side_headings_dispose (GObject *object)
{
  VrSideHeadings *self = VR_SIDE_HEADINGS (object);

  g_clear_object (&self->heights);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_clear_pointer (&self->boxes[side], gtk_widget_unparent);

  G_OBJECT_CLASS (vr_side_headings_parent_class)->dispose (object);
}

static void
vr_side_headings_class_init (VrSideHeadingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_side_headings_dispose;
  widget_class->measure = vr_side_headings_measure;
  widget_class->size_allocate = vr_side_headings_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "sideheadings");
}

static void
vr_side_headings_init (VrSideHeadings *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      self->boxes[side] = vr_side_heading_new (side);
      gtk_widget_set_parent (self->boxes[side], GTK_WIDGET (self));
    }
}

void
vr_side_headings_set_heights (VrSideHeadings *self, VrRowHeights *heights)
{
  g_return_if_fail (VR_IS_SIDE_HEADINGS (self));

  g_set_object (&self->heights, heights);
}

void
vr_side_headings_set_comparison (VrSideHeadings *self, VrComparison *comparison)
{
  g_return_if_fail (VR_IS_SIDE_HEADINGS (self));

  for (guint side = 0; side < VR_N_SIDES; side++)
    vr_side_heading_set_comparison (VR_SIDE_HEADING (self->boxes[side]), comparison);
}

void
vr_side_headings_set_narrow (VrSideHeadings *self, gboolean is_narrow)
{
  g_return_if_fail (VR_IS_SIDE_HEADINGS (self));

  for (guint side = 0; side < VR_N_SIDES; side++)
    vr_side_heading_set_narrow (VR_SIDE_HEADING (self->boxes[side]), is_narrow);
}
