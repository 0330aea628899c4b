/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The variants of all stories as a list, or those that a search leaves. */
#pragma once

#include "vr-library-item.h"

G_BEGIN_DECLS

/** VR_LIBRARY_NONE: stands for no position. */
#define VR_LIBRARY_NONE G_MAXUINT

#define VR_TYPE_LIBRARY_MODEL (vr_library_model_get_type ())
G_DECLARE_FINAL_TYPE (VrLibraryModel, vr_library_model, VR, LIBRARY_MODEL, GObject)

VrLibraryModel *vr_library_model_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_library_model_set_variants: @variants: (element-type VrStoreVariant) (transfer full): in the
 * order of their names; the search holds on, and rows of variants that were there before stay. */
void vr_library_model_set_variants (VrLibraryModel *self, GArray *variants);

/** vr_library_model_search: leaves those whose story or variant has each word of @words, upper or
 * lower case; all for "". */
void vr_library_model_search (VrLibraryModel *self, const char *words);

/** vr_library_model_get_n_variants: how many there are, searched or not. */
guint vr_library_model_get_n_variants (VrLibraryModel *self);

/** vr_library_model_peek_name: "story/variant" of one of them, searched or not; borrowed. */
const char *vr_library_model_peek_name (VrLibraryModel *self, guint index);

/** vr_library_model_peek_story: what people call that one's story, as far as it is known by now;
 * %NULL before; valid until the list changes. */
const char *vr_library_model_peek_story (VrLibraryModel *self, guint index);

/** vr_library_model_has: whether "story/variant" (nullable) is there, searched or not. */
gboolean vr_library_model_has (VrLibraryModel *self, const char *name);

/** vr_library_model_find: where "story/variant" stands, or %VR_LIBRARY_NONE where it does not. */
guint vr_library_model_find (VrLibraryModel *self, const char *name);

G_END_DECLS
