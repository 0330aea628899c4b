/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where bytes of a row's text stand on the screen, and back: caret, lines, selected words. */
#pragma once

#include "vr-row-content.h"

G_BEGIN_DECLS

/**
 * VrRowHit:
 * @view: the column
 * @byte: of its text: between the two characters nearest to the point
 * @character: where the character begins that the point is on
 * @is_over: whether the point is on text, not beside it
 */
typedef struct
{
  VrRowView view;
  guint32 byte;
  guint32 character;
  gboolean is_over;
} VrRowHit;

/**
 * vr_row_caret_locate:
 * @x, @y: in pixels from the row's corner
 *
 * Returns: whether the column under the point, or nearest to it, has text; @hit says where
 */
gboolean vr_row_caret_locate (const VrRowContent *content, double x, double y, VrRowHit *hit);

/** vr_row_caret_locate_in: the same in the column @view, however far away that is. */
gboolean vr_row_caret_locate_in (const VrRowContent *content, VrRowView view, double x, double y,
                                 VrRowHit *hit);

/** vr_row_caret_get_area: the caret before @byte, without width; in pixels of the row. */
gboolean vr_row_caret_get_area (const VrRowContent *content, VrRowView view, guint32 byte,
                                GdkRectangle *area);

/**
 * vr_row_caret_move_line:
 * @byte: (inout): where the caret stands
 * @direction: 1 down, -1 up
 * @goal_x: where the caret is wanted in the line, in pixels of the row
 *
 * Returns: %FALSE where there is no such line in this row
 */
gboolean vr_row_caret_move_line (const VrRowContent *content, VrRowView view, guint32 *byte,
                                 int direction, double goal_x);

/** vr_row_caret_enter: the byte at @goal_x of the first line, or going up of the last one. */
guint32 vr_row_caret_enter (const VrRowContent *content, VrRowView view, int direction,
                            double goal_x);

/** vr_row_caret_find_line: from where to where the line goes that the caret stands in. */
VrSpan vr_row_caret_find_line (const VrRowContent *content, VrRowView view, guint32 byte);

/**
 * vr_row_caret_move_visually:
 * @byte: (inout): where the caret stands
 * @direction: 1 to the right, -1 to the left
 *
 * Returns: 0, or where the caret leaves the text: 1 behind its end, -1 before its start
 */
int vr_row_caret_move_visually (const VrRowContent *content, VrRowView view, guint32 *byte,
                                int direction);

/** vr_row_caret_is_rtl: whether the text at @byte runs from right to left. */
gboolean vr_row_caret_is_rtl (const VrRowContent *content, VrRowView view, guint32 byte);

/** vr_row_caret_snapshot_span: the background of selected text. */
void vr_row_caret_snapshot_span (const VrRowContent *content, VrRowView view, VrSpan span,
                                 const GdkRGBA *color, GtkSnapshot *snapshot);

/** vr_row_caret_snapshot: the caret, as the style of @widget has it. */
void vr_row_caret_snapshot (const VrRowContent *content, VrRowView view, guint32 byte,
                            GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
