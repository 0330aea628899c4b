/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list of variants says of each: its titles, how many versions, when last seen, whether that
 * is news. */
#pragma once

#include "vr-variant-titles.h"

G_BEGIN_DECLS

/**
 * VrVariantFigures:
 * @titles: as the last version has them
 * @n_versions: how many there are
 * @last_seen: when the last one was retrieved, or seen again
 */
typedef struct
{
  VrVariantTitles titles;
  guint n_versions;
  GDateTime *last_seen;
} VrVariantFigures;

/** vr_variant_figures_free: @self: (nullable) */
void vr_variant_figures_free (VrVariantFigures *self);
VrVariantFigures *vr_variant_figures_copy (const VrVariantFigures *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_variant_figures_new:
 * @name: "story/variant"
 * @cancellable: (nullable): polled at each version
 *
 * Goes through the variant's history, but reads no more of it than which version follows which:
 * some microseconds a version.  Fails as vr_version_list() does.
 *
 * Returns: (transfer full): its figures
 */
VrVariantFigures *vr_variant_figures_new (VrArchive *archive, const char *name,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_variant_dup_stamp:
 * @name: "story/variant"
 *
 * Takes no longer for a long history.
 *
 * Returns: (transfer full): words that are others as soon as one of its versions is new, gone,
 *   labeled or seen again, or it is titled otherwise
 */
char *vr_variant_dup_stamp (VrArchive *archive, const char *name,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrVariantFigures, vr_variant_figures_free)

G_END_DECLS
