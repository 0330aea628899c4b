/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Critical changes in words. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/**
 * vr_report_dup_critical:
 *
 * Returns: (transfer full) (nullable): all critical changes of row @row, e.g. "“not” removed;
 *   question mark became a full stop"; translated; %NULL where it has none
 */
char *vr_report_dup_critical (const VrComparison *comparison, guint row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
