/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds a list that Tab enters and leaves as one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrTabStop:
 *
 * A list view's own Tab goes from row to row; with this around its scrolled window the arrows do,
 * and Tab goes on behind the list.
 *
 * Property "child": what it holds.
 */
#define VR_TYPE_TAB_STOP (vr_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (VrTabStop, vr_tab_stop, VR, TAB_STOP, GtkWidget)

G_END_DECLS
