/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the jobs on the archive share. */
#pragma once

#include "vr-archive.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * vr_store_task_start:
 * @job: (transfer full) (nullable): what @func works with and answers in
 *
 * Has @func called in a thread.
 */
void vr_store_task_start (GObject *source, gpointer job, GDestroyNotify free_job,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          GTaskThreadFunc func);

/*
 * In a job's thread.
 */

/** vr_store_task_return: @answer: (transfer full) (nullable).  @error: (transfer full): why there
 * is none, where it is %NULL. */
void vr_store_task_return (GTask *task, gpointer answer, GDestroyNotify answer_free, GError *error);
/** vr_store_task_return_done: @error: (transfer full): why it is not, where it is not @done. */
void vr_store_task_return_done (GTask *task, gboolean done, GError *error);

/** vr_store_task_open_archive: the reader's own; fails as vr_archive_open(). */
VrArchive *vr_store_task_open_archive (GError **error) G_GNUC_WARN_UNUSED_RESULT;
/** vr_store_task_open_if_any: the same, where it is no fault that nothing was kept yet: @archive
 * (out) (transfer full) (nullable) is %NULL then. */
gboolean vr_store_task_open_if_any (VrArchive **archive, GError **error);

G_END_DECLS
