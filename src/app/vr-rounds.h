/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often a frame may be laid out anew for what one layout tells of the next. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrRounds: what a widget that watches the clock's "layout" knows of the frame at hand; zeros at
 * first.
 */
typedef struct
{
  gint64 frame;
  guint n;
} VrRounds;

/**
 * vr_rounds_may_change:
 *
 * To be asked once in each "layout" of @clock before anything is changed that needs another one.
 * GDK lays a frame out four times at most; where several widgets make room for each other the rest
 * of it comes in the next frame, for which @widget is given its place once more.
 *
 * Returns: whether it may be done in this frame
 */
gboolean vr_rounds_may_change (VrRounds *self, GdkFrameClock *clock, GtkWidget *widget);

G_END_DECLS
