/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One version in a timeline, as an object: made when a row shows it, gone when the row leaves. */
#pragma once

#include "vr-version.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define VR_TYPE_TIMELINE_ITEM (vr_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (VrTimelineItem, vr_timeline_item, VR, TIMELINE_ITEM, GObject)

/** vr_timeline_item_new: @versions: (element-type VrVersion): kept by reference; @index: in it. */
VrTimelineItem *vr_timeline_item_new (GArray *versions, guint index) G_GNUC_WARN_UNUSED_RESULT;

/** vr_timeline_item_peek_version: borrowed. */
const VrVersion *vr_timeline_item_peek_version (VrTimelineItem *self);

G_END_DECLS
