/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What killed programs left in the archive; for src/store only. */
#pragma once

#include "vr-archive-private.h"

G_BEGIN_DECLS

/**
 * vr_leftovers_clean:
 *
 * Removes half-written files and locks of ours at once, those of git and libgit2, which do not take
 * our lock, when they are a day old (files) or a minute (locks).  Under the archive's lock.
 *
 * Returns: how many loose refs it came by
 */
guint vr_leftovers_clean (VrArchive *archive);

/** vr_leftovers_clean_sync: removes locks that a killed git left below refs/sync/.  Under
 * vr_archive_lock_sync(). */
void vr_leftovers_clean_sync (VrArchive *archive);

/**
 * vr_leftovers_remove_unfinished:
 *
 * Removes all that is only half there, however young, and what git's own tools derive from objects.
 * Under every lock, when something is to be gone for good.
 */
void vr_leftovers_remove_unfinished (VrArchive *archive);

G_END_DECLS
