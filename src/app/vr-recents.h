/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparisons shown lately, newest first, kept in a file of the reader's. */
#pragma once

#include "vr-recent.h"

G_BEGIN_DECLS

/** VR_RECENTS_MAX: how many are kept: two screens of cards. */
#define VR_RECENTS_MAX 24

/**
 * VrRecents:
 *
 * The file is read anew before each change, as other windows and processes write it too; it is
 * replaced as a whole.  One that cannot be understood counts as empty and is kept aside, with
 * ".broken" added to its name, before it is written over.
 */
typedef struct _VrRecents VrRecents;

/**
 * vr_recents_new:
 * @path: (nullable): the file, which need not be there; %NULL for the reader's own
 *
 * Returns: (transfer full): the list, read
 */
VrRecents *vr_recents_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void vr_recents_free (VrRecents *self);

/** vr_recents_load: reads the file anew. */
void vr_recents_load (VrRecents *self);

/** vr_recents_dup_all: Returns: (transfer full): VrRecent, newest first. */
GPtrArray *vr_recents_dup_all (const VrRecents *self) G_GNUC_WARN_UNUSED_RESULT;

/** vr_recents_find: (nullable): the one with @key; borrowed until the list changes. */
VrRecent *vr_recents_find (const VrRecents *self, const char *key);

/**
 * vr_recents_put:
 * @recents: VrRecent; a reference is taken on each
 *
 * Adds them, each in place of one with the same key, and drops the oldest beyond %VR_RECENTS_MAX.
 * Fails in %G_IO_ERROR where the file cannot be written; the list in memory is changed then too.
 */
gboolean vr_recents_put (VrRecents *self, const GPtrArray *recents, GError **error);

/** vr_recents_remove: forgets the one with @key; fails as vr_recents_put(). */
gboolean vr_recents_remove (VrRecents *self, const char *key, GError **error);

/** vr_recents_clear: forgets all; fails as vr_recents_put(). */
gboolean vr_recents_clear (VrRecents *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrRecents, vr_recents_free)

G_END_DECLS
