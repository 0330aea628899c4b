/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help: topics on one side, what they say on the other; one after the other where narrow. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VR_TYPE_HELP_WINDOW (vr_help_window_get_type ())
G_DECLARE_FINAL_TYPE (VrHelpWindow, vr_help_window, VR, HELP_WINDOW, AdwWindow)

/** vr_help_window_new: @application tells the keys of actions; the window belongs to GTK. */
GtkWindow *vr_help_window_new (GtkApplication *application);

G_END_DECLS
