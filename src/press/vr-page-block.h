/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands together on a page: a row with its sign and all that is said of it. */
#pragma once

#include "vr-page-text.h"
#include "vr-report-history.h"
#include "vr-report.h"

G_BEGIN_DECLS

/**
 * VrPageSetting: what all blocks of a document share.
 * @comparison: (nullable): %NULL for a history
 * @history: (nullable): else that
 * @context: see vr_page_text_lay_out()
 * @width: of what is printed, in points
 * @column_x, @column_width: by side, where articles stand; both sides at one place where they are
 *   merged
 * @sign_x: the middle of the signs
 * @notes: (nullable): see vr_report_info_sort_notes()
 */
typedef struct
{
  const VrComparison *comparison;
  const VrReportHistory *history;
  const VrReportOptions *options;
  PangoContext *context;
  double width;
  double column_x[VR_N_SIDES];
  double column_width;
  double sign_x;
  GHashTable *notes;
} VrPageSetting;

/** VrPageBlockKind: what a block is made of. */
typedef enum
{
  VR_PAGE_BLOCK_FRONT,     /* titles, versions, summary */
  VR_PAGE_BLOCK_CAPTION,   /* the versions alone, above one row */
  VR_PAGE_BLOCK_SKIPPED,   /* how many paragraphs are left out */
  VR_PAGE_BLOCK_REFERENCE, /* where a row stood that moved */
  VR_PAGE_BLOCK_ROW,
  VR_PAGE_BLOCK_CUT,     /* how many do not fit into a picture */
  VR_PAGE_BLOCK_HISTORY, /* of a history: title, figures, the timeline */
  VR_PAGE_BLOCK_STEP,    /* a version and what it changed */
} VrPageBlockKind;

/** VrPageBlockSpec: @number is the row, the step from 0, or how many are left out, and
 * @n_furniture how many lines of furniture besides. */
typedef struct
{
  VrPageBlockKind kind;
  guint32 number;
  guint32 n_furniture;
} VrPageBlockSpec;

/** VrPageBlock: a list of lines that may be drawn on several pages. */
typedef struct _VrPageBlock VrPageBlock;

/** vr_page_block_new_context: Returns: (transfer full): with a font map of its own, as those that
 * threads have are no other thread's, and without what screens need, so that lines are the same
 * everywhere */
PangoContext *vr_page_block_new_context (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_page_block_new: Returns: (transfer full) (nullable): laid out; %NULL when the options'
 * cancellable was cancelled */
VrPageBlock *vr_page_block_new (const VrPageSetting *setting,
                                VrPageBlockSpec spec) G_GNUC_WARN_UNUSED_RESULT;
void vr_page_block_free (VrPageBlock *self);

guint vr_page_block_get_n_lines (const VrPageBlock *self);

/** vr_page_block_get_gap: what is left free above line @line, unless a page begins with it. */
double vr_page_block_get_gap (const VrPageBlock *self, guint line);
double vr_page_block_get_height (const VrPageBlock *self, guint line);

/** vr_page_block_may_break: whether a page may begin with line @line: no first or last line of a
 * paragraph stands alone, and what is said of a paragraph stands with it. */
gboolean vr_page_block_may_break (const VrPageBlock *self, guint line);

/** vr_page_block_draw: draws lines @first up to, without, @end, from @y downwards; 0 is the left
 * margin. */
void vr_page_block_draw (VrPageBlock *self, guint first, guint end, cairo_t *cr, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrPageBlock, vr_page_block_free)

G_END_DECLS
