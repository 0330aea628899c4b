/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program git, run for a sync; for src/store only. */
#pragma once

#include "vr-archive-private.h"

G_BEGIN_DECLS

/**
 * vr_sync_git_run:
 * @words: (element-type utf8): what follows "git" and its options
 * @output: (out) (optional): what it prints
 *
 * Without the user's configuration and hooks, and durably.  Fails in %G_IO_ERROR with one sentence
 * that has what git says first.
 */
gboolean vr_sync_git_run (VrArchive *archive, const char *remote, const GPtrArray *words,
                          char **output, GError **error);

G_END_DECLS
