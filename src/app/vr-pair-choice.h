/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph that another can be paired with, as an object of a list. */
#pragma once

#include "vr-pattern.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define VR_TYPE_PAIR_CHOICE (vr_pair_choice_get_type ())
G_DECLARE_FINAL_TYPE (VrPairChoice, vr_pair_choice, VR, PAIR_CHOICE, GObject)

/**
 * vr_pair_choice_new:
 * @index: of the paragraph, from 0
 * @fate: what became of it
 * @closeness: (nullable): how near it is to the one that wants a partner, where that is near
 * @text: how it begins, up to all of it
 */
VrPairChoice *vr_pair_choice_new (guint index, const char *fate, const char *closeness,
                                  const char *text) G_GNUC_WARN_UNUSED_RESULT;

guint vr_pair_choice_get_index (VrPairChoice *self);
/** vr_pair_choice_get_title: "Paragraph 4 · edited · closest match"; borrowed. */
const char *vr_pair_choice_get_title (VrPairChoice *self);
/** vr_pair_choice_get_text: borrowed. */
const char *vr_pair_choice_get_text (VrPairChoice *self);

/**
 * vr_pair_choice_matches:
 * @pattern: (nullable): of @query; %NULL where there is nothing to look for
 *
 * Returns: whether @query is its number, or stands in its text
 */
gboolean vr_pair_choice_matches (VrPairChoice *self, const char *query, const VrPattern *pattern);

G_END_DECLS
