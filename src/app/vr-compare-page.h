/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as it is read: headings, rows, overview, and the bar that steps through changes. */
#pragma once

#include "vr-pair-plan.h"
#include "vr-palette.h"
#include "vr-selection.h"
#include "vr-reading-style.h"
#include "vr-row-anchor.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrComparePage:
 *
 * Property "narrow": whether there is room for little: the sides stand in one column, and buttons
 *   have icons only; follows the page's width.
 * Property "forced": whether a page that is not narrow shows one column where two were asked for,
 *   as the text is too large for them.
 * Property "copyable": whether there is anything to copy: selected text, or a selected row.
 * Property "selected": the position selected, or %VR_PAIR_NONE; notified for a new plan too.
 * Property "finding": whether the find bar is open.
 * Action "compare.follow" (u): goes from a moved row to where it stood, and back.
 * Action "compare.toggle-fold" (u): opens or closes the fold at a position.
 */
#define VR_TYPE_COMPARE_PAGE (vr_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (VrComparePage, vr_compare_page, VR, COMPARE_PAGE, GtkWidget)

/**
 * vr_compare_page_set_plan:
 * @plan: (nullable): any of a comparison; the view decides what is shown of it
 *
 * Shows another comparison from its top.
 */
void vr_compare_page_set_plan (VrComparePage *self, VrPairPlan *plan);
/**
 * vr_compare_page_replace_plan:
 *
 * Shows another comparison of much the same texts, maybe with old and new exchanged: what the
 * reader looks at and what is selected stay where they are, by the paragraph in an article that
 * both are of, by the text of one in others, else by what stands near.
 */
void vr_compare_page_replace_plan (VrComparePage *self, VrPairPlan *plan);
/** vr_compare_page_get_plan: (nullable): the one shown, with its filter; borrowed. */
VrPairPlan *vr_compare_page_get_plan (VrComparePage *self);

/**
 * VrView: how the rows are shown.
 * @VR_VIEW_SIDES: two columns, where there is room for them
 * @VR_VIEW_INLINE: one column with both sides' words
 * @VR_VIEW_CHANGES: as @VR_VIEW_SIDES, but what is the same is folded
 */
typedef enum
{
  VR_VIEW_SIDES,
  VR_VIEW_INLINE,
  VR_VIEW_CHANGES,
  VR_N_VIEWS,
} VrView;

/** vr_compare_page_get_view: Returns: the one that was asked for. */
VrView vr_compare_page_get_view (VrComparePage *self);
/** vr_compare_page_set_view: keeps the reader's place and the selected row. */
void vr_compare_page_set_view (VrComparePage *self, VrView view);

/**
 * vr_compare_page_set_critical_only:
 *
 * Folds what is not critical, in every view; of a comparison without critical changes nothing.
 */
void vr_compare_page_set_critical_only (VrComparePage *self, gboolean is_critical_only);
/** vr_compare_page_has_critical: whether what is shown has critical changes. */
gboolean vr_compare_page_has_critical (VrComparePage *self);

/**
 * vr_compare_page_expect_width:
 * @width: of the window, in pixels
 *
 * Before the page is shown this decides whether it is narrow; later its own width does.
 */
void vr_compare_page_expect_width (VrComparePage *self, int width);

/** vr_compare_page_is_forced: the property. */
gboolean vr_compare_page_is_forced (VrComparePage *self);

/** vr_compare_page_is_narrow: the property. */
gboolean vr_compare_page_is_narrow (VrComparePage *self);

/** vr_compare_page_set_quiet: how differences of class number @bit of VrQuiet are shown. */
void vr_compare_page_set_quiet (VrComparePage *self, guint bit, VrQuietShow show);

/**
 * vr_compare_page_go_to_place:
 *
 * Brings a place of the comparison into view, out of its fold if need be; it is selected and gets
 * the keyboard.
 */
void vr_compare_page_go_to_place (VrComparePage *self, guint place);
/** vr_compare_page_set_style: sets the articles as the reader wants; the place is kept. */
void vr_compare_page_set_style (VrComparePage *self, const VrReadingStyle *style);

/** vr_compare_page_dup_place: (transfer full) (nullable): where the reader stands; %NULL before
 * anything was shown. */
VrReadingPlace *vr_compare_page_dup_place (VrComparePage *self) G_GNUC_WARN_UNUSED_RESULT;
/** vr_compare_page_return_to: brings the place back, as far as it is still there. */
void vr_compare_page_return_to (VrComparePage *self, const VrReadingPlace *place);

/** vr_compare_page_get_selected: the position selected, or %VR_PAIR_NONE. */
guint vr_compare_page_get_selected (VrComparePage *self);

/** vr_compare_page_go_to_row: selects row @row of the comparison and brings it into view. */
void vr_compare_page_go_to_row (VrComparePage *self, guint row);

/**
 * vr_compare_page_go_to_text:
 * @side: the article that has @text
 * @text: found as VrPattern does
 * @is_sought: whether the find bar is to open with it
 *
 * Goes to the first row that changed and has @text, else to the first that has it.
 *
 * Returns: whether there is one
 */
gboolean vr_compare_page_go_to_text (VrComparePage *self, VrSide side, const char *text,
                                     gboolean is_sought);

/**
 * VrStep: where to go among the changes.
 */
typedef enum
{
  VR_STEP_FIRST,
  VR_STEP_PREVIOUS,
  VR_STEP_NEXT,
  VR_STEP_LAST,
} VrStep;

/** vr_compare_page_step: selects a change and brings it into view; nothing where there is none. */
void vr_compare_page_step (VrComparePage *self, VrStep step);
/** vr_compare_page_show_change: brings the first change into view, if it is not; the keyboard stays
 * where it is. */
void vr_compare_page_show_change (VrComparePage *self);
gboolean vr_compare_page_can_step (VrComparePage *self, VrStep step);

/** vr_compare_page_follow: from the selected row, if it moved, to where it stood, and back. */
void vr_compare_page_follow (VrComparePage *self);
gboolean vr_compare_page_can_follow (VrComparePage *self);

/** vr_compare_page_find: opens the find bar with @query in it, or %NULL for what it has. */
void vr_compare_page_find (VrComparePage *self, const char *query);
/** vr_compare_page_find_step: goes to the next (1) or previous (-1) match; opens the find bar. */
void vr_compare_page_find_step (VrComparePage *self, int direction);
/** vr_compare_page_can_find: whether there is any text. */
gboolean vr_compare_page_can_find (VrComparePage *self);
/** vr_compare_page_has_painted_match: whether the current match is drawn, or nothing was found. */
gboolean vr_compare_page_has_painted_match (VrComparePage *self);

/** vr_compare_page_take_focus: the keyboard goes to the list, which its keys are for. */
void vr_compare_page_take_focus (VrComparePage *self);

/** vr_compare_page_place_caret: into the text of the selected row, or of the first one seen. */
void vr_compare_page_place_caret (VrComparePage *self);

/** vr_compare_page_get_selection: the caret and what is selected in the text; borrowed. */
VrSelection *vr_compare_page_get_selection (VrComparePage *self);

gboolean vr_compare_page_get_copyable (VrComparePage *self);
/** vr_compare_page_copy: the selected text; without any, the text of the selected row. */
void vr_compare_page_copy (VrComparePage *self);
/** vr_compare_page_copy_citation: a sentence that says how it changed, as vr_citation_format(). */
void vr_compare_page_copy_citation (VrComparePage *self);
/** vr_compare_page_dup_citation: Returns: (transfer full) (nullable): that sentence. */
char *vr_compare_page_dup_citation (VrComparePage *self) G_GNUC_WARN_UNUSED_RESULT;
/** vr_compare_page_select_all: everything on the caret's side; without a caret, on the new one. */
void vr_compare_page_select_all (VrComparePage *self);

/**
 * vr_compare_page_scroll_by:
 *
 * Returns: whether there was anything left to scroll
 */
gboolean vr_compare_page_scroll_by (VrComparePage *self, double pixels);

/** vr_compare_page_has_painted_rows: whether rows have been drawn since the plan or the view was
 * set. */
gboolean vr_compare_page_has_painted_rows (VrComparePage *self);

/** vr_compare_page_get_bar_height: in pixels: of the bar below the articles. */
int vr_compare_page_get_bar_height (VrComparePage *self);

G_END_DECLS
