/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Variants and stories get other names. */
#pragma once

#include "vr-variant-titles.h"

G_BEGIN_DECLS

/**
 * VrRenamed:
 * @name, @new_name: "story/variant", before and now
 * @titles, @new_titles: what people called it before, and call it now
 */
typedef struct
{
  char *name;
  char *new_name;
  VrVariantTitles titles;
  VrVariantTitles new_titles;
} VrRenamed;

/**
 * vr_rename:
 * @name: "story/variant", a saved comparison, or a story with all its variants and comparisons
 * @story: the new story's title or slug
 * @variant: (nullable): the variant's or comparison's; %NULL leaves it as it is called
 * @is_exact: whether both are titles as they stand, also where they look like slugs
 *
 * Versions with their sources, labels and notes go together, and no version's id changes.  A story
 * that is there already takes in others' variants.  After a crash at any moment whoever was to be
 * renamed has all of it under the old name, the new one, or both; renaming once more ends it.
 *
 * Titles are recorded as they are told; where a slug is told, which is not @is_exact, the title
 * that it has stays, or is that of the story that is there already.  Whoever has the name already
 * may get another title.
 *
 * The old name is remembered: what another archive still calls so, and a sync or an import brings,
 * goes to where the new name is.  Other archives keep the name that they have.
 *
 * Fails with %VR_ERROR_NOT_FOUND where there is nothing of @name, and with %VR_ERROR_INVALID where
 * something else has the new name, where it is none, or where it is called so already; nothing was
 * changed then.
 *
 * Returns: (transfer full) (element-type VrRenamed): what was renamed, in byte order
 */
GArray *vr_rename (VrArchive *archive, const char *name, const char *story, const char *variant,
                   gboolean is_exact, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
