/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a block is put together; private to vr-page-block.c, -front.c and -row.c. */
#pragma once

#include "vr-page-block.h"

G_BEGIN_DECLS

typedef enum
{
  VR_PAGE_PART_KEEP_NEXT = 1 << 0,     /* stands with the first lines of what follows */
  VR_PAGE_PART_KEEP_PREVIOUS = 1 << 1, /* stands with the last lines of what is before it */
  VR_PAGE_PART_CARD = 1 << 2,          /* has its kind's tint behind */
  VR_PAGE_PART_BAR = 1 << 3,           /* has a line beside it: said by a reader */
} VrPagePartFlags;

/**
 * VrPagePart:
 * @cells: (nullable): owned; both may be the same one
 * @x: of the cells
 * @chart_height: of the timeline, which then stands there instead of words; else 0
 * @gap: what is left free above it
 * @sign: static; "" for none
 * @kind: whose colours the sign and the card have
 * @is_critical: the sign has theirs
 */
typedef struct
{
  VrPageText *cells[VR_N_SIDES];
  double x[VR_N_SIDES];
  double widths[VR_N_SIDES];
  double chart_height;
  double gap;
  guint flags;
  const char *sign;
  VrRowKind kind;
  gboolean is_critical;
} VrPagePart;

/** VrPageLine: line @line of part @part. */
typedef struct
{
  guint32 part;
  guint32 line;
  float gap;
  float height;
  guint may_break : 1;
} VrPageLine;

struct _VrPageBlock
{
  const VrPageSetting *setting;
  GArray *parts; /* VrPagePart */
  GArray *lines; /* VrPageLine */
  gboolean is_cancelled;
};

/** vr_page_block_add_wide: adds @text over the whole width; takes it.  Returns: the part, valid
 * until the next one. */
VrPagePart *vr_page_block_add_wide (VrPageBlock *self, VrPageText *text, double gap);

/** vr_page_block_add_columns: adds texts where the articles stand; takes them; nullable. */
VrPagePart *vr_page_block_add_columns (VrPageBlock *self, VrPageText *old_text,
                                       VrPageText *new_text, double gap);

/** vr_page_block_has_sides: whether the articles stand side by side. */
gboolean vr_page_block_has_sides (const VrPageBlock *self);

void vr_page_block_fill_front (VrPageBlock *self);
void vr_page_block_fill_caption (VrPageBlock *self);
void vr_page_block_fill_row (VrPageBlock *self, guint32 row);
void vr_page_block_fill_reference (VrPageBlock *self, guint32 row);

void vr_page_block_fill_history (VrPageBlock *self);
void vr_page_block_fill_step (VrPageBlock *self, guint32 index);

/** vr_page_block_add_chart: adds the timeline over the whole width. */
void vr_page_block_add_chart (VrPageBlock *self, double height, double gap);

/** vr_page_block_add_notes: what a reader noted on @row; see vr_report_peek_notes(). */
void vr_page_block_add_notes (VrPageBlock *self, guint32 row);

G_END_DECLS
