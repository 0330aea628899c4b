/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as an OpenDocument text with tracked changes. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/**
 * vr_report_odt_write: a VrReportFunc.
 *
 * OpenDocument 1.3, part 3: tracked changes (5.5) and annotations (14.1); the format knows no
 * moves, so what moved is a deletion and an insertion whose comments have the same number.  A
 * change must have a time: the new version's, else vr_report_dup_time(), else the start of 1970.
 * The manifest is an entry of its own, the seal the comment of the ZIP file.
 */
void vr_report_odt_write (const VrComparison *comparison, const VrReportOptions *options,
                          VrOutput *output);

G_END_DECLS
