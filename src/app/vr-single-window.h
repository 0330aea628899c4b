/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Windows beside the main ones, of which one of a kind is enough. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * vr_single_window_find:
 *
 * Returns: (nullable): the application's window of @type, borrowed; of several the one used last
 */
GtkWindow *vr_single_window_find (GtkApplication *application, GType type);

/** vr_single_window_present: shows @window above the one in use, and belongs to the application. */
void vr_single_window_present (GtkApplication *application, GtkWindow *window);

G_END_DECLS
