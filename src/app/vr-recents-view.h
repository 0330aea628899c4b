/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparisons shown lately as cards, with a button that forgets them all. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrRecentsView:
 *
 * Not visible while there is nothing to show.  Arrow keys go from card to card, Delete forgets
 * one.  What is chosen goes to the actions "win.open-recent" and "win.remove-recent" (s: the key)
 * and "win.clear-recents".
 */
#define VR_TYPE_RECENTS_VIEW (vr_recents_view_get_type ())
G_DECLARE_FINAL_TYPE (VrRecentsView, vr_recents_view, VR, RECENTS_VIEW, GtkWidget)

/**
 * vr_recents_view_set_recents:
 * @recents: VrRecent, in the order in which they shall stand
 */
void vr_recents_view_set_recents (VrRecentsView *self, const GPtrArray *recents);

G_END_DECLS
