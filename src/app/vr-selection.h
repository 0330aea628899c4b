/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The caret in the text of a page and what is selected behind it: one for all rows. */
#pragma once

#include "vr-column.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * VrSelection:
 *
 * A caret and an anchor in one column.  Where they are at one place nothing is selected.
 *
 * Signal "changed" (uint first, uint last): the positions from @first to @last, both included, may
 * have to be drawn anew.
 */
#define VR_TYPE_SELECTION (vr_selection_get_type ())
G_DECLARE_FINAL_TYPE (VrSelection, vr_selection, VR, SELECTION, GObject)

VrSelection *vr_selection_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_selection_set_plan:
 * @plan: (nullable): what is shown from now on
 * @is_inline: whether it is shown in one column
 *
 * What is selected stays selected where @plan shows the same articles, however they are paired;
 * else it is forgotten.
 */
void vr_selection_set_plan (VrSelection *self, VrPairPlan *plan, gboolean is_inline);

gboolean vr_selection_get_inline (VrSelection *self);

/**
 * vr_selection_get_column:
 *
 * Returns: (nullable): where the caret stands; %NULL where there is none.  Borrowed, until the
 *   caret is in another column.
 */
VrColumn *vr_selection_get_column (VrSelection *self);

/** vr_selection_get_view: which column that is; only where there is one. */
VrRowView vr_selection_get_view (VrSelection *self);
/** vr_selection_get_caret: where the text would be written; only where there is a column. */
VrTextPoint vr_selection_get_caret (VrSelection *self);
VrTextPoint vr_selection_get_anchor (VrSelection *self);

/** vr_selection_set_caret_shown: whether it is drawn now; carets blink, and hide without focus. */
void vr_selection_set_caret_shown (VrSelection *self, gboolean is_shown);
gboolean vr_selection_get_caret_shown (VrSelection *self);

/** vr_selection_is_empty: whether nothing is selected, with a caret or without. */
gboolean vr_selection_is_empty (VrSelection *self);

/** vr_selection_get_range: Returns: %FALSE where there is no caret; @range may be empty. */
gboolean vr_selection_get_range (VrSelection *self, VrTextRange *range);

/**
 * vr_selection_get_span:
 * @view: (out): the column
 * @span: (out): which bytes of the text there are selected
 *
 * Returns: whether any are
 */
gboolean vr_selection_get_span (VrSelection *self, guint position, VrRowView *view, VrSpan *span);

/** vr_selection_place: puts the caret into the column @view; nothing is selected then. */
void vr_selection_place (VrSelection *self, VrRowView view, VrTextPoint point);

/** vr_selection_select: from @anchor to @caret, which may be before it. */
void vr_selection_select (VrSelection *self, VrRowView view, VrTextPoint anchor, VrTextPoint caret);

/** vr_selection_extend: the caret goes to @point, the anchor stays. */
void vr_selection_extend (VrSelection *self, VrTextPoint point);

/** vr_selection_select_all: everything in the column @view. */
void vr_selection_select_all (VrSelection *self, VrRowView view);

/** vr_selection_clear: no caret, nothing selected. */
void vr_selection_clear (VrSelection *self);

/**
 * vr_selection_move:
 * @extends: whether the anchor stays, so that what is passed is selected
 *
 * A step by one character leaves a selection at its edge, as in GTK's texts.
 */
void vr_selection_move (VrSelection *self, VrTextStep step, int direction, gboolean extends);

/**
 * vr_selection_cross:
 * @view: the other column
 *
 * Puts the caret into the text that stands level with it, at the words that match, or into the
 * nearest text below or above.
 */
void vr_selection_cross (VrSelection *self, VrRowView view);

G_END_DECLS
