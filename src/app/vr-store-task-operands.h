/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles that a command line names, some of them versions in the archive; read in a thread. */
#pragma once

#include "vr-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * vr_store_task_read_operands:
 * @words: the address of a file, or a version with VR_VERSION_WORD_PREFIX; the second (nullable):
 *   where there is none, the first is a saved comparison that is kept, or a version that is
 *   compared with the one before it
 * @names: by side, (nullable) elements: what to call them instead
 * @options: how they are to be compared
 * @hold: whether files will be gone soon, so that they are read at once
 *
 * Starts a job and returns at once; all is copied.  @callback runs on the main thread, with
 * @source.
 */
void vr_store_task_read_operands (GObject *source, const char *const words[VR_N_SIDES],
                                  const char *const names[VR_N_SIDES], const VrOptions *options,
                                  gboolean hold, GCancellable *cancellable,
                                  GAsyncReadyCallback callback);

/** vr_store_task_read_operands_finish: fails with one sentence.  Returns: (transfer full): a
 * document that holds the versions; other files are read when compared */
VrDocument *vr_store_task_read_operands_finish (GAsyncResult *result,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
