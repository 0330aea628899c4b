/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One object of a pack, read past libgit2; for src/store only. */
#pragma once

#include "vr-git.h"

G_BEGIN_DECLS

/** VR_PACK_HEAD_BYTES: where the first object of a pack begins. */
#define VR_PACK_HEAD_BYTES 12

/** VrPackFind: Returns: (transfer full) (nullable): the object @id that a delta at @depth is based
 * on, and its @type, git's number */
typedef GBytes *(*VrPackFind) (gpointer finder, const git_oid *id, guint depth, guint *type);

/**
 * VrPackEntries:
 * @data: a pack, gitformat-pack, version 2
 * @find: for what is named by its id
 */
typedef struct
{
  const guint8 *data;
  gsize n_bytes;
  VrPackFind find;
  gpointer finder;
} VrPackEntries;

/**
 * vr_pack_entry_read:
 * @at: where it begins, which may be anywhere
 * @depth: how many deltas lead here
 * @type: (out): git's number
 * @end: (out): where the next one begins
 *
 * Returns: (transfer full) (nullable): what it holds; %NULL where that, or what it is based on, is
 *   not whole.  Its id is not looked at
 */
GBytes *vr_pack_entry_read (const VrPackEntries *self, gsize at, guint depth, guint *type,
                            gsize *end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
