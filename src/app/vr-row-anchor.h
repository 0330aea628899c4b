/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a reader stands, told so that it is found again in another comparison of the articles. */
#pragma once

#include "vr-pair-plan.h"

G_BEGIN_DECLS

/**
 * VrRowAnchor:
 * @row_id: (nullable): the row's id, the same as long as its texts are; %NULL for nowhere
 * @side, @paragraph: a paragraph of the row, the new side's where it has one
 * @part: how many positions behind the first one of the row, for a long paragraph
 * @is_reference: whether it is the line that tells where a row went
 */
typedef struct
{
  char *row_id;
  VrSide side;
  guint paragraph;
  guint part;
  gboolean is_reference;
} VrRowAnchor;

/** vr_row_anchor_set: remembers @position; nowhere where it is %VR_PAIR_NONE. */
void vr_row_anchor_set (VrRowAnchor *self, const VrPairPlan *plan, guint position);

/**
 * vr_row_anchor_find:
 *
 * Looks for the paragraph where it stood, then for the row's id anywhere, then settles for the
 * paragraph of that number.
 *
 * Returns: the position in @plan, or %VR_PAIR_NONE where there is none
 */
guint vr_row_anchor_find (const VrRowAnchor *self, const VrPairPlan *plan);

/** vr_row_anchor_clear: makes it nowhere. */
void vr_row_anchor_clear (VrRowAnchor *self);

/**
 * VrReadingPlace:
 * @top: the row at the top of the visible part
 * @within: how much of it is above, 0 to 1
 * @selected: the row selected, or nowhere
 */
typedef struct
{
  VrRowAnchor top;
  double within;
  VrRowAnchor selected;
} VrReadingPlace;

/** vr_reading_place_copy: Returns: (transfer full) (nullable): of %NULL %NULL. */
VrReadingPlace *vr_reading_place_copy (const VrReadingPlace *self) G_GNUC_WARN_UNUSED_RESULT;
void vr_reading_place_free (VrReadingPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrReadingPlace, vr_reading_place_free)

G_END_DECLS
