/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Variants and saved comparisons thrown away: kept aside until the trash is emptied. */
#pragma once

#include "vr-archive.h"

G_BEGIN_DECLS

/** What stood under `refs/` stands under `refs/trash/` with the same words behind. */
#define VR_TRASH "refs/trash/"
#define VR_TRASH_HEADS VR_TRASH "heads/"
#define VR_TRASH_COMPARISONS VR_TRASH "comparisons/"

/**
 * vr_trash_put:
 * @name: "story/variant", or that of a saved comparison, "story/name.variorum"
 *
 * Puts it with all versions, sources, labels and notes into the trash.  After a crash at any
 * moment it is where it was, or in the trash, or in both.  Fails with %VR_ERROR_NOT_FOUND where
 * there is none, and with %VR_ERROR_INVALID where the trash has another of its name.
 */
gboolean vr_trash_put (VrArchive *archive, const char *name, GError **error);

/** vr_trash_restore: the other way: fails with %VR_ERROR_INVALID where there is one of its name. */
gboolean vr_trash_restore (VrArchive *archive, const char *name, GError **error);

/** vr_trash_list: Returns: (transfer full) (element-type utf8): such names in byte order */
GPtrArray *vr_trash_list (VrArchive *archive, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_trash_empty:
 *
 * Erases for good what is in the trash: all that no ref leads to is left out of the packs, which
 * are written anew and take the place of the old ones.  When it returns %TRUE, no file of the
 * archive has it any more, whatever the disk itself may keep.
 */
gboolean vr_trash_empty (VrArchive *archive, GError **error);

G_END_DECLS
