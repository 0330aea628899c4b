/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the compare page share. */
#pragma once

#include "vr-compare-page.h"
#include "vr-find-bar.h"
#include "vr-overview-strip.h"
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
};

/** Asks for a position to be brought into view by the next layout. */
void vr_compare_page_want (VrComparePage *self, const VrWanted *wanted);

/** Sets up what finds, before there is a row; and what it does for the widget class. */
void vr_compare_page_init_find (VrComparePage *self);
void vr_compare_page_class_init_find (GtkWidgetClass *widget_class);

/** The bar opened or closed. */
void vr_compare_page_find_opened (VrComparePage *self);

/** Connects to and leaves the frame clock. */
void vr_compare_page_watch_frames (VrComparePage *self);
void vr_compare_page_unwatch_frames (VrComparePage *self);

/** For the other file: the page's width crossed the line. */
void vr_compare_page_set_narrow (VrComparePage *self, gboolean is_narrow);

G_END_DECLS
