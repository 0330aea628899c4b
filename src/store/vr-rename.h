/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Variants and stories get other names. */
#pragma once

#include "vr-archive.h"

G_BEGIN_DECLS

/**
 * VrRenamed:
 * @name, @new_name: "story/variant", before and now
 */
typedef struct
{
  char *name;
  char *new_name;
} VrRenamed;

/**
 * vr_rename:
 * @name: "story/variant", a saved comparison, or a story with all its variants and comparisons
 * @new_name: the same for what they are to be called, titles or slugs; a story alone takes variants
 *   in as they are called
 *
 * Versions with their sources, labels and notes go together, and no version's id changes.  A story
 * that is there already takes in others' variants.  After a crash at any moment whoever was to be
 * renamed has all of it under the old name, the new one, or both; renaming once more ends it.
 *
 * The old name is remembered: what another archive still calls so, and a sync or an import brings,
 * goes to where the new name is.  Other archives keep the name that they have.
 *
 * Fails with %VR_ERROR_NOT_FOUND where there is nothing of @name, and with %VR_ERROR_INVALID where
 * something else has the new name, where it is none, or where it is the old one; nothing was
 * changed then.
 *
 * Returns: (transfer full) (element-type VrRenamed): what was renamed, in byte order
 */
GArray *vr_rename (VrArchive *archive, const char *name, const char *new_name,
                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
