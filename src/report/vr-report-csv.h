/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The changes as a table, a line a change, for spreadsheets. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/**
 * vr_report_csv_write: a VrReportFunc.
 *
 * RFC 4180 in UTF-8, every cell in quotes; lines end in CR LF, and those inside of a cell in LF.  A
 * byte order mark begins it, without which Excel reads it in the system's code page.  The header's
 * names are the same in every language.
 *
 * No cell is a formula (https://owasp.org/www-community/attacks/CSV_Injection): an apostrophe
 * stands before "=", "+", "-" and "@", their wide forms, and any apostrophes and quotation marks
 * before those, where they begin a cell, or follow a semicolon, tab or line end, at which a
 * spreadsheet of another country may cut; a cell that begins with white space that is no space has
 * one too.  So whoever takes that apostrophe away there has the text.  Control characters stand as
 * their pictures.
 */
void vr_report_csv_write (const VrComparison *comparison, const VrReportOptions *options,
                          VrOutput *output);

G_END_DECLS
