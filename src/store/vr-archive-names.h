/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that an archive has, for who needs nothing else of it: read without libgit2. */
#pragma once

#include "vr-error.h"

G_BEGIN_DECLS

/** vr_archive_names_are_plain: whether @path is an archive of ours, set up as git sets up every
 * repository, so that its files can be read without libgit2. */
gboolean vr_archive_names_are_plain (const char *path);

/**
 * vr_archive_names_list:
 * @path: the archive's folder
 * @variants: (out) (transfer full) (element-type utf8): as vr_archive_list_variants() lists them
 * @comparisons: (out) (transfer full) (element-type utf8): as vr_kept_comparison_list() does
 *
 * Starting libgit2 takes longer than all of this.
 *
 * Returns: whether it could be read.  %FALSE is no error: then vr_archive_open() opens it, or tells
 *   what is wrong
 */
gboolean vr_archive_names_list (const char *path, GPtrArray **variants, GPtrArray **comparisons);

G_END_DECLS
