/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the terms of a pairing's explanation are called, and mean. */
#pragma once

#include "vr-align.h"

G_BEGIN_DECLS

/** vr_report_term_get_name: a label, e.g. "Rare Words Shared"; translated; static. */
const char *vr_report_term_get_name (VrAlignTerm term);

/** vr_report_term_get_meaning: what it tells, in a sentence; translated; static. */
const char *vr_report_term_get_meaning (VrAlignTerm term);

/** vr_report_dup_terms: @terms: of a VrRow.  Returns: (transfer full): "Rare Words Shared: 0.35"
 * and so on with @separator between; "" where nothing was paired; translated */
char *vr_report_dup_terms (const float *terms, const char *separator) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
