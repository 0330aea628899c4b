/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Histories in threads: where sentences come from, and in which versions a phrase stands. */
#pragma once

#include "vr-history-blame.h"
#include "vr-phrase-lives.h"
#include "vr-store-task.h"

G_BEGIN_DECLS

/*
 * As in vr-store-task.h.  @progress, copied, is told on the main thread how far a job is, and no
 * more once its answer was taken or it was cancelled.
 */

/**
 * vr_store_task_trace:
 * @name: "story/variant"
 * @id: (nullable): the version whose sentences are asked about; the last one where %NULL
 */
void vr_store_task_trace (GObject *source, const char *name, const char *id,
                          const VrProgress *progress, GCancellable *cancellable,
                          GAsyncReadyCallback callback);
/** vr_store_task_trace_finish: @titles: (out): of the variant; to be cleared.  Returns: (transfer
 * full): where they come from */
VrHistoryBlame *vr_store_task_trace_finish (GAsyncResult *result, VrVariantTitles *titles,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_store_task_search: looks for @phrase in all versions of all variants. */
void vr_store_task_search (GObject *source, const char *phrase, const VrProgress *progress,
                           GCancellable *cancellable, GAsyncReadyCallback callback);
/** vr_store_task_search_finish: Returns: (transfer full): what became of the phrase; without any
 * event where nothing has it */
VrPhraseLives *vr_store_task_search_finish (GAsyncResult *result,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
