/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells some of a text's marked words from the others. */
#pragma once

#include "vr-row-text.h"

G_BEGIN_DECLS

/**
 * vr_row_marks_set:
 * @span: bytes of the row's text on @side
 * @shown_from: where in it the text begins that is shown
 * @kind: its op says which marks are meant; its other members are given to them
 * @is_new: whether words that bear no mark get one
 *
 * Marks that reach beyond @span are cut at its ends.
 */
void vr_row_marks_set (VrRowText *text, VrSide side, VrSpan span, guint32 shown_from,
                       const VrMark *kind, gboolean is_new);

/** vr_row_marks_set_critical: marks the words of the row's critical changes as such. */
void vr_row_marks_set_critical (VrRowText *text, const VrPairPlan *plan, guint position);

G_END_DECLS
