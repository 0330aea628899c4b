/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the library: a variant, under its story where that begins. */
#pragma once

#include "vr-library-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** vr_library_row_new: Returns: (transfer floating): a row of a list view. */
GtkWidget *vr_library_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_library_row_set_item: what @row, from vr_library_row_new(), shows and says from now on. */
void vr_library_row_set_item (GtkWidget *row, VrLibraryItem *item);

/** vr_library_row_get_name: of the variant that it shows; %NULL before it shows one. */
const char *vr_library_row_get_name (GtkWidget *row);

G_END_DECLS
