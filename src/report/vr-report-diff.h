/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as a unified diff of both articles, a paragraph a line, for patch and git apply. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/** VR_REPORT_DIFF_CONTEXT: lines around a change where the options leave nothing out, as diff -u
 * has them. */
#define VR_REPORT_DIFF_CONTEXT 3

/**
 * vr_report_diff_write: a VrReportFunc.
 *
 * Lines are those of article.md in the archive: what a patch makes of the old one is the new one,
 * byte by byte.  So quiet differences are always differences, critical changes are not picked out,
 * what moved is removed and added, and notes are left to other formats.
 */
void vr_report_diff_write (const VrComparison *comparison, const VrReportOptions *options,
                           VrOutput *output);

G_END_DECLS
