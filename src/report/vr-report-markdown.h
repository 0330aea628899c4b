/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as a Markdown document, for people. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/**
 * vr_report_markdown_write: a VrReportFunc.
 *
 * CommonMark with the ~~strikethrough~~ of GitHub's dialect for what is removed; what is added is
 * **strong**.  The text is the new article's, its paragraphs as they are but for white space around
 * what is removed or added, and quiet differences have the new one's way.  A sign for a paragraph
 * stands where one was split or merged.  GitHub makes mail addresses active, also those that are
 * escaped; nothing else of the text.
 */
void vr_report_markdown_write (const VrComparison *comparison, const VrReportOptions *options,
                               VrOutput *output);

G_END_DECLS
