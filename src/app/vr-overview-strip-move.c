/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a paragraph that the pointer is on moved, as a line across the strip. */
#include "vr-overview-strip-private.h"

#define LINE_PX 1.5

/* Where the move that stands at @y begins and ends. */
static void
point_at (VrOverviewStrip *self, double y)
{
  VrPairPlan *plan = vr_row_heights_get_plan (self->heights);
  gboolean is_inside = plan != NULL && !self->is_dirty && y >= VR_OVERVIEW_EDGE_PX
                       && y < VR_OVERVIEW_EDGE_PX + (double)self->total_px * self->scale;
  double fraction;
  guint position = is_inside ? vr_overview_strip_find_at (self, y, &fraction) : VR_PAIR_NONE;
  guint partner =
      position != VR_PAIR_NONE ? vr_pair_plan_find_partner (plan, position) : VR_PAIR_NONE;

  if (partner == VR_PAIR_NONE)
    position = VR_PAIR_NONE;
  if (self->pointed == position)
    return;
  self->pointed = position;
  self->pointed_partner = partner;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, VrOverviewStrip *self)
{
  if (self->heights != NULL)
    point_at (self, y);
}

static void
leave_cb (GtkEventControllerMotion *controller, VrOverviewStrip *self)
{
  if (self->heights != NULL)
    point_at (self, -1);
}

void
vr_overview_strip_watch_pointer (VrOverviewStrip *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->pointed = self->pointed_partner = VR_PAIR_NONE;
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static double
get_middle (VrOverviewStrip *self, guint position)
{
  gint64 top = vr_row_heights_sum (self->heights, 0, position);
  gint64 height = vr_row_heights_sum (self->heights, position, position + 1);

  return VR_OVERVIEW_EDGE_PX + ((double)top + height / 2.0) * self->scale;
}

/* A thin line between the place a paragraph left and the one it stands at now, from the middle of
 * the one column to the middle of the other. */
void
vr_overview_strip_append_move (VrOverviewStrip *self, GtkSnapshot *snapshot)
{
  VrPairPlan *plan = vr_row_heights_get_plan (self->heights);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double reach =
      ((self->is_thin ? VR_OVERVIEW_THIN_COLUMN_PX : VR_OVERVIEW_WIDE_COLUMN_PX) + 1) / 2.0;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint from = self->pointed;
  guint to = self->pointed_partner;
  cairo_t *cr;

  if (from >= vr_pair_plan_get_n (plan) || to >= vr_pair_plan_get_n (plan))
    return;
  if (!vr_pair_plan_is_reference (plan, from))
    {
      from = self->pointed_partner;
      to = self->pointed;
    }
  if (is_rtl)
    reach = -reach;
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, width, gtk_widget_get_height (GTK_WIDGET (self))));
  gdk_cairo_set_source_rgba (cr, &self->palette->kinds[VR_ROW_MOVED]);
  cairo_set_line_width (cr, LINE_PX);
  cairo_move_to (cr, width / 2.0 - reach, get_middle (self, from));
  cairo_line_to (cr, width / 2.0 + reach, get_middle (self, to));
  cairo_stroke (cr);
  cairo_destroy (cr);
}
