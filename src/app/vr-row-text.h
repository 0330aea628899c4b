/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text that a row lays out, and which of its words are marked. */
#pragma once

#include "vr-pair-plan.h"

G_BEGIN_DECLS

/** Stands for the end of a paragraph that went or came, where both sides are in one text. */
#define VR_ROW_TEXT_PILCROW "\302\266"

/** Stands for %VR_PARAGRAPH_SEPARATOR: as many bytes, so that no offset moves; Pango reads them as
 * two line ends. */
#define VR_ROW_TEXT_EMPTY_LINE "\r\n\n"

/**
 * VrRowView: which text of a row.
 * @VR_ROW_VIEW_INLINE: both sides merged: what went stands before what came
 */
typedef enum
{
  VR_ROW_VIEW_OLD = VR_SIDE_OLD,
  VR_ROW_VIEW_NEW = VR_SIDE_NEW,
  VR_ROW_VIEW_INLINE,
} VrRowView;

/**
 * VrMark: bytes @from to @to of the text are a piece, never an equal one.
 * @op: of what kind
 * @quiet: for a quiet one the VrQuiet classes that differ
 * @is_critical: whether they are part of a critical change
 * @sentence: from 1: which of the row's sentences, one that moved, these words are part of; else 0
 */
typedef struct
{
  guint32 from;
  guint32 to;
  VrPieceOp op : 8;
  guint quiet : 8;
  guint is_critical : 1;
  guint32 sentence;
} VrMark;

/**
 * VrRun:
 * @from, @to: bytes of the text shown; runs rise, and what is between them is in neither article
 * @side: whose words they are; the new side's where both have them
 * @source: which bytes of that side at the position; as many as are shown, unless they are the one
 *   end of a paragraph
 */
typedef struct
{
  guint32 from;
  guint32 to;
  VrSide side;
  VrSpan source;
} VrRun;

/**
 * VrRowText:
 * @text: terminated; paragraphs in it are parted by an empty line
 * @n_bytes: of @text
 * @runs: (element-type VrRun): where the text comes from; one run but where both sides are merged
 * @marks: (element-type VrMark): rising, without overlap; white space at their ends is left out
 *   unless there is nothing else in them
 */
typedef struct
{
  char *text;
  gsize n_bytes;
  GArray *runs;
  GArray *marks;
} VrRowText;

/** vr_row_text_new: Returns: (transfer full): the text shown at @position. */
VrRowText *vr_row_text_new (const VrPairPlan *plan, guint position,
                            VrRowView view) G_GNUC_WARN_UNUSED_RESULT;
void vr_row_text_free (VrRowText *self);

/**
 * vr_row_text_is_between:
 *
 * Returns: whether @byte of @text is inside the empty line that stands for the end of a paragraph,
 *   where nobody can stand; before it and behind it one can
 */
gboolean vr_row_text_is_between (const char *text, guint32 byte);

/** vr_row_text_is_equal: whether both sides at @position have the very same bytes. */
gboolean vr_row_text_is_equal (const VrPairPlan *plan, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrRowText, vr_row_text_free)

G_END_DECLS
