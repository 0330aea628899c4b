/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All notes of a variant, as one commit of git-notes(1); for src/store only. */
#pragma once

#include "vr-archive-private.h"
#include "vr-note.h"

G_BEGIN_DECLS

/**
 * VrNoteTree:
 * @notes: (element-type git_oid GPtrArray(VrNote)): by version
 * @removed: (element-type utf8): "VERSION NOTE" of notes that were taken away, so that a sync does
 *   not bring them back
 *
 * The commit has no parent, so that what was taken away is gone when the trash is emptied.  It is
 * the same whoever makes it: its tree has a text for each version, in folders of two digits where
 * there are many, and a file `removed`, which git leaves alone.
 */
typedef struct
{
  GHashTable *notes;
  GHashTable *removed;
} VrNoteTree;

VrNoteTree *vr_note_tree_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_note_tree_free (VrNoteTree *self);

/**
 * vr_note_tree_read:
 * @id: a commit of ours or of git's
 * @path: (nullable): what messages call the archive; %NULL leaves out what cannot be read
 *
 * Adds to @self what @id has and @self has not: two people's notes are joined without loss, but for
 * those that one of them has taken away.
 */
gboolean vr_note_tree_read (VrNoteTree *self, git_repository *repository, const git_oid *id,
                            const char *path, GError **error);

/** VrNoteTreeReader: Returns: (transfer full) (nullable): object @id, which has to be of @type;
 * %NULL ends the reading */
typedef GBytes *(*VrNoteTreeReader) (gpointer data, const git_oid *id, git_object_t type);

/** vr_note_tree_read_below: the same for @id, a tree, whose objects @read reads; before
 * vr_git_begin() too.  Returns: whether all was read */
gboolean vr_note_tree_read_below (VrNoteTree *self, const git_oid *id, VrNoteTreeReader read,
                                  gpointer data);

/** vr_note_tree_list: Returns: (transfer full) (element-type utf8 GPtrArray(VrNote)): as
 * vr_note_list() does */
GHashTable *vr_note_tree_list (const VrNoteTree *self) G_GNUC_WARN_UNUSED_RESULT;

/** vr_note_tree_get: the notes of @version (element-type VrNote); makes an empty list. */
GPtrArray *vr_note_tree_get (VrNoteTree *self, const git_oid *version);

/** vr_note_tree_is_removed: whether @note of @version was taken away. */
gboolean vr_note_tree_is_removed (const VrNoteTree *self, const git_oid *version, const char *note);
/** vr_note_tree_remove: takes @note of @version away; also where it is not there yet. */
void vr_note_tree_remove (VrNoteTree *self, const git_oid *version, const char *note);

/**
 * VrNoteTreeWriter: an object is to be written, and gets @id.
 */
typedef void (*VrNoteTreeWriter) (gpointer data, git_object_t type, const char *bytes,
                                  gsize n_bytes, git_oid *id);

/** vr_note_tree_write: hands over each object that @self is; @id is the commit's. */
void vr_note_tree_write (const VrNoteTree *self, VrNoteTreeWriter write, gpointer data,
                         git_oid *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrNoteTree, vr_note_tree_free)

G_END_DECLS
