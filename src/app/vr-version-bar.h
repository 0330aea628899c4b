/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Under the header, while versions are compared: which they are, and the way to others. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** VrVersionBar: its buttons are the actions "win.previous-version", "win.play-versions" and
 * "win.next-version". */
#define VR_TYPE_VERSION_BAR (vr_version_bar_get_type ())
G_DECLARE_FINAL_TYPE (VrVersionBar, vr_version_bar, VR, VERSION_BAR, GtkWidget)

/** vr_version_bar_set_place: @words: which versions are compared; "" while that is being read. */
void vr_version_bar_set_place (VrVersionBar *self, const char *words);

/** vr_version_bar_is_play: whether @widget, (nullable), belongs to the button that plays. */
gboolean vr_version_bar_is_play (VrVersionBar *self, GtkWidget *widget);

G_END_DECLS
