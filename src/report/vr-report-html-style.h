/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an HTML report looks like, and the rule that lets nothing else be loaded. */
#pragma once

#include "vr-output.h"

G_BEGIN_DECLS

/** vr_report_html_sheet: report.css, put into the program when it is built. */
extern const char vr_report_html_sheet[];

/**
 * vr_report_html_style_write:
 *
 * Writes the content security policy and the style element.  The policy names the style by its
 * SHA-256 (https://www.w3.org/TR/CSP3/#match-element-to-source-list): no script runs, nothing is
 * fetched, and no style but this one holds, whatever an article contains.  Words that only a screen
 * reader says are in the style too, so that they are not copied along with an article's text.
 */
void vr_report_html_style_write (VrOutput *output);

G_END_DECLS
