/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences of a row that moved, inside it or to and from another row. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/**
 * VrSentenceMove:
 * @sentence: from 1: which of the row's sentences
 * @side: which end it is: the old side's is where it left
 * @span: bytes of the row's text on that side
 */
typedef struct
{
  guint32 sentence;
  VrSide side;
  VrSpan span;
} VrSentenceMove;

/**
 * vr_report_find_moves:
 *
 * Returns: (transfer full) (element-type VrSentenceMove): the ends of moved sentences that row @row
 *   has on @side, rising
 */
GArray *vr_report_find_moves (const VrComparison *comparison, guint row,
                              VrSide side) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_get_move_number:
 * @sentence: from 1: which of the row's sentences
 * @side: the end that is asked from
 *
 * Returns: the number of the paragraph, from 1, that has the other end; 0 where the row has both
 */
guint vr_report_get_move_number (const VrComparison *comparison, guint row, guint32 sentence,
                                 VrSide side);

G_END_DECLS
