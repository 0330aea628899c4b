/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found, drawn behind the text of a row. */
#pragma once

#include "vr-finder.h"
#include "vr-palette.h"
#include "vr-row-content.h"

G_BEGIN_DECLS

/**
 * vr_row_highlights_snapshot:
 * @position: what @content shows
 *
 * Each match has a tint and an outline; the current one's is another and heavier, so that it is
 * told without colours too.
 */
void vr_row_highlights_snapshot (VrFinder *finder, VrPairPlan *plan, guint position,
                                 const VrRowContent *content, const VrPalette *palette,
                                 GtkSnapshot *snapshot);

/**
 * vr_row_highlights_get_y:
 *
 * Returns: the middle of the line in which match number @index begins, in pixels from the top of
 *   @content; 0 where it is not at @position
 */
double vr_row_highlights_get_y (const VrMatches *matches, VrPairPlan *plan, guint position,
                                guint index, const VrRowContent *content);

G_END_DECLS
