/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long list that is shown bit by bit. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrListGrower:
 *
 * A list view makes some two hundred rows at once where there are as many items, and the window
 * would stand still for it.  This hands it a few at first, and more whenever there is time.
 */
#define VR_TYPE_LIST_GROWER (vr_list_grower_get_type ())
G_DECLARE_FINAL_TYPE (VrListGrower, vr_list_grower, VR, LIST_GROWER, GObject)

/** vr_list_grower_new: grows at once. */
VrListGrower *vr_list_grower_new (GListModel *model) G_GNUC_WARN_UNUSED_RESULT;

/** vr_list_grower_get_list: what a list view is to show; borrowed. */
GListModel *vr_list_grower_get_list (VrListGrower *self);

/** vr_list_grower_begin: back to a few, before the model changes as a whole. */
void vr_list_grower_begin (VrListGrower *self);

/**
 * vr_list_grower_shrink:
 * @then: (nullable): called with @user_data once there are few; at once where there are no more
 *
 * The other way round: rows take time to be taken down as well.  To be called before the model
 * changes as a whole, or is given up; what @then was set before is not called any more.  A list
 * view had better stand at its top: its rows further down would have to go all at once.
 */
void vr_list_grower_shrink (VrListGrower *self, void (*then) (gpointer user_data),
                            gpointer user_data);

/** vr_list_grower_reach: shows all of them now, for whoever goes to one further down. */
void vr_list_grower_reach (VrListGrower *self);

G_END_DECLS
