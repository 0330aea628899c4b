/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a text is found in a comparison: places in reading order, each on one side or on both. */
#pragma once

#include "vr-row-text.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrMatch:
 * @position: of the plan: where it stands, or begins
 * @spans: bytes of the row's text on either side; empty on a side it is not on
 *
 * One place.  Words that became of each other are one place on both sides, so a paragraph that is
 * the same counts as often as it has the words, and so does the unchanged part of an edited one;
 * words that went and words that came are places of their own.
 */
typedef struct
{
  guint32 position;
  VrSpan spans[VR_N_SIDES];
} VrMatch;

/** VrMatches: the places, from top to bottom.  Immutable. */
typedef struct _VrMatches VrMatches;

/**
 * vr_matches_new:
 * @query: what a VrPattern is made of; one without anything to look for is found nowhere
 *
 * References are not searched: their rows are, where they stand.  May run in any thread; time grows
 * with the bytes of both articles.
 *
 * Returns: (transfer full) (nullable): the matches, or %NULL where @cancellable was cancelled
 */
VrMatches *vr_matches_new (const VrPairPlan *plan, const char *query,
                           GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

void vr_matches_free (VrMatches *self);

guint vr_matches_get_n (const VrMatches *self);
const VrMatch *vr_matches_peek (const VrMatches *self, guint index);

/** vr_matches_find: number of the first match at or behind @position.  Logarithmic time. */
guint vr_matches_find (const VrMatches *self, guint position);

/**
 * VrMatchSpan:
 * @from, @to: bytes of the text shown
 * @index: of which match; one may be several spans
 */
typedef struct
{
  guint32 from;
  guint32 to;
  guint32 index;
} VrMatchSpan;

/**
 * vr_matches_dup_spans:
 * @plan: the one that was searched
 * @text: the text shown at @position of @view; may be %NULL where the view is one side
 *
 * Returns: (transfer full) (element-type VrMatchSpan): what to highlight at @position, also of a
 *   match that begins in the part before it
 */
GArray *vr_matches_dup_spans (const VrMatches *self, const VrPairPlan *plan, guint position,
                              VrRowView view, const VrRowText *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrMatches, vr_matches_free)

G_END_DECLS
