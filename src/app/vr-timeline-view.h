/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A variant's versions, newest first, and what can be compared of them. */
#pragma once

#include "vr-comparer.h"
#include "vr-timeline-model.h"
#include "vr-variant-titles.h"

G_BEGIN_DECLS

/** VrTimelineView: compares the two versions that are marked, or the selected one with the one
 * before. */
#define VR_TYPE_TIMELINE_VIEW (vr_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (VrTimelineView, vr_timeline_view, VR, TIMELINE_VIEW, VrComparer)

/** vr_timeline_view_show: @name: (nullable): a "story/variant"; %NULL for none.  Where it is shown
 * already, only what is new of it is read, and the reader's place and marks stay. */
void vr_timeline_view_show (VrTimelineView *self, const char *name);

/** vr_timeline_view_get_name: (nullable): what it shows, or is about to; borrowed. */
const char *vr_timeline_view_get_name (VrTimelineView *self);

/** vr_timeline_view_dup_titles: what people call it, as far as that is known by now.  @titles:
 * (out): to be cleared. */
void vr_timeline_view_dup_titles (VrTimelineView *self, VrVariantTitles *titles);

/** vr_timeline_view_get_menu: what can be done with it and with the selected version; borrowed. */
GMenuModel *vr_timeline_view_get_menu (VrTimelineView *self);

/** vr_timeline_view_peek_selected: (nullable): the version that is selected, unless others are
 * read; borrowed. */
const VrVersion *vr_timeline_view_peek_selected (VrTimelineView *self);

/** vr_timeline_view_get_model: (nullable): of what was read last; borrowed. */
VrTimelineModel *vr_timeline_view_get_model (VrTimelineView *self);

/** vr_timeline_view_get_list: the list of versions; borrowed. */
GtkWidget *vr_timeline_view_get_list (VrTimelineView *self);

/** vr_timeline_view_get_selected_id: (nullable): of the selected version, unless it is the last or
 * others are being read; borrowed. */
const char *vr_timeline_view_get_selected_id (VrTimelineView *self);

/** vr_timeline_view_take_focus: the keyboard goes to the versions.  Returns: whether there are any
 */
gboolean vr_timeline_view_take_focus (VrTimelineView *self);

/** vr_timeline_view_can_play: whether there is more than one version. */
gboolean vr_timeline_view_can_play (VrTimelineView *self);
/** vr_timeline_view_play: the reader wants to see the first two. */
void vr_timeline_view_play (VrTimelineView *self);

G_END_DECLS
