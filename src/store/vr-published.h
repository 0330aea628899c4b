/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a version came out, where that was before git can tell.  Nothing here calls libgit2. */
#pragma once

#include "vr-git.h"

G_BEGIN_DECLS

/**
 * vr_published_read:
 * @author: a commit's time of its author, which in git is never before 1970
 * @message: (nullable): the commit's
 *
 * Returns: when the version came out: @author, or the earlier time that @message tells
 */
git_time vr_published_read (git_time author, const char *message);

/**
 * vr_published_append:
 * @message: a commit's, whose last paragraph may be lines for programs
 * @published: when the version came out
 *
 * Appends a line that tells @published, by the clock of its place, where git cannot.
 */
void vr_published_append (GString *message, GDateTime *published);

/** vr_published_copy: appends to @message that line as @other, a commit's (nullable), has it. */
void vr_published_copy (GString *message, const char *other);

G_END_DECLS
