/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a timeline that are there, and what they show. */
#pragma once

#include "vr-timeline-figures.h"
#include "vr-timeline-model.h"
#include "vr-version-row.h"

G_BEGIN_DECLS

/** vr_timeline_rows_show: @row shows @version from now on. */
void vr_timeline_rows_show (VrVersionRow *row, const VrVersion *version, VrTimelineModel *model,
                            VrTimelineFigures *figures);

/** vr_timeline_rows_update: all rows show what @model, (nullable), has by now. */
void vr_timeline_rows_update (GtkListView *list_view, VrTimelineModel *model,
                              VrTimelineFigures *figures);
/** vr_timeline_rows_update_flags: the same, where only @figures are others. */
void vr_timeline_rows_update_flags (GtkListView *list_view, VrTimelineModel *model,
                                    VrTimelineFigures *figures);

/** vr_timeline_rows_get_focused: Returns: (nullable): the row that has the keyboard; borrowed. */
VrVersionRow *vr_timeline_rows_get_focused (GtkListView *list_view);

G_END_DECLS
