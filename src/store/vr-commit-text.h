/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A commit as git keeps it, read without libgit2; for src/store only. */
#pragma once

#include "vr-git.h"

G_BEGIN_DECLS

/**
 * VrCommitText:
 * @tree: what it holds
 * @parents: (element-type git_oid)
 * @message: without the lines' ends before it
 */
typedef struct
{
  git_oid tree;
  GArray *parents;
  git_time author;
  git_time committer;
  char *message;
} VrCommitText;

/**
 * vr_commit_text_read:
 * @commit: (out): to be cleared, whatever is returned
 * @bytes: the whole object
 *
 * Takes what git and the archive write: a tree, parents, author, committer, message.  A commit with
 * more, as a signed one has, or with times that need to be guessed, is left to libgit2.
 *
 * Returns: whether it is such a commit
 */
gboolean vr_commit_text_read (VrCommitText *commit, GBytes *bytes);
void vr_commit_text_clear (VrCommitText *commit);

/** vr_commit_text_dup_summary: Returns: (transfer full) (nullable): what git_commit_summary() makes
 * of @message where its first paragraph is one line; else %NULL */
char *vr_commit_text_dup_summary (const char *message) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrCommitText, vr_commit_text_clear)

G_END_DECLS
