/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows, while something is dragged over the window, where it would go. */
#pragma once

#include "vr-span.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** VR_DROP_WHOLE: both sides, as a side of vr_drop_hint_show(). */
#define VR_DROP_WHOLE VR_N_SIDES

/** VrDropHint: lies over what is shown and takes no clicks. */
#define VR_TYPE_DROP_HINT (vr_drop_hint_get_type ())
G_DECLARE_FINAL_TYPE (VrDropHint, vr_drop_hint, VR, DROP_HINT, GtkWidget)

/**
 * vr_drop_hint_show:
 * @side: a VrSide for its half, or %VR_DROP_WHOLE
 * @sentence: what happens to what is dropped there
 */
void vr_drop_hint_show (VrDropHint *self, guint side, const char *sentence);

void vr_drop_hint_hide (VrDropHint *self);

G_END_DECLS
