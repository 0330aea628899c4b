/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much a text looks like one that somebody wrote. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrPlausibility:
 * @n_chars: all characters
 * @n_marked: those above ASCII
 * @n_odd: how much is odd: controls, private and rare characters, and neighbours that texts hardly
 *   ever have: letters of two scripts in one word, capitals within it, symbols or frames beside
 *   letters.  A defect counts 1 to 4.
 */
typedef struct
{
  guint64 n_chars;
  guint64 n_marked;
  guint64 n_odd;
} VrPlausibility;

/**
 * vr_plausibility_measure:
 * @text: valid UTF-8
 *
 * Linear time, nothing is allocated.
 */
VrPlausibility vr_plausibility_measure (const char *text, gsize n_bytes);

/**
 * vr_plausibility_score:
 *
 * Returns: from 0 (noise) to 1 (nothing odd, or nothing but ASCII), comparable between readings of
 * the same bytes
 */
double vr_plausibility_score (const char *text, gsize n_bytes);

G_END_DECLS
