/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What earned a row its pairing, in words. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/**
 * vr_report_dup_reasons:
 *
 * Returns: (transfer full) (nullable): how sure the pairing is and what spoke for it and against
 *   it, the strongest first: "Match 93%: Rare Words Shared +3.2, Length −0.4"; translated; %NULL
 * for a row of one side, and where nothing had to be weighed
 */
char *vr_report_dup_reasons (const VrComparison *comparison, guint row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
