/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is whole in a damaged archive, saved into a fresh one. */
#pragma once

#include "vr-check.h"

G_BEGIN_DECLS

/**
 * VrRepair:
 * @check: what was wrong
 * @old_path: (nullable): where the archive stands now as it was; %NULL where there was nothing that
 *   a repair could better, so that nothing was done
 * @n_versions: that the repaired archive has
 * @changes: (element-type utf8): what is not as it was, a translated sentence each
 */
typedef struct
{
  VrCheck *check;
  char *old_path;
  guint n_versions;
  GPtrArray *changes;
} VrRepair;

/**
 * vr_repair_archive:
 *
 * Saves all that is whole into a fresh archive and puts that in the old one's place at once; the
 * old one is kept beside it.  A text that can be read from its source again is; what was known
 * about a version is made again from its commit.  A version that is lost is left out, and those
 * after it get new ids, which labels and notes follow; nothing else changes.  Fails as
 * vr_check_archive() does, and leaves the archive as it was.
 *
 * Returns: (transfer full): what was done
 */
VrRepair *vr_repair_archive (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vr_repair_free (VrRepair *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrRepair, vr_repair_free)

G_END_DECLS
