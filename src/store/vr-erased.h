/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of variants erased for good, so that no sync brings them back; for src/store only. */
#pragma once

#include "vr-archive-private.h"

G_BEGIN_DECLS

/** vr_erased_list: Returns: (transfer full) (element-type utf8): "story/variant" names */
GHashTable *vr_erased_list (VrArchive *archive, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_erased_add: notes @names, durably; under the lock. */
gboolean vr_erased_add (VrArchive *archive, const GPtrArray *names, GError **error);

/** vr_erased_take: forgets @name, or all of them for %NULL; under the lock. */
gboolean vr_erased_take (VrArchive *archive, const char *name, GError **error);

G_END_DECLS
