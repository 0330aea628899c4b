/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as a critical apparatus: TEI P5, parallel segmentation. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/**
 * vr_report_tei_write: a VrReportFunc.
 *
 * As https://tei-c.org/release/doc/tei-p5-doc/en/html/TC.html has it: what both witnesses share
 * stands in a <p> for each row, what differs in an <app> with a <rdg> for either.  A witness is
 * what stands outside of <app> and in its own <rdg>; each of its paragraphs begins at a <milestone
 * unit="paragraph"> that names it and has the paragraph's number, by which they are put in order.
 * So each is recovered exactly, whatever moved, split or merged, unless an option hides something.
 * What XML cannot hold is a <g> whose @n names the character.
 *
 * A row that moved stands where the new witness has it, with a <ptr> to it where the old one did,
 * and a <transpose> in the header has the rows in the old witness's order.  Anchors stand around
 * sentences that moved.
 */
void vr_report_tei_write (const VrComparison *comparison, const VrReportOptions *options,
                          VrOutput *output);

G_END_DECLS
