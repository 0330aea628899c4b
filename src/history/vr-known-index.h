/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index as a place for what takes long to find out; for src/history only. */
#pragma once

#include "vr-search-index.h"

G_BEGIN_DECLS

/**
 * vr_known_index_open:
 * @is_made: whether to make the index where there is none
 *
 * Never waited for for long, as all that stands in it can be found out without it.
 *
 * Returns: (transfer full) (nullable): the archive's index; %NULL where there is none, where it
 *   cannot be opened, and where another program is writing it
 */
VrSearchIndex *vr_known_index_open (VrArchive *archive, gboolean is_made) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_known_index_begin:
 * @name: a "story/variant"
 * @last: the id of the last version of it that the caller knows
 * @variant: (out): what the index calls it
 *
 * Begins to write what was found out, unless @last is not the last version any more: what was
 * erased meanwhile must not be written, and whoever asks next finds the rest out.
 *
 * Returns: whether it was begun; then vr_search_index_end() is to be called
 */
gboolean vr_known_index_begin (VrSearchIndex *index, VrArchive *archive, const char *name,
                               const char *last, gint64 *variant);

G_END_DECLS
