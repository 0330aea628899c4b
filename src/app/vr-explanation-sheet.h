/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The side sheet: why the selected paragraphs were paired, and what the reader decided. */
#pragma once

#include "vr-pair-plan.h"
#include "vr-word-index.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VR_TYPE_EXPLANATION_SHEET (vr_explanation_sheet_get_type ())
G_DECLARE_FINAL_TYPE (VrExplanationSheet, vr_explanation_sheet, VR, EXPLANATION_SHEET, GtkWidget)

VrExplanationSheet *vr_explanation_sheet_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_explanation_sheet_explain:
 * @plan: (nullable): what is shown
 * @position: the position selected, or %VR_PAIR_NONE
 * @words: (nullable): the words of its comparison, %NULL while they are not known yet
 */
void vr_explanation_sheet_explain (VrExplanationSheet *self, VrPairPlan *plan, guint position,
                                   VrWordIndex *words);

/** vr_explanation_sheet_reveal_decisions: scrolls to what the reader decided. */
void vr_explanation_sheet_reveal_decisions (VrExplanationSheet *self);
/** vr_explanation_sheet_reveal_notes: the same for what the reader noted. */
void vr_explanation_sheet_reveal_notes (VrExplanationSheet *self);

G_END_DECLS
