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
 * and the core, nothing of the window.  Web pages that the document does not hold are fetched
 * first.
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

/**
 * vr_compare_task_new_known:
 * @known: by side, (nullable) elements: what the sources were read as, with the same options
 *
 * The same without reading what is known: a step of the reader's is about the texts that are shown,
 * whatever stands on disk by now.
 */
VrCompareTask *vr_compare_task_new_known (VrDocument *document, VrArticle *const known[VR_N_SIDES])
    G_GNUC_WARN_UNUSED_RESULT;

/** vr_compare_task_new_noted: for a document that differs from what @comparison was made of in its
 * notes only: nothing is compared again. */
VrCompareTask *vr_compare_task_new_noted (VrDocument *document,
                                          VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_compare_task_new_again:
 * @before: by side, (nullable) elements: what the overrides of @document number
 * @is_held: as vr_compare_task_new_held()
 *
 * Reads the sources anew and carries the overrides over to what they say now: the task has another
 * document when it is finished.
 */
VrCompareTask *vr_compare_task_new_again (VrDocument *document, VrArticle *const before[VR_N_SIDES],
                                          gboolean is_held) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_compare_task_new_otherwise:
 * @before: by side: what the overrides of @document number
 *
 * The same for one side, whose source is to be read in another way; the other one stays as it is.
 */
VrCompareTask *vr_compare_task_new_otherwise (VrDocument *document,
                                              VrArticle *const before[VR_N_SIDES],
                                              VrSide side) G_GNUC_WARN_UNUSED_RESULT;

void vr_compare_task_cancel (VrCompareTask *self);

gboolean vr_compare_task_is_finished (VrCompareTask *self);

/** vr_compare_task_get_document: borrowed; of a held one, one with a page that was fetched, or one
 * that was read again, another when it is finished. */
VrDocument *vr_compare_task_get_document (VrCompareTask *self);
double vr_compare_task_get_fraction (VrCompareTask *self);
/** vr_compare_task_get_plan: (nullable): borrowed; %NULL where it failed or is not over. */
VrPairPlan *vr_compare_task_get_plan (VrCompareTask *self);
/** vr_compare_task_is_again: whether it was made by vr_compare_task_new_again(). */
gboolean vr_compare_task_is_again (VrCompareTask *self);
/** vr_compare_task_fetches: whether it begins with a web page, which may be long on its way. */
gboolean vr_compare_task_fetches (VrCompareTask *self);
/** vr_compare_task_reads: whether the source is read, not known already. */
gboolean vr_compare_task_reads (VrCompareTask *self, VrSide side);
/** vr_compare_task_get_n_lost: how many overrides name a paragraph that was gone when it was read
 * again. */
guint vr_compare_task_get_n_lost (VrCompareTask *self);
/**
 * vr_compare_task_get_error:
 * @failed: (out) (optional): which side could not be read, or %VR_N_SIDES where both could
 *
 * Returns: (nullable): borrowed; one sentence that names the file
 */
const GError *vr_compare_task_get_error (VrCompareTask *self, guint *failed);
/** vr_compare_task_dup_failed_file: Returns: (transfer full) (nullable): the file that the error is
 * about, if it is about one. */
GFile *vr_compare_task_dup_failed_file (VrCompareTask *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
