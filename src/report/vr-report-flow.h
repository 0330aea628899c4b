/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One text with both versions: what went and came, in the order of either. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/**
 * VrFlowKind: what a step of the flow has.
 * @VR_FLOW_BOTH: a row that stayed, all its paragraphs of both sides
 * @VR_FLOW_OLD: a paragraph of the old article alone: it is removed here, or moved away
 * @VR_FLOW_NEW: a paragraph of the new article alone: it is added here, or moved here
 */
typedef enum
{
  VR_FLOW_BOTH,
  VR_FLOW_OLD,
  VR_FLOW_NEW,
} VrFlowKind;

/**
 * VrFlowStep:
 * @kind: see there
 * @row: the row that has it
 * @paragraph: of the old or new article; the row's first of the new one for %VR_FLOW_BOTH
 */
typedef struct
{
  VrFlowKind kind;
  guint32 row;
  guint32 paragraph;
} VrFlowStep;

/**
 * vr_report_dup_flow:
 *
 * For formats that have one text and no moves.  What has been removed stands before what came in
 * its place; a row whose paragraphs are not next to each other is taken apart.  Linear time.
 *
 * Returns: (transfer full) (element-type VrFlowStep): steps in which all paragraphs of the old
 *   article rise by one, and all of the new one
 */
GArray *vr_report_dup_flow (const VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

/** vr_flow_step_is_move: whether the other article has it too, at another place. */
static inline gboolean
vr_flow_step_is_move (const VrFlowStep *self, const VrComparison *comparison)
{
  VrRow row = vr_comparison_get_row (comparison, self->row);

  return self->kind != VR_FLOW_BOTH && row.n_old > 0 && row.n_new > 0;
}

G_END_DECLS
