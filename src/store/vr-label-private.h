/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels that were taken away stay so; for src/store only. */
#pragma once

#include "vr-label.h"
#include "vr-record.h"

G_BEGIN_DECLS

/**
 * vr_label_is_removed:
 * @record: as vr_record_read() tells it
 * @slug: the label's
 * @id: what its tag points at
 *
 * Whether the label was taken away from this version, and not given to it anew.
 */
gboolean vr_label_is_removed (VrArchive *archive, GHashTable *record, const char *slug,
                              const git_oid *id);

/** vr_label_drop_removed: takes those labels of variant @name away that its record calls removed.
 * Under the archive's lock. */
gboolean vr_label_drop_removed (VrArchive *archive, const char *name, GError **error);

G_END_DECLS
