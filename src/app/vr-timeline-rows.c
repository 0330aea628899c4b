/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a timeline that are there, and what they show. */
#include "vr-timeline-rows.h"

static VrVersionRow *
get_row (GtkWidget *list_item)
{
  GtkWidget *row = list_item != NULL ? gtk_widget_get_first_child (list_item) : NULL;

  return VR_IS_VERSION_ROW (row) ? VR_VERSION_ROW (row) : NULL;
}

VrVersionRow *
vr_timeline_rows_get_focused (GtkListView *list_view)
{
  return get_row (gtk_widget_get_focus_child (GTK_WIDGET (list_view)));
}

static void
show_flags (VrVersionRow *row, const VrVersion *version, VrTimelineModel *model,
            VrTimelineFigures *figures)
{
  vr_version_row_set_flags (row, version, vr_timeline_figures_peek (figures, version),
                            vr_timeline_figures_get_scale (figures));
}

void
vr_timeline_rows_show (VrVersionRow *row, const VrVersion *version, VrTimelineModel *model,
                       VrTimelineFigures *figures)
{
  vr_version_row_set_version (row, version, vr_timeline_model_is_marked (model, version->number));
  show_flags (row, version, model, figures);
}

typedef void (*ShowFunc) (VrVersionRow *row, const VrVersion *version, VrTimelineModel *model,
                          VrTimelineFigures *figures);

static void
show_rows (GtkListView *list_view, VrTimelineModel *model, VrTimelineFigures *figures,
           ShowFunc show)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (list_view));
       item != NULL && model != NULL; item = gtk_widget_get_next_sibling (item))
    {
      VrVersionRow *row = get_row (item);
      guint number = row != NULL ? vr_version_row_get_number (row) : 0;
      const VrVersion *version = vr_timeline_model_peek (model, number);

      if (version != NULL)
        show (row, version, model, figures);
    }
}

void
vr_timeline_rows_update (GtkListView *list_view, VrTimelineModel *model, VrTimelineFigures *figures)
{
  show_rows (list_view, model, figures, vr_timeline_rows_show);
}

void
vr_timeline_rows_update_flags (GtkListView *list_view, VrTimelineModel *model,
                               VrTimelineFigures *figures)
{
  show_rows (list_view, model, figures, show_flags);
}
