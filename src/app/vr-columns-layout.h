/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays children out side by side where there is room, below each other where there is not. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrColumnsLayout:
 *
 * All columns are equally wide; children of one line are equally high, and share what height there
 * is to spare.
 *
 * Property "column-width": pixels; no column gets narrower while there is more than one.
 * Property "max-columns": at most so many stand side by side.
 * Property "spacing": pixels between columns and between lines.
 */
#define VR_TYPE_COLUMNS_LAYOUT (vr_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (VrColumnsLayout, vr_columns_layout, VR, COLUMNS_LAYOUT, GtkLayoutManager)

G_END_DECLS
