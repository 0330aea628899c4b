/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One version in a timeline, as an object: made when a row shows it, gone when the row leaves. */
#include "vr-timeline-item.h"

struct _VrTimelineItem
{
  GObject parent_instance;

  GArray *versions;
  guint index;
};

G_DEFINE_FINAL_TYPE (VrTimelineItem, vr_timeline_item, G_TYPE_OBJECT)

static void
vr_timeline_item_finalize (GObject *object)
{
  g_array_unref (VR_TIMELINE_ITEM (object)->versions);

  G_OBJECT_CLASS (vr_timeline_item_parent_class)->finalize (object);
}

static void
vr_timeline_item_class_init (VrTimelineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_timeline_item_finalize;
}

static void
vr_timeline_item_init (VrTimelineItem *self)
{
}

VrTimelineItem *
vr_timeline_item_new (GArray *versions, guint index)
{
  VrTimelineItem *self = g_object_new (VR_TYPE_TIMELINE_ITEM, NULL);

  self->versions = g_array_ref (versions);
  self->index = index;

  return self;
}

const VrVersion *
vr_timeline_item_peek_version (VrTimelineItem *self)
{
  g_return_val_if_fail (VR_IS_TIMELINE_ITEM (self), NULL);

  return &g_array_index (self->versions, VrVersion, self->index);
}
