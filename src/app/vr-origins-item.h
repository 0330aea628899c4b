/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph whose sentences are known to come from versions, or a part of it. */
#pragma once

#include "vr-history-blame.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrOriginsLook: what is the same for all paragraphs of an article
 * @blame: where its sentences come from
 * @strengths: by number of a version, from 0: how much its sentences stand out, 0 to 1
 */
typedef struct
{
  VrHistoryBlame *blame;
  double *strengths;
} VrOriginsLook;

/** VrOriginsItem: made when a row shows it, gone when the row leaves. */
#define VR_TYPE_ORIGINS_ITEM (vr_origins_item_get_type ())
G_DECLARE_FINAL_TYPE (VrOriginsItem, vr_origins_item, VR, ORIGINS_ITEM, GObject)

/** vr_origins_item_new: @look: an atomic box, of which a reference is taken; @sentences: of it. */
VrOriginsItem *vr_origins_item_new (VrOriginsLook *look,
                                    VrSpan sentences) G_GNUC_WARN_UNUSED_RESULT;

/** vr_origins_item_get_blame: borrowed. */
const VrHistoryBlame *vr_origins_item_get_blame (VrOriginsItem *self);

/** vr_origins_item_get_sentences: the first one, and behind the last. */
VrSpan vr_origins_item_get_sentences (VrOriginsItem *self);

/** vr_origins_item_peek_text: from its first sentence to its last. */
VrSlice vr_origins_item_peek_text (VrOriginsItem *self);

/** vr_origins_item_get_span: where in that text @sentence, of the article, stands. */
VrSpan vr_origins_item_get_span (VrOriginsItem *self, guint sentence);

/** vr_origins_item_begins_run: whether another version than that of the sentence before, if any,
 * is to be named at @sentence. */
gboolean vr_origins_item_begins_run (VrOriginsItem *self, guint sentence);

/** vr_origins_item_get_strength: how much @sentence stands out among older ones, 0 to 1. */
double vr_origins_item_get_strength (VrOriginsItem *self, guint sentence);

/** vr_origins_look_clear: frees the members, when the last reference goes. */
void vr_origins_look_clear (gpointer look);

G_END_DECLS
