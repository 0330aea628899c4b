/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph whose sentences are known to come from versions, or a part of it. */
#include "vr-origins-item.h"

struct _VrOriginsItem
{
  GObject parent_instance;

  VrOriginsLook *look;
  VrSpan sentences;
};

G_DEFINE_FINAL_TYPE (VrOriginsItem, vr_origins_item, G_TYPE_OBJECT)

void
vr_origins_look_clear (gpointer look)
{
  VrOriginsLook *self = look;

  g_clear_pointer (&self->blame, vr_history_blame_unref);
  g_free (self->strengths);
}

static void
vr_origins_item_finalize (GObject *object)
{
  g_atomic_rc_box_release_full (VR_ORIGINS_ITEM (object)->look, vr_origins_look_clear);

  G_OBJECT_CLASS (vr_origins_item_parent_class)->finalize (object);
}

static void
vr_origins_item_class_init (VrOriginsItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_origins_item_finalize;
}

static void
vr_origins_item_init (VrOriginsItem *self)
{
}

VrOriginsItem *
vr_origins_item_new (VrOriginsLook *look, VrSpan sentences)
{
  VrOriginsItem *self = g_object_new (VR_TYPE_ORIGINS_ITEM, NULL);

  self->look = g_atomic_rc_box_acquire (look);
  self->sentences = sentences;

  return self;
}

const VrHistoryBlame *
vr_origins_item_get_blame (VrOriginsItem *self)
{
  g_return_val_if_fail (VR_IS_ORIGINS_ITEM (self), NULL);

  return self->look->blame;
}

VrSpan
vr_origins_item_get_sentences (VrOriginsItem *self)
{
  return self->sentences;
}

static const VrBlamedSentence *
peek (VrOriginsItem *self, guint sentence)
{
  guint n;

  return &vr_history_blame_peek_sentences (self->look->blame, &n)[sentence];
}

VrSlice
vr_origins_item_peek_text (VrOriginsItem *self)
{
  const VrBlamedSentence *first = peek (self, self->sentences.from);
  const VrBlamedSentence *last = peek (self, self->sentences.to - 1);
  VrSlice paragraph = vr_article_get_paragraph_text (
      vr_history_blame_get_article (self->look->blame), first->paragraph);

  return (VrSlice){ paragraph.text + first->span.from, last->span.to - first->span.from };
}

VrSpan
vr_origins_item_get_span (VrOriginsItem *self, guint sentence)
{
  guint32 base = peek (self, self->sentences.from)->span.from;
  VrSpan span = peek (self, sentence)->span;

  return (VrSpan){ span.from - base, span.to - base };
}

gboolean
vr_origins_item_begins_run (VrOriginsItem *self, guint sentence)
{
  const VrBlamedSentence *here = peek (self, sentence);

  return sentence == 0 || here[-1].brought != here->brought || here[-1].changed != here->changed;
}

double
vr_origins_item_get_strength (VrOriginsItem *self, guint sentence)
{
  return self->look->strengths[peek (self, sentence)->changed];
}
