/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One position of the list, as an object: made when a row shows it, gone when the row leaves. */
#pragma once

#include "vr-pair-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define VR_TYPE_PAIR_ITEM (vr_pair_item_get_type ())
G_DECLARE_FINAL_TYPE (VrPairItem, vr_pair_item, VR, PAIR_ITEM, GObject)

/** vr_pair_item_new: @plan is kept by reference. */
VrPairItem *vr_pair_item_new (VrPairPlan *plan, guint position) G_GNUC_WARN_UNUSED_RESULT;

/** vr_pair_item_get_plan: borrowed. */
VrPairPlan *vr_pair_item_get_plan (VrPairItem *self);
guint vr_pair_item_get_position (VrPairItem *self);

/** vr_pair_item_new_list: all of @plan, which is kept by reference. */
GListModel *vr_pair_item_new_list (VrPairPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
