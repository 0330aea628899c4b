/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a variant was called before, so that what comes under that name finds it; for src/store
 * only. */
#pragma once

#include "vr-archive-private.h"

G_BEGIN_DECLS

/** Where it stands: `refs/moved/STORY/VARIANT`, a text with a line for each name that what was
 * called so has got: "STORY/VARIANT".  An archive's own, which no sync takes elsewhere. */
#define VR_MOVED "refs/moved/"

/** vr_moved_note: notes durably that @name is called @new_name from now on.  Under the archive's
 * lock. */
gboolean vr_moved_note (VrArchive *archive, const char *name, const char *new_name, GError **error);

/**
 * vr_moved_find:
 * @name: "story/variant", as it is called elsewhere
 * @there: its last version there
 *
 * A name belongs here to what shares a version with @there: @name itself, or else one that @name
 * has got here, in use or in the trash.
 *
 * Returns: (transfer full): what it is called here; @name where nothing tells otherwise
 */
char *vr_moved_find (VrArchive *archive, const char *name,
                     const git_oid *there) G_GNUC_WARN_UNUSED_RESULT;

/** vr_moved_add_erased: adds to @erased, a set, those names whose bearers were renamed here to one
 * that is in there: what was erased for good comes back under none of its names. */
gboolean vr_moved_add_erased (VrArchive *archive, GHashTable *erased, GError **error);

G_END_DECLS
