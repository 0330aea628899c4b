/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of a variant as a list, newest first, of which two may be marked. */
#include "vr-timeline-model.h"

#include "vr-store-task.h"

struct _VrTimelineModel
{
  GObject parent_instance;

  GArray *versions; /* of VrVersion */
  guint marked[2];  /* numbers, the one marked first before the other; 0 for none */
};

enum
{
  MARKS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void vr_timeline_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VrTimelineModel, vr_timeline_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      vr_timeline_model_list_init))

static GType
vr_timeline_model_get_item_type (GListModel *model)
{
  return VR_TYPE_TIMELINE_ITEM;
}

static guint
vr_timeline_model_get_n_items (GListModel *model)
{
  return VR_TIMELINE_MODEL (model)->versions->len;
}

static gpointer
vr_timeline_model_get_item (GListModel *model, guint position)
{
  VrTimelineModel *self = VR_TIMELINE_MODEL (model);

  if (position >= self->versions->len)
    return NULL;

  return vr_timeline_item_new (self->versions, self->versions->len - 1 - position);
}

static void
vr_timeline_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = vr_timeline_model_get_item_type;
  iface->get_n_items = vr_timeline_model_get_n_items;
  iface->get_item = vr_timeline_model_get_item;
}

static void
vr_timeline_model_finalize (GObject *object)
{
  VrTimelineModel *self = VR_TIMELINE_MODEL (object);

  vr_store_task_drop_versions (self->versions);

  G_OBJECT_CLASS (vr_timeline_model_parent_class)->finalize (object);
}

static void
vr_timeline_model_class_init (VrTimelineModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_timeline_model_finalize;

  signals[MARKS_CHANGED] = g_signal_new ("marks-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vr_timeline_model_init (VrTimelineModel *self)
{
}

VrTimelineModel *
vr_timeline_model_new (GArray *versions)
{
  VrTimelineModel *self = g_object_new (VR_TYPE_TIMELINE_MODEL, NULL);

  self->versions = versions;

  return self;
}

/* A version's number follows from those before it. */
static gboolean
continues (const GArray *versions, const GArray *before)
{
  return before->len > 0 && versions->len >= before->len
         && g_str_equal (g_array_index (before, VrVersion, 0).id,
                         g_array_index (versions, VrVersion, 0).id)
         && g_str_equal (g_array_index (before, VrVersion, before->len - 1).id,
                         g_array_index (versions, VrVersion, before->len - 1).id);
}

gboolean
vr_timeline_model_set_versions (VrTimelineModel *self, GArray *versions)
{
  guint n_before;
  gboolean stays;

  g_return_val_if_fail (VR_IS_TIMELINE_MODEL (self), FALSE);

  n_before = self->versions->len;
  stays = continues (versions, self->versions);
  vr_store_task_drop_versions (self->versions);
  self->versions = versions;
  if (stays)
    {
      if (versions->len > n_before)
        g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, versions->len - n_before);
      return TRUE;
    }
  self->marked[0] = self->marked[1] = 0;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, versions->len);
  g_signal_emit (self, signals[MARKS_CHANGED], 0);

  return FALSE;
}

guint
vr_timeline_model_get_n_versions (VrTimelineModel *self)
{
  g_return_val_if_fail (VR_IS_TIMELINE_MODEL (self), 0);

  return self->versions->len;
}

GArray *
vr_timeline_model_peek_versions (VrTimelineModel *self)
{
  g_return_val_if_fail (VR_IS_TIMELINE_MODEL (self), NULL);

  return self->versions;
}

const VrVersion *
vr_timeline_model_peek (VrTimelineModel *self, guint number)
{
  g_return_val_if_fail (VR_IS_TIMELINE_MODEL (self), NULL);

  return number >= 1 && number <= self->versions->len
             ? &g_array_index (self->versions, VrVersion, number - 1)
             : NULL;
}

guint
vr_timeline_model_find_label (VrTimelineModel *self, const char *label)
{
  g_return_val_if_fail (VR_IS_TIMELINE_MODEL (self), 0);

  for (guint i = 0; i < self->versions->len; i++)
    {
      GPtrArray *labels = g_array_index (self->versions, VrVersion, i).labels;

      if (labels != NULL && g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL))
        return i + 1;
    }

  return 0;
}

void
vr_timeline_model_toggle (VrTimelineModel *self, guint number)
{
  g_return_if_fail (VR_IS_TIMELINE_MODEL (self));

  if (self->marked[1] == number)
    self->marked[1] = 0;
  else if (self->marked[0] == number)
    {
      self->marked[0] = self->marked[1];
      self->marked[1] = 0;
    }
  else if (self->marked[0] == 0)
    self->marked[0] = number;
  else
    {
      if (self->marked[1] != 0)
        self->marked[0] = self->marked[1];
      self->marked[1] = number;
    }
  g_signal_emit (self, signals[MARKS_CHANGED], 0);
}

gboolean
vr_timeline_model_is_marked (VrTimelineModel *self, guint number)
{
  g_return_val_if_fail (VR_IS_TIMELINE_MODEL (self), FALSE);

  return number != 0 && (self->marked[0] == number || self->marked[1] == number);
}

gboolean
vr_timeline_model_get_marked (VrTimelineModel *self, guint *older, guint *newer)
{
  g_return_val_if_fail (VR_IS_TIMELINE_MODEL (self), FALSE);

  *older = MIN (self->marked[0], self->marked[1]);
  *newer = MAX (self->marked[0], self->marked[1]);

  return *older != 0;
}
