/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a row with their marks, as the texts of a page. */
#pragma once

#include "vr-page-text.h"
#include "vr-report.h"

G_BEGIN_DECLS

/**
 * vr_page_words_append_row:
 * @texts: by side; without the old side's both are merged into the new side's: what went stands
 *   before what came
 *
 * Appends the text of row @row.
 */
void vr_page_words_append_row (const VrComparison *comparison, const VrReportOptions *options,
                               guint row, VrPageText *const texts[VR_N_SIDES]);

G_END_DECLS
