/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that became of a phrase, as a list shows it. */
#pragma once

#include "vr-phrase-lives.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** VrPhraseItem: made when a row shows it, gone when the row leaves. */
#define VR_TYPE_PHRASE_ITEM (vr_phrase_item_get_type ())
G_DECLARE_FINAL_TYPE (VrPhraseItem, vr_phrase_item, VR, PHRASE_ITEM, GObject)

/** vr_phrase_item_new: event @index of @lives, of which a reference is taken. */
VrPhraseItem *vr_phrase_item_new (VrPhraseLives *lives, guint index) G_GNUC_WARN_UNUSED_RESULT;

/** vr_phrase_item_get_lives: borrowed. */
const VrPhraseLives *vr_phrase_item_get_lives (VrPhraseItem *self);
guint vr_phrase_item_get_index (VrPhraseItem *self);

/** vr_phrase_item_new_list: all events of @lives, of which a reference is taken. */
GListModel *vr_phrase_item_new_list (VrPhraseLives *lives) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
