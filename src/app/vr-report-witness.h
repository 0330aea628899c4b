/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a version that is compared, besides its text. */
#pragma once

#include "vr-document.h"
#include "vr-report-info.h"

G_BEGIN_DECLS

/** vr_report_witness_find: what the archive tells of @source, where that is a version and is there
 * as it was compared; of others nothing.  Reads the archive; may run in any thread. */
void vr_report_witness_find (VrReportWitness *witness, const VrSource *source);

G_END_DECLS
