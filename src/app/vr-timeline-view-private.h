/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the timeline share. */
#pragma once

#include "vr-list-grower.h"
#include "vr-store-task.h"
#include "vr-timeline-figures.h"
#include "vr-timeline-model.h"
#include "vr-timeline-view.h"

G_BEGIN_DECLS

struct _VrTimelineView
{
  VrComparer parent_instance;

  char *name;            /* (nullable): what is shown, or read */
  GCancellable *reading; /* (nullable) */
  guint loading_timeout;
  GArray *listed;         /* (nullable): what was read, until the rows before are gone */
  VrStoreListed coming;   /* what was told of it; without a stamp where nothing was read */
  VrVariantTitles titles; /* of what is shown */
  VrTimelineModel *model; /* (nullable): of what was read last */
  VrListGrower *grower;   /* (nullable): over it */
  GtkSingleSelection *selection;
  VrTimelineFigures *figures;
  char *stamp; /* (nullable): of the versions in the model, where they are those of @name */
  gboolean takes_focus; /* once there are versions */

  /* Template widgets */
  GtkWidget *content;
  GtkStack *stack;
  GtkLabel *error_label;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkMenuButton *menu_button;
  GtkListView *list_view;
  GtkLabel *hint_label;
  GtkWidget *compare_button;
  GtkLabel *compare_label;
};

/* vr-timeline-view.c */

/** Says anew what can be compared. */
void vr_timeline_view_update (VrTimelineView *self);

/* vr-timeline-view-reading.c: vr_timeline_view_show() */

/** Gives up what is being read. */
void vr_timeline_view_stop_reading (VrTimelineView *self);
/** @model: (nullable): shown from now on. */
void vr_timeline_view_set_model (VrTimelineView *self, VrTimelineModel *model);

G_END_DECLS
