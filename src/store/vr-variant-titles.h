/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call a story and its variant, of which a ref's name has the slugs only. */
#pragma once

#include "vr-archive.h"

G_BEGIN_DECLS

/** VrVariantTitles: both owned; ends with vr_variant_titles_clear(). */
typedef struct
{
  char *story;
  char *variant;
} VrVariantTitles;

void vr_variant_titles_clear (VrVariantTitles *self);

/** vr_variant_titles_init_slugs: what variant @name is called where no version says more. */
void vr_variant_titles_init_slugs (VrVariantTitles *self, const char *name);

/** vr_variant_titles_copy: @self is to be cleared. */
VrVariantTitles vr_variant_titles_copy (const VrVariantTitles *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrVariantTitles, vr_variant_titles_clear)

/**
 * vr_variant_titles_read:
 * @id: the version that says so, of variant @name; a commit's id
 *
 * The titles that the version was kept under, or that the variant got when it was renamed after it;
 * the slugs, where nothing says more.  A version that cannot be read says nothing.
 */
void vr_variant_titles_read (VrArchive *archive, const char *name, const char *id,
                             VrVariantTitles *self);

/** vr_variant_titles_read_last: the same of the last version, which has the last word; a variant
 * that is not there goes by its slugs. */
void vr_variant_titles_read_last (VrArchive *archive, const char *name, VrVariantTitles *self);

/** vr_variant_titles_read_thrown: the same of one in the trash; a saved comparison goes by its
 * slugs.
 */
void vr_variant_titles_read_thrown (VrArchive *archive, const char *name, VrVariantTitles *self);

/** vr_variant_titles_say: records what variant @name is called from now on, as far as it differs;
 * durably, under the archive's lock. */
gboolean vr_variant_titles_say (VrArchive *archive, const char *name, const VrVariantTitles *titles,
                                GError **error);

/** vr_variant_titles_prefer: Returns: @title, or @before where @title is no more than its slug, as
 * who types a name on a command line need not type the title again; borrowed. */
const char *vr_variant_titles_prefer (const char *title, const char *before);

G_END_DECLS
