/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found leaves the window: as a file, or on paper. */
#pragma once

#include "vr-window-private.h"

G_BEGIN_DECLS

/** Adds "export", "export-change", "print" and "print-preview". */
void vr_window_add_export_actions (VrWindow *self);
/** Says which of them are enabled. */
void vr_window_update_export_actions (VrWindow *self);

G_END_DECLS
