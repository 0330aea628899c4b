/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libgit2 behind one door: begun once, its errors as ours; for src/store only. */
#pragma once

#include "vr-error.h"

#include <git2.h>
/* Newer ones have a header of its own for the errors that a caller sets. */
#if __has_include(<git2/sys/errors.h>)
#include <git2/sys/errors.h>
#endif
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

/* Behind them: from here on each of their functions is one of the library that vr_git_begin()
 * opened. */
#include "vr-git-calls.h"

G_BEGIN_DECLS

/** VR_GIT_HEX_BYTES: an object id as text, with its NUL. */
#define VR_GIT_HEX_BYTES (GIT_OID_HEXSZ + 1)

/**
 * vr_git_begin:
 * @name: what messages call the archive
 *
 * Opens and begins libgit2, once for the process: nobody's git configuration is read, and what is
 * written is synced to the disk.  Any thread; takes some milliseconds the first time, which a
 * window without an archive does without.  Fails with %G_IO_ERROR_NOT_FOUND where it is not
 * installed.
 */
gboolean vr_git_begin (const char *name, GError **error);

/**
 * vr_git_check:
 * @code: what a function of libgit2 returned
 * @name: what messages call the archive
 *
 * The one function that makes a GError of libgit2's: %G_IO_ERROR where the disk fails (full,
 * read-only, not permitted), %VR_ERROR_NOT_FOUND for a ref, else %VR_ERROR_INVALID for what is
 * damaged, an object that is not there among it.  To be called right after the function, before
 * errno is another's.
 *
 * Returns: whether @code means success
 */
gboolean vr_git_check (int code, const char *name, GError **error);

/** vr_git_fail_errno: fails in %G_IO_ERROR with one sentence for a system call on @path. */
void vr_git_fail_errno (GError **error, int saved_errno, const char *path);

/** vr_git_parse_id: @text are 40 hexadecimal digits; before vr_git_begin() too.  Returns: whether
 * they are. */
gboolean vr_git_parse_id (const char *text, git_oid *id);

/** vr_git_write_hex: writes @id into @hex, which has room for %VR_GIT_HEX_BYTES; before
 * vr_git_begin() too.  Returns: @hex */
char *vr_git_write_hex (char *hex, const git_oid *id);

/** vr_git_new_ids: Returns: (transfer full): a set or map by git_oid, which it frees; before
 * vr_git_begin() too */
GHashTable *vr_git_new_ids (GDestroyNotify free_value);
/**
 * vr_git_write_first:
 *
 * Writes an object to the backend of @odb that comes first, even where another has it:
 * git_odb_write() would leave it at that one, which may be damaged.  Returns: a code of libgit2's
 */
int vr_git_write_first (git_odb *odb, git_object_t type, const void *data, gsize n_bytes,
                        git_oid *id);

/** vr_git_add_id: Returns: whether it was not in @ids, a set, yet. */
gboolean vr_git_add_id (GHashTable *ids, const git_oid *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_blob, git_blob_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_commit, git_commit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_config, git_config_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_object, git_object_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_odb, git_odb_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_odb_object, git_odb_object_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_packbuilder, git_packbuilder_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_refdb, git_refdb_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_reference, git_reference_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_reference_iterator, git_reference_iterator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_repository, git_repository_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_revwalk, git_revwalk_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_tag, git_tag_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_transaction, git_transaction_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_tree, git_tree_free)

G_END_DECLS
