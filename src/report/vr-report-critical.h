/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Critical changes in words. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/**
 * vr_critical_dup_change_words:
 * @change: number of a critical change of row @row, from 0
 *
 * Returns: (transfer full): what changed, e.g. "number changed from “5.0” to “50”"; translated
 */
char *vr_critical_dup_change_words (const VrComparison *comparison, guint row,
                                    guint change) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_critical_dup_words:
 *
 * Returns: (transfer full) (nullable): all critical changes of row @row, e.g. "“not” removed;
 *   question mark became a full stop"; translated; %NULL where it has none
 */
char *vr_critical_dup_words (const VrComparison *comparison, guint row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
