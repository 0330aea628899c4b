/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The archive kept small and quick, on its own. */
#pragma once

#include "vr-archive.h"

G_BEGIN_DECLS

/** VR_MAINTENANCE_AT_ONCE: objects that are joined while a snapshot is waited for; takes less than
 * a tenth of a second. */
#define VR_MAINTENANCE_AT_ONCE 1000

/**
 * vr_maintenance_run:
 * @max_objects: leaves what would join more than so many; 0 for any number
 *
 * Each snapshot writes a small pack.  When there are many of a size, they are joined into one of
 * the next size, eight times as large, so that an object is written anew only some five times in
 * 100,000 versions.  Then refs are packed when many are loose, and what killed programs left is
 * removed.  Readers and writers go on meanwhile: a pack is taken away only after the one with all
 * of its objects is on the disk.  A pack that is damaged is left as it is, a `.keep` beside it.
 * Where another program is at it already, it does nothing.
 *
 * Any failure leaves the archive as it was; fails as vr_archive_open() does.
 */
gboolean vr_maintenance_run (VrArchive *archive, guint max_objects, GError **error);

/** vr_maintenance_is_due: whether vr_maintenance_run() without a limit would join packs. */
gboolean vr_maintenance_is_due (VrArchive *archive);

G_END_DECLS
