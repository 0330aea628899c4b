/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an object leads to; for src/store only. */
#pragma once

#include "vr-join.h"

G_BEGIN_DECLS

/** vr_reach_below: appends to @left (element-type git_oid) what @id, of @repository, names: a
 * commit its parents and tree, a tree its entries, a tag its object.  Returns: libgit2's code */
int vr_reach_below (git_repository *repository, const git_oid *id, GArray *left);

/** vr_reach_add: adds @id and all that it leads to, to @join; fails where one is missing or
 * damaged.
 * @path: what messages call the archive. */
gboolean vr_reach_add (git_repository *repository, const git_oid *id, VrJoin *join,
                       const char *path, GError **error);

/**
 * vr_reach_is_whole:
 * @ids: (element-type git_oid)
 * @known: what it has is taken to lead to nothing that is missing
 *
 * Returns: whether all that @ids lead to is in @repository and can be read
 */
gboolean vr_reach_is_whole (git_repository *repository, const GArray *ids, git_odb *known);

/** vr_reach_pop: takes the last of @left to @id.  Returns: whether there was one. */
gboolean vr_reach_pop (GArray *left, git_oid *id);

G_END_DECLS
