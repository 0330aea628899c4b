/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison in CriticMarkup, for writers of Markdown: http://criticmarkup.com */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/**
 * vr_report_critic_write: a VrReportFunc.
 *
 * A paragraph a block.  To accept all gives the paragraphs of the new article in their order, to
 * reject all those of the old one, byte by byte: without comments and empty blocks, and Markdown's
 * backslashes and numbered characters read as it does.  What moved is removed where it was and
 * added where it is, and a comment at either place has the row's id.  Where options hide something,
 * it is missing from both.
 */
void vr_report_critic_write (const VrComparison *comparison, const VrReportOptions *options,
                             VrOutput *output);

G_END_DECLS
