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

G_END_DECLS
