/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search through all of a comparison, folded away or not: answers from a thread, and the match
 * stood on. */
#pragma once

#include "vr-matches.h"

G_BEGIN_DECLS

/**
 * VrFinder:
 *
 * Each new query or plan gives up the search under way; what was found before stays until there is
 * an answer, so that nothing flickers while one types.
 *
 * Signal "changed": other matches, or another one is current.
 */
#define VR_TYPE_FINDER (vr_finder_get_type ())
G_DECLARE_FINAL_TYPE (VrFinder, vr_finder, VR, FINDER, GObject)

VrFinder *vr_finder_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_finder_set_plan: searches all of it for the query, whatever its filter; @plan may be %NULL.
 * Positions, of matches and of the origin, are those of vr_pair_plan_get_whole(). */
void vr_finder_set_plan (VrFinder *self, VrPairPlan *plan);

/** vr_finder_set_query: "" forgets what was found. */
void vr_finder_set_query (VrFinder *self, const char *query);

/** vr_finder_set_origin: the first match from @position on becomes the current one. */
void vr_finder_set_origin (VrFinder *self, guint position);

/** vr_finder_stay: the next query is looked for from the current match on. */
void vr_finder_stay (VrFinder *self);

/**
 * vr_finder_step:
 * @direction: 1 or -1
 *
 * Goes to the next or previous match, from the last one to the first and back.  While a search is
 * under way the step is taken when it has ended.
 */
void vr_finder_step (VrFinder *self, int direction);

/** vr_finder_is_busy: whether a search is under way. */
gboolean vr_finder_is_busy (VrFinder *self);
guint vr_finder_get_n (VrFinder *self);
/** vr_finder_get_current: number of the current match, from 0; %VR_PAIR_NONE for none. */
guint vr_finder_get_current (VrFinder *self);
/** vr_finder_peek_matches: (nullable): of the plan that was set last; borrowed. */
const VrMatches *vr_finder_peek_matches (VrFinder *self);
/** vr_finder_set_painted: the current match was drawn. */
void vr_finder_set_painted (VrFinder *self);
/** vr_finder_get_painted: whether it was since it became the current one. */
gboolean vr_finder_get_painted (VrFinder *self);
/** vr_finder_peek_current: (nullable): the current match; borrowed. */
const VrMatch *vr_finder_peek_current (VrFinder *self);

G_END_DECLS
