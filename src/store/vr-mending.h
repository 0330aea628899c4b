/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions mended one by one; for src/store only. */
#pragma once

#include "vr-salvage.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * VrMending:
 * @salvage: what is whole; gets what is made anew
 * @changes: as VrRepair has it
 * @mended: (element-type git_oid GArray): by commit, what stands for it: itself, one made anew, or
 *   where it is lost those that stand for its parents
 * @lost: (element-type git_oid): commits that are
 * @orphans: (element-type utf8 GArray): by "story/variant", the last of versions that no ref leads
 *   to, latest first
 * @sources: (element-type git_oid git_oid): by version, the blob of its source
 * @replacements: (element-type git_oid git_oid): by lost commit, the orphan that stands for it
 */
typedef struct
{
  VrSalvage *salvage;
  GPtrArray *changes;
  GHashTable *mended;
  GHashTable *lost;
  GHashTable *orphans;
  GHashTable *sources;
  GHashTable *replacements;
} VrMending;

/** vr_mending_is_whole: whether @id and all that it leads to are. */
gboolean vr_mending_is_whole (const VrSalvage *salvage, const git_oid *id);

void vr_mending_init (VrMending *self, VrSalvage *salvage, GPtrArray *changes);
void vr_mending_clear (VrMending *self);

/**
 * vr_mending_mend:
 * @name: (nullable): "story/variant" whose versions they are; %NULL for other commits
 *
 * Returns: (transfer none) (element-type git_oid): what stands for commit @id; may be empty
 */
const GArray *vr_mending_mend (VrMending *self, const git_oid *id, const char *name);

/** vr_mending_read_metadata: `article.json`; %NULL where it is not whole. */
JsonNode *vr_mending_read_metadata (const VrSalvage *salvage,
                                    const git_oid *id) G_GNUC_WARN_UNUSED_RESULT;

/** vr_mending_write_commit: a commit with the author and the times of @like. */
void vr_mending_write_commit (VrSalvage *salvage, const git_commit *like, const git_oid *tree,
                              const GArray *parents, const char *message, git_oid *id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrMending, vr_mending_clear)

G_END_DECLS
