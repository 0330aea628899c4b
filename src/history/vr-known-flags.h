/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comparing versions told, kept in the index; for src/history only. */
#pragma once

#include "vr-version.h"

G_BEGIN_DECLS

/**
 * VrKnownFlags: of a list of versions, the lines that vr_history_flags_append() writes, for those
 * that were once compared
 *
 * They hold for these rules (the program's version) and this language only.  Where the index cannot
 * be read or written, nothing is known, which costs time alone.
 */
typedef struct _VrKnownFlags VrKnownFlags;

/**
 * vr_known_flags_new:
 * @archive: of this thread; must outlive it
 * @versions: (element-type VrVersion): all of a variant; a reference is taken
 *
 * Reads what is known: some 2 microseconds a version.
 */
VrKnownFlags *vr_known_flags_new (VrArchive *archive, GArray *versions) G_GNUC_WARN_UNUSED_RESULT;

/** vr_known_flags_free: writes what was put. */
void vr_known_flags_free (VrKnownFlags *self);

/** vr_known_flags_get: Returns: (nullable): the lines of version @index, from 0; borrowed. */
const char *vr_known_flags_get (const VrKnownFlags *self, guint index);

/** vr_known_flags_put: @lines: (transfer full): those of version @index; written some hundreds at a
 * time.  Returns: @lines, borrowed */
const char *vr_known_flags_put (VrKnownFlags *self, guint index, char *lines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrKnownFlags, vr_known_flags_free)

G_END_DECLS
