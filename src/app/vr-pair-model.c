/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list model over a plan: a book of paragraphs costs what is on the screen. */
#include "vr-pair-model.h"

struct _VrPairModel
{
  GObject parent_instance;

  VrPairPlan *plan;
};

static void vr_pair_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VrPairModel, vr_pair_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, vr_pair_model_list_init))

static GType
vr_pair_model_get_item_type (GListModel *model)
{
  return VR_TYPE_PAIR_ITEM;
}

static guint
vr_pair_model_get_n_items (GListModel *model)
{
  return vr_pair_plan_get_n (VR_PAIR_MODEL (model)->plan);
}

/* Items are made when a row comes into view and go when it leaves. */
static gpointer
vr_pair_model_get_item (GListModel *model, guint position)
{
  VrPairModel *self = VR_PAIR_MODEL (model);

  if (position >= vr_pair_plan_get_n (self->plan))
    return NULL;

  return vr_pair_item_new (self->plan, position);
}

static void
vr_pair_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = vr_pair_model_get_item_type;
  iface->get_n_items = vr_pair_model_get_n_items;
  iface->get_item = vr_pair_model_get_item;
}

static void
vr_pair_model_finalize (GObject *object)
{
  VrPairModel *self = VR_PAIR_MODEL (object);

  g_clear_pointer (&self->plan, vr_pair_plan_unref);

  G_OBJECT_CLASS (vr_pair_model_parent_class)->finalize (object);
}

static void
vr_pair_model_class_init (VrPairModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_pair_model_finalize;
}

static void
vr_pair_model_init (VrPairModel *self)
{
}

VrPairModel *
vr_pair_model_new (VrPairPlan *plan)
{
  VrPairModel *self = g_object_new (VR_TYPE_PAIR_MODEL, NULL);

  self->plan = vr_pair_plan_ref (plan);

  return self;
}
