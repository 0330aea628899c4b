/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What earned a row its pairing, in words. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/**
 * vr_report_rank_terms:
 * @ranked: (out): the terms that count, what speaks most for the pairing first, what speaks against
 *   it last
 *
 * Returns: how many there are
 */
guint vr_report_rank_terms (const VrRow *row, VrAlignTerm ranked[VR_ALIGN_N_TERMS]);

/**
 * vr_report_dup_reasons:
 *
 * Returns: (transfer full) (nullable): how sure the pairing is and what spoke for it and against
 *   it, the strongest first: "Match 93%: Rare Words Shared +3.2, Length −0.4"; translated; %NULL
 * for a row of one side, and where nothing had to be weighed
 */
char *vr_report_dup_reasons (const VrComparison *comparison, guint row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
