/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the terms of a pairing's explanation are called, and mean. */
#pragma once

#include "vr-align.h"

G_BEGIN_DECLS

/** vr_report_term_get_name: a label, e.g. "Rare Words Shared"; translated; static. */
const char *vr_report_term_get_name (VrAlignTerm term);

/** vr_report_term_get_meaning: what it tells, in a sentence; translated; static. */
const char *vr_report_term_get_meaning (VrAlignTerm term);

G_END_DECLS
