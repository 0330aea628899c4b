/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often a frame may be laid out anew for what one layout tells of the next. */
#include "vr-rounds.h"

/* GDK's four but for those that GTK itself asks for, as a list does for its rows. */
#define MAX_ROUNDS 2

static gboolean
go_on_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  gtk_widget_queue_allocate (widget);

  return G_SOURCE_REMOVE;
}

gboolean
vr_rounds_may_change (VrRounds *self, GdkFrameClock *clock, GtkWidget *widget)
{
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  if (self->frame != frame)
    {
      self->frame = frame;
      self->n = 0;
    }
  self->n++;
  if (self->n == MAX_ROUNDS + 1)
    gtk_widget_add_tick_callback (widget, go_on_cb, NULL, NULL);

  return self->n <= MAX_ROUNDS;
}
