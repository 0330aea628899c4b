/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compare page as its reader wants it set: size, font, lines, and the wheel that changes them.
 */
#include "vr-compare-page-private.h"

#include "vr-reading-css.h"

/* The rows and headings are of other widths and heights now, though not of another font. */
static void
lay_out_again (VrComparePage *self)
{
  vr_compare_page_refresh_rows (self, TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self->headings));
  vr_overview_strip_refresh (self->overview);
}

/* The selected row stays where it is where it is seen, else the one at the top. */
static void
stay (VrComparePage *self)
{
  VrWanted wanted;

  vr_compare_page_note_place (self, self->plan, vr_compare_page_get_selected (self), &wanted);
  vr_compare_page_want (self, &wanted);
}

void
vr_compare_page_set_style (VrComparePage *self, const VrReadingStyle *style)
{
  g_return_if_fail (VR_IS_COMPARE_PAGE (self));

  if (self->plan != NULL && self->has_rows && self->wanted.position == VR_PAIR_NONE)
    stay (self);
  vr_reading_css_load (&self->reading_css, GTK_WIDGET (self->list_view), style);
  vr_row_heights_set_style (self->heights, style);
  lay_out_again (self);
}

/* A wheel's click is a step; a touchpad's way adds up to one. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, VrComparePage *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double before = self->zoom_way;

  if (!(state & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  self->zoom_way = before * dy < 0 ? dy : before + dy;
  if (fabs (self->zoom_way) >= 1)
    {
      gtk_widget_activate_action (
          GTK_WIDGET (self), self->zoom_way < 0 ? "win.larger-text" : "win.smaller-text", NULL);
      self->zoom_way = 0;
    }

  return GDK_EVENT_STOP;
}

void
vr_compare_page_add_zoom (VrComparePage *self)
{
  GtkEventController *controller =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), controller);
}

int
vr_compare_page_get_bar_height (VrComparePage *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), 0);

  return gtk_widget_get_height (gtk_widget_get_parent (self->bar));
}
