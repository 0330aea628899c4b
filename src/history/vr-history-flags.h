/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to look twice at in a history: headlines changed, silent edits, texts that are back. */
#pragma once

#include "vr-version-flags.h"
#include "vr-version.h"

G_BEGIN_DECLS

/** VrHistoryFlags: the flags of a list of versions, each found when it is asked for. */
typedef struct _VrHistoryFlags VrHistoryFlags;

/**
 * vr_history_flags_new:
 * @archive: of this thread; must outlive it
 * @versions: (element-type VrVersion): as vr_version_list() lists them; a reference is taken
 *
 * Costs nothing.
 */
VrHistoryFlags *vr_history_flags_new (VrArchive *archive,
                                      GArray *versions) G_GNUC_WARN_UNUSED_RESULT;
void vr_history_flags_free (VrHistoryFlags *self);

/** vr_history_flags_set_cancellable: @cancellable: (nullable): polled between versions, and where
 * the texts of a whole history are gone through; kept until another is set. */
void vr_history_flags_set_cancellable (VrHistoryFlags *self, GCancellable *cancellable);

/**
 * vr_history_flags_get:
 * @index: of the version in the list, from 0
 *
 * What vr_history_snapshot() kept is taken from the version's message at no cost.  A version that
 * was made otherwise is compared with the one before: about a millisecond for an article; from
 * version to neighbouring version each text is read once.  What that told is kept in the index of
 * the archive, so that it is found out once.
 *
 * Returns: borrowed; %NULL where a text cannot be read
 */
const VrVersionFlags *vr_history_flags_get (VrHistoryFlags *self, guint index, GError **error);

/**
 * vr_history_flags_append:
 * @comparison: of the version to be kept with the one before; %NULL for the first
 * @back_to: (nullable): the id of an earlier version with the same text
 *
 * Ends a message with the lines that vr_history_flags_get() reads.
 */
void vr_history_flags_append (GString *message, const VrComparison *comparison,
                              const char *back_to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrHistoryFlags, vr_history_flags_free)

G_END_DECLS
