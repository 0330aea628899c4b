/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the archive tells of the rows that are seen, bit by bit. */
#pragma once

#include "vr-history-flags.h"
#include "vr-lookup.h"
#include "vr-variant-figures.h"

G_BEGIN_DECLS

/** vr_store_lookup_new_for_variants: answers are VrVariantFigures, by "story/variant".  A history
 * is gone through again only where it is another by then. */
VrLookup *vr_store_lookup_new_for_variants (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_store_lookup_new_for_versions: answers are VrVersionFlags. */
VrLookup *vr_store_lookup_new_for_versions (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_store_lookup_set_versions: @versions: (nullable) (element-type VrVersion): those that can be
 * asked about, as vr_version_list() lists them; a reference is taken. */
void vr_store_lookup_set_versions (VrLookup *lookup, GArray *versions);

/** vr_store_lookup_dup_version_key: Returns: (transfer full): what the versions' lookup is to be
 * asked */
char *vr_store_lookup_dup_version_key (const VrVersion *version) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
