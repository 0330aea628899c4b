/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes from elsewhere, and those of versions that were mended; for src/store only. */
#pragma once

#include "vr-archive-private.h"
#include "vr-mending.h"
#include "vr-note.h"

G_BEGIN_DECLS

/** vr_note_join: takes in another archive's notes of "story/variant" @name, the commit @other:
 * nothing that either has is lost, but what either has taken away.  Durable; under the archive's
 * lock. */
gboolean vr_note_join (VrArchive *archive, const char *name, const git_oid *other, GError **error);

/** vr_note_mend: the notes that commit @id has, as far as they are whole, by the names that
 * versions have now; @ref is where they stand.  @own is the commit with them. */
void vr_note_mend (VrMending *mending, const char *ref, const git_oid *id, git_oid *own);

G_END_DECLS
