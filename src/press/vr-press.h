/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The writers of the formats that need libraries of their own. */
#pragma once

#include "vr-report-history.h"
#include "vr-report.h"

G_BEGIN_DECLS

/**
 * vr_press_get_writer:
 * @options: those that will be given to it: in @made_with they are told on what its bytes depend
 *
 * Returns: what writes @format: its own writer, or this layer's; never %NULL
 */
VrReportFunc vr_press_get_writer (const VrReportFormat *format, VrReportOptions *options);

/** vr_press_get_history_writer: Returns: (nullable): what writes all versions of an article as
 * @format; %NULL where nothing does */
VrReportHistoryFunc vr_press_get_history_writer (const VrReportFormat *format);

G_END_DECLS
