/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refs that get other names, all or none; for src/store only. */
#pragma once

#include "vr-archive-private.h"

G_BEGIN_DECLS

/**
 * VrRefMoves:
 *
 * What is to get which name.  After a crash each ref stands where it stood, or under its new name,
 * or under both: whoever had everything still has, under one name at least, and the same once more
 * goes on from there.  All of it under the archive's lock.
 */
typedef struct _VrRefMoves VrRefMoves;

VrRefMoves *vr_ref_moves_new (VrArchive *archive) G_GNUC_WARN_UNUSED_RESULT;
void vr_ref_moves_free (VrRefMoves *self);

/**
 * vr_ref_moves_add:
 * @from, @to: where it stands, such as `refs/`, and where it goes
 * @name, @new_name: "story/variant"
 *
 * Adds all that a variant has (vr_refs_kinds), which may be nothing.
 */
gboolean vr_ref_moves_add (VrRefMoves *self, const char *from, const char *name, const char *to,
                           const char *new_name, GError **error);

/** vr_ref_moves_get_n: how many refs there are. */
guint vr_ref_moves_get_n (const VrRefMoves *self);

/** vr_ref_moves_find_taken: @taken: (out) (nullable): a name that something else has; borrowed. */
gboolean vr_ref_moves_find_taken (const VrRefMoves *self, const char **taken, GError **error);

/** vr_ref_moves_copy: gives them their new names beside the old ones, heads last, durably. */
gboolean vr_ref_moves_copy (const VrRefMoves *self, GError **error);

/** vr_ref_moves_finish: takes the old names away, heads last, durably. */
gboolean vr_ref_moves_finish (const VrRefMoves *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrRefMoves, vr_ref_moves_free)

G_END_DECLS
