/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip in which a reader says what to find, and steps through it. */
#pragma once

#include "vr-finder.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrFindBar:
 *
 * Property "open": whether it is shown.  What was typed stays when it closes.
 *
 * Signal "query-changed": what is typed is another text.
 * Its buttons and keys activate "win.find-next" and "win.find-previous".
 */
#define VR_TYPE_FIND_BAR (vr_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (VrFindBar, vr_find_bar, VR, FIND_BAR, GtkWidget)

gboolean vr_find_bar_get_open (VrFindBar *self);
/** vr_find_bar_set_open: opened, the entry gets the keyboard with all of its text selected. */
void vr_find_bar_set_open (VrFindBar *self, gboolean is_open);

/** vr_find_bar_set_query: as if it were typed. */
void vr_find_bar_set_query (VrFindBar *self, const char *query);
/** vr_find_bar_get_query: borrowed. */
const char *vr_find_bar_get_query (VrFindBar *self);

/** vr_find_bar_show: says how many matches there are and which one is current. */
void vr_find_bar_show (VrFindBar *self, VrFinder *finder);

G_END_DECLS
