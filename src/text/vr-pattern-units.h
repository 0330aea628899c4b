/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text as patterns see it: characters of a reader, folded; private to vr-pattern.c. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/* A grapheme cluster of more code points than this is cut: no script needs so many, and sorting
 * combining marks takes time square in their number (UAX #15 allows 30 of them in a row). */
#define VR_PATTERN_CLUSTER_POINTS 32

/* The longest a code point becomes by folding and decomposing (UAX #15, table 4). */
#define VR_PATTERN_FOLDED_POINTS 4

/* What is found as a whole or not at all: a grapheme cluster, a row of white space, a dash of
 * hyphen-minuses.  Invisible characters have no points. */
typedef struct
{
  gsize end; /* bytes: behind it */
  guint n_points;
  gint32 points[VR_PATTERN_CLUSTER_POINTS * VR_PATTERN_FOLDED_POINTS];
} VrPatternUnit;

/* Reads the unit at byte @at, which is where one begins, of @text. */
void vr_pattern_read_unit (VrSlice text, gsize at, VrPatternUnit *unit);

/* Whether a grapheme cluster surely begins at byte @at, told by two characters alone. */
gboolean vr_pattern_is_bound (VrSlice text, gsize at);

/* Whether @point is a grapheme cluster of its own between others of which it is said as well. */
gboolean vr_pattern_is_alone (gint32 point);

/* What @point folds to; returns how many points, at most VR_PATTERN_FOLDED_POINTS. */
guint vr_pattern_fold_point (gint32 point, gint32 *points);

/* The version of Unicode that decides it all; static. */
const char *vr_pattern_get_unicode (void);

G_END_DECLS
