/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refs moved by compare-and-swap, durably; for src/store only. */
#pragma once

#include "vr-archive-private.h"

G_BEGIN_DECLS

#define VR_REFS_N_KINDS 7
/** VR_REFS_N_ABOUT: how many of the kinds, the first, are about versions. */
#define VR_REFS_N_ABOUT 4

/**
 * vr_refs_kinds:
 *
 * What a variant, or a saved comparison, has below `refs/`: the one list of it, for whatever takes
 * one elsewhere as a whole.  A kind's ref is called KIND STORY/VARIANT, or has that and a slash
 * before the rest of its name.  The heads come last: while a variant's head is there, so is the
 * variant.
 */
extern const char *const vr_refs_kinds[VR_REFS_N_KINDS];

/** vr_refs_list: appends to @refs (element-type utf8) what @glob stands for, in no order. */
gboolean vr_refs_list (VrArchive *archive, const char *glob, GPtrArray *refs, GError **error);

/** vr_refs_list_variant: the same for all that variant @name, "story/variant", has below @prefix,
 * such as `refs/`, in the order of vr_refs_kinds. */
gboolean vr_refs_list_variant (VrArchive *archive, const char *prefix, const char *name,
                               GPtrArray *refs, GError **error);

/**
 * vr_refs_move:
 * @old_id: (nullable): where @ref must stand; %NULL: it must not be there
 * @overtaken: (out): whether it stood elsewhere, so that nothing was done
 *
 * Moves @ref to @new_id; when it returns %TRUE that is on the disk, with the folders made for it.
 * Under the archive's lock.  A lock that a killed program left behind on the ref is removed when it
 * has stood for a second: git holds one for milliseconds.
 */
gboolean vr_refs_move (VrArchive *archive, const char *ref, const git_oid *old_id,
                       const git_oid *new_id, gboolean *overtaken, GError **error);

/** vr_refs_remove_stale_packed_lock: removes what a killed program left behind on `packed-refs`,
 * when it has stood for ten seconds.  Under the archive's lock. */
void vr_refs_remove_stale_packed_lock (VrArchive *archive);

/** vr_refs_remove: takes @ref away, durably.  Under the archive's lock. */
gboolean vr_refs_remove (VrArchive *archive, const char *ref, GError **error);

G_END_DECLS
