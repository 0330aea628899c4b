/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a worker is, carried over to the main thread. */
#pragma once

#include "vr-progress.h"

#include <glib-object.h>

G_BEGIN_DECLS

/** VrTaskProgress: atomically ref-counted: what both threads touch of a job. */
typedef struct _VrTaskProgress VrTaskProgress;

/** VrTaskProgressFunc: called on the main thread. */
typedef void (*VrTaskProgressFunc) (GObject *owner, double fraction);

/** vr_task_progress_new: @func: (nullable): called while @owner lives, however often the worker
 * tells, once an idle. */
VrTaskProgress *vr_task_progress_new (GObject *owner,
                                      VrTaskProgressFunc func) G_GNUC_WARN_UNUSED_RESULT;
void vr_task_progress_unref (VrTaskProgress *self);

/** vr_task_progress_get: for the worker, while it has a reference on @self. */
VrProgress vr_task_progress_get (VrTaskProgress *self);

G_END_DECLS
