/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sources of a variant: commits in a row beside its versions; for src/store only. */
#pragma once

#include "vr-salvage.h"

G_BEGIN_DECLS

/** How the message of a source's commit begins; the version's id follows. */
#define VR_SOURCE_ROW_OF "Source of "

/**
 * vr_source_row_complete:
 * @last: the last version of the variant
 * @id: (inout): the last source
 * @has_any: whether there is one before
 *
 * Adds the sources that are whole and that a break in the row has left without a ref.  Returns:
 * whether there were any
 */
gboolean vr_source_row_complete (VrSalvage *salvage, const git_oid *last, git_oid *id,
                                 gboolean has_any);

G_END_DECLS
