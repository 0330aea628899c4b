/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader argues: why paragraphs were paired, that they are not the same, that others are. */
#pragma once

#include "vr-window-private.h"
#include "vr-word-index.h"

G_BEGIN_DECLS

/** Adds "explain", "unpair", "pair-with" and what the side sheet's buttons activate. */
void vr_window_add_override_actions (VrWindow *self);

/** Whether the selected row has a pair that the reader can say is none. */
gboolean vr_window_can_unpair (VrWindow *self);

/** Whether the selected row has a paragraph that could be paired with another. */
gboolean vr_window_can_pair (VrWindow *self);

void vr_explainer_free (VrExplainer *self);

/* For vr-window-overrides.c, from vr-window-explain.c. */

/** Adds "explain" and its like. */
void vr_window_add_explain_actions (VrWindow *self);

/** Calls @func once the words of what is shown are known: at once, or from the main loop. */
void vr_window_with_words (VrWindow *self, void (*func) (VrWindow *self, VrWordIndex *words));

G_END_DECLS
