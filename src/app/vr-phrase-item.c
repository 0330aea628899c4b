/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that became of a phrase, as a list shows it. */
#include "vr-phrase-item.h"

#include "vr-lazy-model.h"

struct _VrPhraseItem
{
  GObject parent_instance;

  VrPhraseLives *lives;
  guint index;
};

G_DEFINE_FINAL_TYPE (VrPhraseItem, vr_phrase_item, G_TYPE_OBJECT)

static void
vr_phrase_item_finalize (GObject *object)
{
  vr_phrase_lives_unref (VR_PHRASE_ITEM (object)->lives);

  G_OBJECT_CLASS (vr_phrase_item_parent_class)->finalize (object);
}

static void
vr_phrase_item_class_init (VrPhraseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_phrase_item_finalize;
}

static void
vr_phrase_item_init (VrPhraseItem *self)
{
}

VrPhraseItem *
vr_phrase_item_new (VrPhraseLives *lives, guint index)
{
  VrPhraseItem *self = g_object_new (VR_TYPE_PHRASE_ITEM, NULL);

  self->lives = vr_phrase_lives_ref (lives);
  self->index = index;

  return self;
}

const VrPhraseLives *
vr_phrase_item_get_lives (VrPhraseItem *self)
{
  g_return_val_if_fail (VR_IS_PHRASE_ITEM (self), NULL);

  return self->lives;
}

guint
vr_phrase_item_get_index (VrPhraseItem *self)
{
  g_return_val_if_fail (VR_IS_PHRASE_ITEM (self), 0);

  return self->index;
}

static gpointer
make_item (gpointer lives, guint position)
{
  return vr_phrase_item_new (lives, position);
}

GListModel *
vr_phrase_item_new_list (VrPhraseLives *lives)
{
  return G_LIST_MODEL (vr_lazy_model_new (VR_TYPE_PHRASE_ITEM, lives->events->len, make_item,
                                          vr_phrase_lives_ref (lives),
                                          (GDestroyNotify)vr_phrase_lives_unref));
}
