/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was kept: stories with their variants, and the versions of one of them. */
#pragma once

#include "vr-library-model.h"
#include "vr-variant-side.h"

G_BEGIN_DECLS

/**
 * VrLibraryPage:
 *
 * Both lists stand side by side, or one behind the other where there is room for one.
 *
 * Property "deep": whether versions are in front of the stories that they hide.
 */
#define VR_TYPE_LIBRARY_PAGE (vr_library_page_get_type ())
G_DECLARE_FINAL_TYPE (VrLibraryPage, vr_library_page, VR, LIBRARY_PAGE, VrComparer)

/** vr_library_page_refresh: reads what was kept anew; what is selected stays. */
void vr_library_page_refresh (VrLibraryPage *self);

/** vr_library_page_set_can_keep: @can_keep: whether there are articles in the window that an empty
 * library offers to keep. */
void vr_library_page_set_can_keep (VrLibraryPage *self, gboolean can_keep);

/** vr_library_page_get_model: what is listed; borrowed. */
VrLibraryModel *vr_library_page_get_model (VrLibraryPage *self);
/** vr_library_page_get_list: the list of variants; borrowed. */
GtkWidget *vr_library_page_get_list (VrLibraryPage *self);
/** vr_library_page_get_timeline: the versions of the variant shown; borrowed. */
VrTimelineView *vr_library_page_get_timeline (VrLibraryPage *self);

/** vr_library_page_take_focus: the keyboard goes to the versions, or else to the stories. */
void vr_library_page_take_focus (VrLibraryPage *self);
/** vr_library_page_search: the keyboard goes to the search. */
void vr_library_page_search (VrLibraryPage *self);
/** vr_library_page_search_versions: looks for what the search has in all versions; where it has
 * nothing, the keyboard goes there. */
void vr_library_page_search_versions (VrLibraryPage *self);
/** vr_library_page_can_search: whether there is anything to search. */
gboolean vr_library_page_can_search (VrLibraryPage *self);

/** vr_library_page_set_view: how variants are shown. */
void vr_library_page_set_view (VrLibraryPage *self, VrVariantViewKind view);
/** vr_library_page_set_style: sets articles as the reader wants. */
void vr_library_page_set_style (VrLibraryPage *self, const VrReadingStyle *style);

/** vr_library_page_go_back: gives up what is waited for, takes back what is searched for, or goes
 * from the versions to the stories, where those hide these.  Returns: whether it did */
gboolean vr_library_page_go_back (VrLibraryPage *self);

G_END_DECLS
