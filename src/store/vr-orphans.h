/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions that nothing leads to any more; for src/store only. */
#pragma once

#include "vr-mending.h"

G_BEGIN_DECLS

/**
 * vr_orphans_find: fills @orphans and @sources of @self.
 *
 * A row of versions that goes on from where a variant stands is no orphan: it was never finished,
 * or has been taken away.
 */
void vr_orphans_find (VrMending *self);

/** vr_orphans_take: the last of the versions of @name that nothing leads to, each once.  Returns:
 * whether there is one */
gboolean vr_orphans_take (VrMending *self, const char *name, git_oid *id);

G_END_DECLS
