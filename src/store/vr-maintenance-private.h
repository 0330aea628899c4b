/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of maintenance that other files of the store need; for src/store only. */
#pragma once

#include "vr-archive-private.h"
#include "vr-maintenance.h"

G_BEGIN_DECLS

/** vr_maintenance_count_small: @packs: VrPackFile; how many are as small as a snapshot's. */
guint vr_maintenance_count_small (const GArray *packs);

/** vr_maintenance_note_pack: a snapshot has written a pack and gone out of the lock; joins what is
 * due, if that is soon done. */
void vr_maintenance_note_pack (VrArchive *archive);

/** vr_maintenance_note_series: packs written from now on are large, but each object is whole in
 * them; the next vr_maintenance_run() without a limit joins them. */
void vr_maintenance_note_series (VrArchive *archive);

/** vr_maintenance_remove_packs: @names: (element-type utf8); @but: (nullable): one that stays.
 * Under vr_archive_lock_packs(), and only when all that is wanted of them is elsewhere. */
void vr_maintenance_remove_packs (VrArchive *archive, const GPtrArray *names, const char *but);

G_END_DECLS
