/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget that a list view puts around each of its rows. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * vr_list_row_say:
 * @child: what a factory made for a row
 * @words: what a screen reader says of it
 *
 * The list's own widget is what has the keyboard, so that one has to be able to say it.  Nothing
 * where @child is in no list.
 */
void vr_list_row_say (GtkWidget *child, const char *words);

G_END_DECLS
