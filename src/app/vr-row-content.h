/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one row shows, laid out for a width: measured and drawn by the same object. */
#pragma once

#include "vr-palette.h"
#include "vr-row-geometry.h"
#include "vr-row-look.h"
#include "vr-row-text.h"

G_BEGIN_DECLS

/** VR_ROW_NOTE_PX: the least height of the line that says where a row moved; a button fits in. */
#define VR_ROW_NOTE_PX 34

/**
 * VrRowStyle:
 * @context: of the list, so that all rows measure alike
 * @attributes: of the prose, by side and look; @note_attributes: of what is said about a row
 * @role_attributes: of what a run of furniture is
 * @geometry: the columns
 * @line_height: of the prose, in pixels
 * @generation: another one whenever anything of this, or the plan, is another one
 *
 * How rows are set at a width; belongs to VrRowHeights.
 */
typedef struct
{
  PangoContext *context;
  PangoAttrList *attributes[VR_N_SIDES][VR_N_ROW_LOOKS];
  PangoAttrList *note_attributes;
  PangoAttrList *role_attributes;
  VrRowGeometry geometry;
  int line_height;
  guint generation;
} VrRowStyle;

typedef struct _VrRowContent VrRowContent;

/**
 * vr_row_content_new:
 * @style: read during the call only
 *
 * Lays out the texts at @position; the one costly step of a row.
 *
 * Returns: (transfer full): the content
 */
VrRowContent *vr_row_content_new (const VrPairPlan *plan, guint position,
                                  const VrRowStyle *style) G_GNUC_WARN_UNUSED_RESULT;
void vr_row_content_free (VrRowContent *self);

/** vr_row_content_get_generation: that of the style it was made for. */
guint vr_row_content_get_generation (const VrRowContent *self);
int vr_row_content_get_height (const VrRowContent *self);

/** vr_row_content_peek_geometry: the columns it was made for. */
const VrRowGeometry *vr_row_content_peek_geometry (const VrRowContent *self);

/**
 * vr_row_content_peek_layout:
 * @x, @y: (out): where it stands in the row
 *
 * Returns: (nullable): what is laid out of @view; %NULL where it has no text of its own.  Borrowed
 */
PangoLayout *vr_row_content_peek_layout (const VrRowContent *self, VrRowView view, int *x, int *y);

/** vr_row_content_get_button: where the button behind the note stands, %VR_ROW_NOTE_PX square. */
void vr_row_content_get_button (const VrRowContent *self, int *x, int *y);

/** vr_row_content_snapshot: @height is the row's, which the tint of a paragraph fills. */
void vr_row_content_snapshot (VrRowContent *self, GtkSnapshot *snapshot, const VrPalette *palette,
                              int height);

/** vr_row_content_find_mark: (nullable): the marked words at a point of the row; borrowed. */
const VrMark *vr_row_content_find_mark (const VrRowContent *self, double x, double y);
/** vr_row_content_peek_text: (nullable): the text of the layout of @view; borrowed. */
const VrRowText *vr_row_content_peek_text (const VrRowContent *self, VrRowView view);

/** vr_row_content_pads: the space above and below the text at @position. */
int vr_row_content_pads (const VrPairPlan *plan, guint position);

/** VR_ROW_EXCERPT_LINES: how much of a paragraph stands where it moved away. */
#define VR_ROW_EXCERPT_LINES 2

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrRowContent, vr_row_content_free)

G_END_DECLS
