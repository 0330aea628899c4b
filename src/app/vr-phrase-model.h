/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a phrase as a list. */
#pragma once

#include "vr-phrase-item.h"

G_BEGIN_DECLS

/** VrPhraseModel: its items are VrPhraseItem. */
#define VR_TYPE_PHRASE_MODEL (vr_phrase_model_get_type ())
G_DECLARE_FINAL_TYPE (VrPhraseModel, vr_phrase_model, VR, PHRASE_MODEL, GObject)

/** vr_phrase_model_new: @lives: (transfer full). */
VrPhraseModel *vr_phrase_model_new (VrPhraseLives *lives) G_GNUC_WARN_UNUSED_RESULT;

/** vr_phrase_model_get_lives: borrowed. */
const VrPhraseLives *vr_phrase_model_get_lives (VrPhraseModel *self);

G_END_DECLS
