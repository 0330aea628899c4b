/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours and shapes of a page: those of the window's light scheme, opaque, as printers want. */
#pragma once

#include "vr-comparison.h"

#include <cairo.h>

G_BEGIN_DECLS

/** VrInk: from 0 to 1. */
typedef struct
{
  double red;
  double green;
  double blue;
} VrInk;

#define VR_INK_TEXT ((VrInk){ 0, 0, 0 })
#define VR_INK_DIM ((VrInk){ 0.33, 0.33, 0.33 })
#define VR_INK_LINE ((VrInk){ 0.7, 0.7, 0.7 })
#define VR_INK_CRITICAL ((VrInk){ 0.490, 0.353, 0 })

/**
 * VrPageMark: what a run of words is.
 * @op: %VR_PIECE_EQUAL for plain words
 * @is_critical: whether it is part of a critical change
 * @is_moved: whether its sentence moved; @op then tells which end this is
 */
typedef struct
{
  VrPieceOp op : 8;
  guint is_critical : 1;
  guint is_moved : 1;
} VrPageMark;

/** vr_page_mark_is_plain: whether nothing is drawn for it. */
gboolean vr_page_mark_is_plain (VrPageMark mark);

/** VrPageWords: where marked words stand, in points; @ascent and @descent are the font's. */
typedef struct
{
  double x;
  double width;
  double baseline;
  double ascent;
  double descent;
} VrPageWords;

/** vr_ink_of_kind: of the sign of a row. */
VrInk vr_ink_of_kind (VrRowKind kind);

/** vr_ink_of_tint: what lies behind a row; white for one that is the same. */
VrInk vr_ink_of_tint (VrRowKind kind);

void vr_ink_use (VrInk ink, cairo_t *cr);

/** vr_page_mark_draw_behind: the tint and the outline of marked words. */
void vr_page_mark_draw_behind (VrPageMark mark, const VrPageWords *words, cairo_t *cr);

/** vr_page_mark_draw_over: the line that tells a mark without colour: struck through, underlined,
 * dotted, doubled or wavy. */
void vr_page_mark_draw_over (VrPageMark mark, const VrPageWords *words, cairo_t *cr);

G_END_DECLS
