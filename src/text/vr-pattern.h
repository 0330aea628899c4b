/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader looks for in a text, found however it is set there. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * VrPattern:
 *
 * A text to be found.  Immutable; may be used by any number of threads at once.
 *
 * What a reader would call the same is the same: upper and lower case (Unicode's full case
 * folding, so that "strasse" finds "Straße"), canonically equivalent spellings, and all that
 * vr_fold_replacement() folds: curly and straight quotes, dashes (two or three hyphen-minuses are
 * one, and so is a minus sign), the ellipsis, ligatures, soft hyphens and other characters that
 * cannot be seen.  White space of any kind and amount, line ends included, is one space.
 *
 * A match begins and ends between characters as a reader counts them (grapheme clusters, UAX #29):
 * "e" is not found in "é", however that is spelt, nor one "." in "…".
 */
typedef struct _VrPattern VrPattern;

/**
 * vr_pattern_new:
 * @query: valid UTF-8
 *
 * Returns: (transfer full) (nullable): the pattern, or %NULL where there is nothing to look for
 */
VrPattern *vr_pattern_new (const char *query) G_GNUC_WARN_UNUSED_RESULT;
void vr_pattern_free (VrPattern *self);

/**
 * vr_pattern_find:
 * @text: valid UTF-8
 * @from: where to begin: 0, or where a match ended
 * @match: (out): where it stands in @text
 *
 * Finds the first match that begins at or behind @from.  Time grows with the bytes looked at,
 * however often the pattern nearly matches (Knuth, Morris and Pratt: Fast Pattern Matching in
 * Strings, 1977); on Latin text it is that of reading every byte.
 *
 * Returns: whether there is one; else @match is not touched
 */
gboolean vr_pattern_find (const VrPattern *self, VrSlice text, gsize from, VrSpan *match);

/**
 * vr_pattern_find_all:
 * @text: valid UTF-8
 * @matches: (element-type VrSpan): what is found is added here
 *
 * Finds what vr_pattern_find () finds from the beginning and from each match's end on.  Faster than
 * that where the pattern is one Latin letter or digit.
 */
void vr_pattern_find_all (const VrPattern *self, VrSlice text, GArray *matches);

/**
 * vr_pattern_fold:
 * @text: valid UTF-8
 *
 * What patterns see of @text, for an index: where a pattern is found in a text, its query so folded
 * is part of the text so folded.  The other way round that need not be, as matches end between
 * characters.
 *
 * Returns: (transfer full): the folded text, valid UTF-8
 */
char *vr_pattern_fold (VrSlice text) G_GNUC_WARN_UNUSED_RESULT;

/** vr_pattern_get_folding: what decides how texts are folded: where it differs, an index is of no
 * use; static. */
const char *vr_pattern_get_folding (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrPattern, vr_pattern_free)

G_END_DECLS
