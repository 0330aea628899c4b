/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What assistive technology calls the buttons in widgets that are not ours. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * vr_button_names_mend:
 * @widget: what holds them, or one of them
 * @otherwise: (nullable): what a button is called that has neither a label nor a tooltip
 *
 * GTK 4.8 names a button with a mnemonic twice, once with the underscore, and one that holds only
 * an image by the image's type.
 */
void vr_button_names_mend (GtkWidget *widget, const char *otherwise);

/**
 * vr_button_names_watch_menu:
 *
 * Names the items of a menu whenever it opens: GTK 4.18 names them by their labels, but lets these
 * say nothing.
 */
void vr_button_names_watch_menu (GtkPopover *menu);

G_END_DECLS
