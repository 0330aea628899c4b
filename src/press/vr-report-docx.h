/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as an Office Open XML document with tracked changes. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/**
 * vr_report_docx_write: a VrReportFunc.
 *
 * ISO/IEC 29500-1, transitional: insertions, deletions and moves of runs and of paragraphs' marks
 * (17.13.5), comments (17.13.4); the manifest is a custom XML part (15.2.5), the seal the comment
 * of the ZIP file.
 */
void vr_report_docx_write (const VrComparison *comparison, const VrReportOptions *options,
                           VrOutput *output);

G_END_DECLS
