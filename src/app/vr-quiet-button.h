/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that counts quiet differences, and asks how much of them shall be seen. */
#pragma once

#include "vr-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrQuietButton:
 *
 * Visible where there are quiet differences.  Its popover has a row for each class that compares
 * equal in the comparison, whose buttons activate "win.quiet-typographic", "win.quiet-space" and so
 * on.
 *
 * Property "narrow": whether there is room for the count only.
 */
#define VR_TYPE_QUIET_BUTTON (vr_quiet_button_get_type ())
G_DECLARE_FINAL_TYPE (VrQuietButton, vr_quiet_button, VR, QUIET_BUTTON, GtkWidget)

/** vr_quiet_button_set_comparison: kept by reference. */
void vr_quiet_button_set_comparison (VrQuietButton *self, VrComparison *comparison);

G_END_DECLS
