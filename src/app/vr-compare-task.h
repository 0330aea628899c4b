/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and comparing a document in a thread: one task, one answer. */
#pragma once

#include "vr-document.h"
#include "vr-pair-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrCompareTask:
 *
 * A comparison under way.  It may begin before there is a display.  The worker sees its document
 * and the core, nothing of the window.
 *
 * Property "fraction": how far it is, 0 to 1; notified on the main thread.
 * Signal "finished": it is over; emitted once, on the main thread, unless cancelled.
 */
#define VR_TYPE_COMPARE_TASK (vr_compare_task_get_type ())
G_DECLARE_FINAL_TYPE (VrCompareTask, vr_compare_task, VR, COMPARE_TASK, GObject)

/** vr_compare_task_new: starts at once; the task keeps itself alive until it is over. */
VrCompareTask *vr_compare_task_new (VrDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/** vr_compare_task_new_held: the same, for files that will soon be gone: their bytes are read first
 * and stay in the task's document. */
VrCompareTask *vr_compare_task_new_held (VrDocument *document) G_GNUC_WARN_UNUSED_RESULT;

void vr_compare_task_cancel (VrCompareTask *self);

gboolean vr_compare_task_is_finished (VrCompareTask *self);

/** vr_compare_task_get_document: borrowed; of a held one another when it is finished. */
VrDocument *vr_compare_task_get_document (VrCompareTask *self);
double vr_compare_task_get_fraction (VrCompareTask *self);
/** vr_compare_task_get_plan: (nullable): borrowed; %NULL where it failed or is not over. */
VrPairPlan *vr_compare_task_get_plan (VrCompareTask *self);
/**
 * vr_compare_task_get_error:
 * @failed: (out) (optional): which side could not be read, or %VR_N_SIDES where both could
 *
 * Returns: (nullable): borrowed; one sentence that names the file
 */
const GError *vr_compare_task_get_error (VrCompareTask *self, guint *failed);

G_END_DECLS
