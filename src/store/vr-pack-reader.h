/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can still be read of a damaged pack; for src/store only. */
#pragma once

#include "vr-git.h"

G_BEGIN_DECLS

/**
 * vr_pack_reader_extract:
 * @folder, @name: as VrPackFile has it; its index may be missing or wrong
 * @odb: gets the objects, and is asked for what deltas are based on
 * @ids: (element-type git_oid): gets what they are called
 *
 * Goes through the pack (gitformat-pack, version 2) from its beginning, and on from each place that
 * the index tells of, and writes each object that is whole to @odb: all that come before a pack's
 * cut end, all but the hit ones, and what is based on them, where bits have flipped.
 */
void vr_pack_reader_extract (const char *folder, const char *name, git_odb *odb, GHashTable *ids);

G_END_DECLS
