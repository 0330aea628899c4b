/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph as prose, with the versions of its sentences in the margin. */
#pragma once

#include "vr-origins-item.h"
#include "vr-origins-style.h"
#include "vr-palette.h"

G_BEGIN_DECLS

/** VrOriginsLayout: a paragraph at one width. */
typedef struct _VrOriginsLayout VrOriginsLayout;

VrOriginsLayout *vr_origins_layout_new (VrOriginsItem *item, const VrOriginsStyle *style,
                                        int width) G_GNUC_WARN_UNUSED_RESULT;
void vr_origins_layout_free (VrOriginsLayout *self);

/** vr_origins_layout_estimate: about how high @item will be, without laying it out. */
int vr_origins_layout_estimate (VrOriginsItem *item, const VrOriginsStyle *style, int width);

int vr_origins_layout_get_width (const VrOriginsLayout *self);
int vr_origins_layout_get_height (const VrOriginsLayout *self);
/** vr_origins_layout_get_generation: that of the style it was made for. */
guint vr_origins_layout_get_generation (const VrOriginsLayout *self);

/** vr_origins_layout_find: the sentence at a point, or the nearest one. */
guint vr_origins_layout_find (const VrOriginsLayout *self, double x, double y);

/** vr_origins_layout_get_extent: @y, @height: (out): where @sentence stands. */
void vr_origins_layout_get_extent (const VrOriginsLayout *self, guint sentence, int *y,
                                   int *height);

/** vr_origins_layout_snapshot: @selected: a sentence, of this paragraph or another. */
void vr_origins_layout_snapshot (const VrOriginsLayout *self, GtkSnapshot *snapshot,
                                 const VrPalette *palette, guint selected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrOriginsLayout, vr_origins_layout_free)

G_END_DECLS
