/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One variant of a story, as the library lists it. */
#pragma once

#include "vr-store-lookup.h"

G_BEGIN_DECLS

/**
 * VrLibraryItem: made when a row shows it, gone when the row leaves.
 *
 * Signal "changed": it has other figures, or titles.
 */
#define VR_TYPE_LIBRARY_ITEM (vr_library_item_get_type ())
G_DECLARE_FINAL_TYPE (VrLibraryItem, vr_library_item, VR, LIBRARY_ITEM, GObject)

/**
 * vr_library_item_new:
 * @name: "story/variant"
 * @begins_story: whether the row above it, if any, is of another story
 * @lookup: of variants; it is asked about @name as long as there is the item
 */
VrLibraryItem *vr_library_item_new (const char *name, gboolean begins_story,
                                    VrLookup *lookup) G_GNUC_WARN_UNUSED_RESULT;

/** vr_library_item_get_name: "story/variant"; borrowed. */
const char *vr_library_item_get_name (VrLibraryItem *self);
/** vr_library_item_get_story: its title, as far as it is known by now; borrowed until it is
 * "changed". */
const char *vr_library_item_get_story (VrLibraryItem *self);
/** vr_library_item_get_variant: the same. */
const char *vr_library_item_get_variant (VrLibraryItem *self);
gboolean vr_library_item_begins_story (VrLibraryItem *self);
/** vr_library_item_peek_figures: Returns: (nullable): where they are known by now; borrowed */
const VrVariantFigures *vr_library_item_peek_figures (VrLibraryItem *self);

G_END_DECLS
