/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's other side: a variant's versions, where its sentences come from, and what a search
 * through all versions found. */
#pragma once

#include "vr-reading-style.h"
#include "vr-timeline-view.h"

G_BEGIN_DECLS

/** VrVariantViewKind: how a variant is shown. */
typedef enum
{
  VR_VARIANT_VERSIONS,
  VR_VARIANT_ORIGINS,
} VrVariantViewKind;

/**
 * VrVariantSide:
 *
 * Compares what the view that is shown does.
 *
 * Signal "moved": it went to another variant by itself.
 * It activates "win.library-view".
 */
#define VR_TYPE_VARIANT_SIDE (vr_variant_side_get_type ())
G_DECLARE_FINAL_TYPE (VrVariantSide, vr_variant_side, VR, VARIANT_SIDE, VrComparer)

/** vr_variant_side_get_timeline: the versions; borrowed. */
VrTimelineView *vr_variant_side_get_timeline (VrVariantSide *self);

/** vr_variant_side_show: @name: (nullable): a "story/variant", read anew even where it is shown. */
void vr_variant_side_show (VrVariantSide *self, const char *name);

void vr_variant_side_set_view (VrVariantSide *self, VrVariantViewKind view);

/** vr_variant_side_search: looks for @phrase in all versions of all variants. */
void vr_variant_side_search (VrVariantSide *self, const char *phrase);
/** vr_variant_side_has_phrases: whether that is what is shown. */
gboolean vr_variant_side_has_phrases (VrVariantSide *self);
/** vr_variant_side_close_phrases: back to the variant. */
void vr_variant_side_close_phrases (VrVariantSide *self);

/** vr_variant_side_stop: gives up what the reader waits for.  Returns: whether there was anything
 */
gboolean vr_variant_side_stop (VrVariantSide *self);

/** vr_variant_side_set_style: sets the article as the reader wants. */
void vr_variant_side_set_style (VrVariantSide *self, const VrReadingStyle *style);

/** vr_variant_side_take_focus: the keyboard goes to what is shown. */
void vr_variant_side_take_focus (VrVariantSide *self);

G_END_DECLS
