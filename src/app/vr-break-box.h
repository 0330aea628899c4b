/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two widgets on a line, which breaks between them where it may and has to. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VR_TYPE_BREAK_BOX (vr_break_box_get_type ())

/**
 * VrBreakBox:
 *
 * The first of its children has the width it likes, the second the rest; on two lines each has one
 * to itself.  While the property “breaks” is false it asks for room for both beside each other.
 */
G_DECLARE_FINAL_TYPE (VrBreakBox, vr_break_box, VR, BREAK_BOX, GtkWidget)

G_END_DECLS
