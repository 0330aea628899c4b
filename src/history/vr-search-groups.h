/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which letters of a phrase to look up in the index; for src/history only. */
#pragma once

#include "vr-search-index.h"

G_BEGIN_DECLS

/**
 * vr_search_groups_choose:
 * @folded: the phrase as patterns see it
 *
 * Chooses a few groups of three letters that a paragraph with the phrase must have: those that are
 * the rarest in a sample of the paragraphs.
 *
 * Returns: (transfer full) (nullable): a query for the index; %NULL where reading all paragraphs is
 *   quicker, as most of them have all the groups, or the phrase is too short for one
 */
char *vr_search_groups_choose (VrSearchIndex *index, const char *folded) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
