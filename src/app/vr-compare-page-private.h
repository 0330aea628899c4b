/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the compare page share. */
#pragma once

#include "vr-compare-page.h"
#include "vr-find-bar.h"
#include "vr-overview-strip.h"
#include "vr-quiet-button.h"
#include "vr-row-heights.h"
#include "vr-side-headings.h"

G_BEGIN_DECLS

/* Where a position is wanted: brought there within the next frame's layout. */
typedef struct
{
  guint position;    /* VR_PAIR_NONE for none */
  double within;     /* the point of the row, 0 its top, 1 its bottom */
  double at;         /* where in the visible part that point is wanted, 0 to 1 */
  gboolean is_lazy;  /* nothing moves where the row is in full view already */
  gboolean is_point; /* it is the point that has to be in view for that, not all of the row */
  gboolean takes_focus;
  guint n_tries;
} VrWanted;

struct _VrComparePage
{
  GtkWidget parent_instance;

  VrPairPlan *plan;
  VrRowHeights *heights;
  VrPalette palette;
  GtkSingleSelection *selection;
  gboolean is_narrow;
  VrView view;
  gboolean is_critical_only;
  VrFinder *finder;
  gboolean reveals_match; /* when the search under way has ended */

  GdkFrameClock *clock; /* while realized */
  VrWanted wanted;
  guint first_visible;
  gboolean has_rows;

  /* Template widgets */
  VrFindBar *find_bar;
  VrSideHeadings *headings;
  GtkScrolledWindow *scroller;
  GtkListView *list_view;
  GtkWidget *nothing_label;
  VrOverviewStrip *overview;
  GtkLabel *position_label;
  GtkLabel *summary_label;
  GtkLabel *narrow_summary_label;
  GtkWidget *critical_button;
  GtkLabel *critical_label;
  VrQuietButton *quiet_button;
};

/** Asks for a position to be brought into view by the next layout. */
void vr_compare_page_want (VrComparePage *self, const VrWanted *wanted);

/**
 * Where the reader is: the row at @preferred if it is in view, else one that @next shows too, and
 * where in the visible part it stands.  For the plan that is shown now.
 */
void vr_compare_page_note_place (VrComparePage *self, const VrPairPlan *next, guint preferred,
                                 VrWanted *wanted);

/** Rows that are in the list are drawn or, where @is_resize, laid out anew. */
void vr_compare_page_refresh_rows (VrComparePage *self, gboolean is_resize);

/** Go to @position, which is selected and gets the keyboard. */
void vr_compare_page_go_to (VrComparePage *self, guint position);

/** What the view shows of @plan: (transfer full). */
VrPairPlan *vr_compare_page_filter (VrComparePage *self, VrPairPlan *plan);

/** What depends on the plan and on the selection, but the rows. */
void vr_compare_page_update (VrComparePage *self);

/** Whatever counts critical changes. */
void vr_compare_page_update_critical (VrComparePage *self);

/** "compare.toggle-fold". */
void vr_compare_page_toggle_fold (GtkWidget *widget, const char *action_name, GVariant *parameter);
/** Sets up what finds, before there is a row; and what it does for the widget class. */
void vr_compare_page_init_find (VrComparePage *self);
void vr_compare_page_class_init_find (GtkWidgetClass *widget_class);

/** The plan is another one: what is sought is sought in it, where the bar is open. */
void vr_compare_page_search_plan (VrComparePage *self);

/** The bar opened or closed. */
void vr_compare_page_find_opened (VrComparePage *self);

/** Connects to and leaves the frame clock. */
void vr_compare_page_watch_frames (VrComparePage *self);
void vr_compare_page_unwatch_frames (VrComparePage *self);

/** For the other files: the page's width crossed the line. */
void vr_compare_page_set_narrow (VrComparePage *self, gboolean is_narrow);

G_END_DECLS
