/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article with the version beside each sentence that brought it. */
#pragma once

#include "vr-comparer.h"
#include "vr-reading-style.h"

G_BEGIN_DECLS

/** VrOriginsView: compares the version that changed the selected sentence last with the one before
 * it. */
#define VR_TYPE_ORIGINS_VIEW (vr_origins_view_get_type ())
G_DECLARE_FINAL_TYPE (VrOriginsView, vr_origins_view, VR, ORIGINS_VIEW, VrComparer)

/** vr_origins_view_set_menu: what can be done with the variant and the version. */
void vr_origins_view_set_menu (VrOriginsView *self, GMenuModel *menu);

/**
 * vr_origins_view_show:
 * @name: (nullable): a "story/variant"; %NULL for none
 * @id: (nullable): the version to show; the last one where %NULL
 *
 * Reads it anew even where it is shown; what is selected stays where it is the same version.
 */
void vr_origins_view_show (VrOriginsView *self, const char *name, const char *id);

/** vr_origins_view_show_text: the same for the last version, with the first sentence selected that
 * has @text. */
void vr_origins_view_show_text (VrOriginsView *self, const char *name, const char *text);

/** vr_origins_view_refresh: reads what was asked for last once more. */
void vr_origins_view_refresh (VrOriginsView *self);

/** vr_origins_view_stop: gives up what is being read.  Returns: whether anything was */
gboolean vr_origins_view_stop (VrOriginsView *self);

/** vr_origins_view_set_style: sets the article as the reader wants. */
void vr_origins_view_set_style (VrOriginsView *self, const VrReadingStyle *style);

/** vr_origins_view_take_focus: the keyboard goes to the article, once it is there. */
void vr_origins_view_take_focus (VrOriginsView *self);

G_END_DECLS
