/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the reader chooses how to read and compare; what is chosen shows at once. */
#pragma once

#include "vr-preferences.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VR_TYPE_PREFERENCES_WINDOW (vr_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (VrPreferencesWindow, vr_preferences_window, VR, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

/** vr_preferences_window_new: belongs to GTK, as windows do. */
GtkWindow *vr_preferences_window_new (VrPreferences *preferences);

G_END_DECLS
