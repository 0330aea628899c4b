/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article whose sentences are known to come from versions, as a list of its paragraphs. */
#pragma once

#include "vr-history-blame.h"
#include "vr-origins-item.h"

G_BEGIN_DECLS

/** VrOriginsModel: its items are VrOriginsItem: paragraphs, very long ones in parts. */
#define VR_TYPE_ORIGINS_MODEL (vr_origins_model_get_type ())
G_DECLARE_FINAL_TYPE (VrOriginsModel, vr_origins_model, VR, ORIGINS_MODEL, GObject)

/** vr_origins_model_new: @blame: (transfer full). */
VrOriginsModel *vr_origins_model_new (VrHistoryBlame *blame) G_GNUC_WARN_UNUSED_RESULT;

/** vr_origins_model_get_blame: borrowed. */
const VrHistoryBlame *vr_origins_model_get_blame (VrOriginsModel *self);

/** vr_origins_model_find: the position that has sentence @sentence.  Logarithmic time. */
guint vr_origins_model_find (VrOriginsModel *self, guint sentence);

/** vr_origins_model_get_span: the sentences at @position: the first one, and behind the last. */
VrSpan vr_origins_model_get_span (VrOriginsModel *self, guint position);

/** vr_origins_model_find_text: Returns: the first sentence in which @text begins, as VrPattern
 * finds it; G_MAXUINT for none. */
guint vr_origins_model_find_text (VrOriginsModel *self, const char *text);

G_END_DECLS
