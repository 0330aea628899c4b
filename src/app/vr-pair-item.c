/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One position of the list, as an object: made when a row shows it, gone when the row leaves. */
#include "vr-pair-item.h"

#include "vr-lazy-model.h"

struct _VrPairItem
{
  GObject parent_instance;

  VrPairPlan *plan;
  guint position;
};

G_DEFINE_FINAL_TYPE (VrPairItem, vr_pair_item, G_TYPE_OBJECT)

static void
vr_pair_item_finalize (GObject *object)
{
  VrPairItem *self = VR_PAIR_ITEM (object);

  g_clear_pointer (&self->plan, vr_pair_plan_unref);

  G_OBJECT_CLASS (vr_pair_item_parent_class)->finalize (object);
}

static void
vr_pair_item_class_init (VrPairItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_pair_item_finalize;
}

static void
vr_pair_item_init (VrPairItem *self)
{
}

VrPairItem *
vr_pair_item_new (VrPairPlan *plan, guint position)
{
  VrPairItem *self = g_object_new (VR_TYPE_PAIR_ITEM, NULL);

  self->plan = vr_pair_plan_ref (plan);
  self->position = position;

  return self;
}

VrPairPlan *
vr_pair_item_get_plan (VrPairItem *self)
{
  g_return_val_if_fail (VR_IS_PAIR_ITEM (self), NULL);

  return self->plan;
}

guint
vr_pair_item_get_position (VrPairItem *self)
{
  g_return_val_if_fail (VR_IS_PAIR_ITEM (self), VR_PAIR_NONE);

  return self->position;
}

static gpointer
make_item (gpointer plan, guint position)
{
  return vr_pair_item_new (plan, position);
}

GListModel *
vr_pair_item_new_list (VrPairPlan *plan)
{
  return G_LIST_MODEL (vr_lazy_model_new (VR_TYPE_PAIR_ITEM, vr_pair_plan_get_n (plan), make_item,
                                          vr_pair_plan_ref (plan),
                                          (GDestroyNotify)vr_pair_plan_unref));
}
