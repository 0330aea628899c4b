/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that never changes and whose items are made when they are asked for. */
#include "vr-lazy-model.h"

struct _VrLazyModel
{
  GObject parent_instance;

  GType type;
  guint n_items;
  VrLazyItemFunc make_item;
  gpointer data;
  GDestroyNotify data_free;
};

static void vr_lazy_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VrLazyModel, vr_lazy_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, vr_lazy_model_list_init))

static GType
vr_lazy_model_get_item_type (GListModel *model)
{
  return VR_LAZY_MODEL (model)->type;
}

static guint
vr_lazy_model_get_n_items (GListModel *model)
{
  return VR_LAZY_MODEL (model)->n_items;
}

static gpointer
vr_lazy_model_get_item (GListModel *model, guint position)
{
  VrLazyModel *self = VR_LAZY_MODEL (model);

  return position < self->n_items ? self->make_item (self->data, position) : NULL;
}

static void
vr_lazy_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = vr_lazy_model_get_item_type;
  iface->get_n_items = vr_lazy_model_get_n_items;
  iface->get_item = vr_lazy_model_get_item;
}

static void
vr_lazy_model_finalize (GObject *object)
{
  VrLazyModel *self = VR_LAZY_MODEL (object);

  self->data_free (self->data);

  G_OBJECT_CLASS (vr_lazy_model_parent_class)->finalize (object);
}

static void
vr_lazy_model_class_init (VrLazyModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_lazy_model_finalize;
}

static void
vr_lazy_model_init (VrLazyModel *self)
{
}

VrLazyModel *
vr_lazy_model_new (GType type, guint n_items, VrLazyItemFunc make_item, gpointer data,
                   GDestroyNotify data_free)
{
  VrLazyModel *self = g_object_new (VR_TYPE_LAZY_MODEL, NULL);

  self->type = type;
  self->n_items = n_items;
  self->make_item = make_item;
  self->data = data;
  self->data_free = data_free;

  return self;
}
