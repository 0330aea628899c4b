/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The refs of a repository read from their files, without libgit2. */
#pragma once

#include "vr-git.h"

G_BEGIN_DECLS

/**
 * vr_ref_files_list:
 * @repository_path: of a bare repository that keeps its refs in files
 * @folder: how the names begin, to the slash: "refs/heads/"
 *
 * What gitrepository-layout(5) and git-pack-refs(1) describe: a file for each ref, and the file
 * `packed-refs` for those that have none.  Nothing but @folder is looked at, so it takes no longer
 * for many others.  Reading refs through libgit2 takes some thirty times as long, its start
 * included.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): by its whole name, what each points
 *   at: an object's id, or "" where that is another ref.  %NULL where a file is not as described or
 *   cannot be read: then libgit2 knows what is wrong
 */
GHashTable *vr_ref_files_list (const char *repository_path,
                               const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_ref_files_find:
 * @kind: such as "refs/heads/"
 * @name: "story/variant"
 * @id: (out): what it points at
 *
 * Returns: whether the files tell what ref @name of @kind points at, or that there is none
 */
gboolean vr_ref_files_find (const char *repository_path, const char *kind, const char *name,
                            git_oid *id, gboolean *found);

/**
 * vr_ref_files_choose_names:
 * @refs: (element-type utf8 utf8): as vr_ref_files_list() lists them
 * @prefix: such as "refs/heads/", with which all begin
 *
 * Returns: (transfer full) (element-type utf8): the "story/variant" names behind @prefix, in byte
 *   order
 */
GPtrArray *vr_ref_files_choose_names (GHashTable *refs,
                                      const char *prefix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
