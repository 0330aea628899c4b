/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a phrase as a list. */
#include "vr-phrase-model.h"

struct _VrPhraseModel
{
  GObject parent_instance;

  VrPhraseLives *lives;
};

static void vr_phrase_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VrPhraseModel, vr_phrase_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, vr_phrase_model_list_init))

static GType
vr_phrase_model_get_item_type (GListModel *model)
{
  return VR_TYPE_PHRASE_ITEM;
}

static guint
vr_phrase_model_get_n_items (GListModel *model)
{
  return VR_PHRASE_MODEL (model)->lives->events->len;
}

static gpointer
vr_phrase_model_get_item (GListModel *model, guint position)
{
  VrPhraseModel *self = VR_PHRASE_MODEL (model);

  if (position >= self->lives->events->len)
    return NULL;

  return vr_phrase_item_new (self->lives, position);
}

static void
vr_phrase_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = vr_phrase_model_get_item_type;
  iface->get_n_items = vr_phrase_model_get_n_items;
  iface->get_item = vr_phrase_model_get_item;
}

static void
vr_phrase_model_finalize (GObject *object)
{
  vr_phrase_lives_unref (VR_PHRASE_MODEL (object)->lives);

  G_OBJECT_CLASS (vr_phrase_model_parent_class)->finalize (object);
}

static void
vr_phrase_model_class_init (VrPhraseModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_phrase_model_finalize;
}

static void
vr_phrase_model_init (VrPhraseModel *self)
{
}

VrPhraseModel *
vr_phrase_model_new (VrPhraseLives *lives)
{
  VrPhraseModel *self = g_object_new (VR_TYPE_PHRASE_MODEL, NULL);

  self->lives = lives;

  return self;
}

const VrPhraseLives *
vr_phrase_model_get_lives (VrPhraseModel *self)
{
  g_return_val_if_fail (VR_IS_PHRASE_MODEL (self), NULL);

  return self->lives;
}
