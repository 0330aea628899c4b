/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes listed from the files of an archive, without libgit2. */
#include "vr-note-files.h"

#include "vr-commit-text.h"
#include "vr-note-tree.h"
#include "vr-ref-files.h"

/* More than notes are ever kept in here; what git makes of them may have more. */
#define MAX_FOLDERS 257

typedef struct
{
  VrObjectFiles *objects;
  guint n_folders;
} Source;

static GBytes *
read_object (gpointer data, const git_oid *id, git_object_t type)
{
  Source *self = data;

  if (type == GIT_OBJECT_TREE && ++self->n_folders > MAX_FOLDERS)
    return NULL;

  return vr_object_files_read (self->objects, id, type);
}

static gboolean
read_commit (VrObjectFiles *objects, const git_oid *id, VrNoteTree *tree)
{
  g_autoptr (GBytes) bytes = vr_object_files_read (objects, id, GIT_OBJECT_COMMIT);
  g_auto (VrCommitText) commit = { 0 };
  Source source = { objects, 0 };

  return bytes != NULL && vr_commit_text_read (&commit, bytes)
         && vr_note_tree_read_below (tree, &commit.tree, read_object, &source);
}

GHashTable *
vr_note_files_list (VrObjectFiles *objects, const char *path, const char *name)
{
  g_autoptr (VrNoteTree) tree = vr_note_tree_new ();
  gboolean found;
  git_oid id;

  return vr_ref_files_find (path, VR_ARCHIVE_NOTES, name, &id, &found)
                 && (!found || read_commit (objects, &id, tree))
             ? vr_note_tree_list (tree)
             : NULL;
}
