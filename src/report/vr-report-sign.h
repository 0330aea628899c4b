/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sign beside a row, by which its kind is told without colour. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/**
 * vr_report_get_sign:
 * @moved_by: see vr_comparison_get_moved_by(); of the moved kinds alone
 *
 * Returns: one character, or "" for a row that is the same; static
 */
const char *vr_report_get_sign (VrRowKind kind, int moved_by);

G_END_DECLS
