/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bars of a history's timeline: how many words each version changed. */
#pragma once

#include "vr-report-history.h"

G_BEGIN_DECLS

/**
 * VrHistoryBars: on the caller's stack; the history is borrowed
 * @n: how many bars there are; of more versions than @n, neighbours share one
 * @height: of the drawing, in any unit
 * @line: where the line is, from the top: what was added stands above it, what was removed below
 * @most: how many words the tallest bar stands for; 0 where nothing is to be drawn
 */
typedef struct
{
  const VrReportHistory *history;
  guint n;
  guint height;
  guint line;
  guint64 most;
  guint64 sum; /* of the tallest bars on both sides */
} VrHistoryBars;

/** VrHistoryBar: heights in the drawing's unit; @moved stands on top of @added. */
typedef struct
{
  guint added;
  guint moved;
  guint removed;
} VrHistoryBar;

/** vr_history_bars_init: @max: how many bars there is room for. */
void vr_history_bars_init (VrHistoryBars *self, const VrReportHistory *history, guint max,
                           guint height);

/** vr_history_bars_get: both sides of the line are to one scale; no word at all has no height, one
 * is seen. */
VrHistoryBar vr_history_bars_get (const VrHistoryBars *self, guint index);

/** vr_history_bars_dup_scale: Returns: (transfer full): what the tallest bar stands for; a
 * translated sentence */
char *vr_history_bars_dup_scale (const VrHistoryBars *self) G_GNUC_WARN_UNUSED_RESULT;

/** vr_report_step_dup_when: Returns: (transfer full): when the version was, or "Version 3" where
 * nobody knows; for people */
char *vr_report_step_dup_when (const VrReportStep *step) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
