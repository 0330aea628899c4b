/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a report may be written. */
#pragma once

#include "vr-cli.h"
#include "vr-report.h"

G_BEGIN_DECLS

/**
 * vr_cli_check_free:
 * @output: (nullable): the file; %NULL for standard output
 * @force: whether the reader asked for a file to be replaced
 *
 * A document that is there already is replaced only where that was asked for; what programs write
 * again and again is.  A terminal is shown what it can show.
 *
 * Returns: %FALSE where @output is not to be written, which it has said
 */
gboolean vr_cli_check_free (const VrReportFormat *format, const char *output, gboolean force);

G_END_DECLS
