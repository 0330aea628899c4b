/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every comparison must hold to, whatever the texts; used by tests and fuzzers. */
#pragma once

#include "vr-compare.h"

G_BEGIN_DECLS

/* Compares two texts given as strings, a paragraph a line, in English unless the options tell the
 * language; never NULL. */
VrComparison *compare_lines (const char *old_text, const char *new_text, const VrOptions *options,
                             VrOverrides *overrides) G_GNUC_WARN_UNUSED_RESULT;

/* Compares pre-cut units. */
VrComparison *compare_units (const char *const *old_units, guint n_old,
                             const char *const *new_units, guint n_new,
                             const VrOptions *options) G_GNUC_WARN_UNUSED_RESULT;

/* Every paragraph in exactly one row; joined pieces are both texts; kinds, places and figures
 * agree with each other.  Aborts with a message that names what is broken. */
void check_comparison (const VrComparison *comparison);

/* The rows of @swapped are those of @comparison with sides and kinds swapped. */
void check_mirror (const VrComparison *comparison, const VrComparison *swapped);

/* The rows as words, for tests that read well: "same 0 0|edited 1 1|added - 2|...". */
char *describe_rows (const VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
