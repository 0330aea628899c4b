/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list model over a plan: a book of paragraphs costs what is on the screen. */
#pragma once

#include "vr-pair-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define VR_TYPE_PAIR_MODEL (vr_pair_model_get_type ())
G_DECLARE_FINAL_TYPE (VrPairModel, vr_pair_model, VR, PAIR_MODEL, GObject)

/** vr_pair_model_new: a model that never changes; @plan is kept by reference. */
VrPairModel *vr_pair_model_new (VrPairPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
