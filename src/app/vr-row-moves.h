/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences of a row that moved, inside it or to and from another row. */
#pragma once

#include "vr-report-moves.h"
#include "vr-row-text.h"

G_BEGIN_DECLS

/**
 * vr_row_moves_find:
 *
 * Returns: (transfer full) (element-type VrSentenceMove): the ends of moved sentences that the row
 * shows at @position on @side, rising; empty for references and folds
 */
GArray *vr_row_moves_find (const VrPairPlan *plan, guint position,
                           VrSide side) G_GNUC_WARN_UNUSED_RESULT;

/** vr_row_moves_mark: tells in @text's marks which words are part of a sentence that moved. */
void vr_row_moves_mark (VrRowText *text, const VrPairPlan *plan, guint position);

/**
 * vr_row_moves_find_next:
 *
 * Returns: the place that has the other end of the first sentence at @position that moved to or
 *   from another row; G_MAXUINT where there is none.  Linear in the number of rows.
 */
guint vr_row_moves_find_next (const VrPairPlan *plan, guint position);

G_END_DECLS
