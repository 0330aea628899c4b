/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the compare page share. */
#pragma once

#include "vr-compare-page.h"
#include "vr-find-bar.h"
#include "vr-rounds.h"
#include "vr-fit-bin.h"
#include "vr-overview-strip.h"
#include "vr-pair-row.h"
#include "vr-quiet-button.h"
#include "vr-row-heights.h"
#include "vr-selection.h"
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
  guint n_around;  /* rows on either side that are measured before they are laid out */
  int line_y;      /* the line of the row that has to be seen, in pixels from its top, */
  int line_height; /* where this is not 0 */
  guint n_tries;
  gint64 frame; /* of the last try */
  guint n_tries_in_frame;
} VrWanted;

/* The pointer while its button is down on text. */
typedef struct
{
  gboolean is_active;
  VrRowView view;
  VrTextStep unit;    /* what is selected at a time */
  VrTextRange origin; /* what was selected by the click that began it */
  double x;
  double y;
  guint tick; /* scrolls on while the pointer is at an edge */
  gint64 ticked_at;
} VrTextDrag;

/* The caret, seen by the keyboard. */
typedef struct
{
  double goal_x; /* where going up and down keeps it, in pixels of the row; negative for none */
  VrRowContent *aside; /* of a row that is not seen */
  guint aside_position;
  VrSpan heard;    /* of the text at the caret */
  guint described; /* the position whose row says what is at the caret */
  gboolean has_focus;
  guint blink;
  gint64 blinks_until;
} VrTextCaret;

struct _VrComparePage
{
  GtkWidget parent_instance;

  VrPairPlan *plan;
  VrRowHeights *heights;
  VrPalette palette;
  GtkSingleSelection *selection;
  gboolean is_narrow;
  gboolean is_forced;
  int summary_width; /* the list's when the summary was given its place; 0 to give it one anew */
  VrView view;
  gboolean is_critical_only;
  VrFinder *finder;
  gboolean reveals_match; /* when the search under way has ended */
  gboolean is_copyable;

  GdkFrameClock *clock; /* while realized */
  VrWanted wanted;
  guint first_visible;
  double first_within; /* how much of it is above the visible part, 0 to 1 */
  gboolean has_rows;

  VrSelection *text; /* the caret and what is selected in the rows */
  VrTextDrag drag;
  VrTextCaret caret;
  GtkWidget *row_menu;         /* made when it is first asked for */
  GtkCssProvider *reading_css; /* NULL while size and font are the window's own */
  double zoom_way;

  /* Template widgets */
  VrFindBar *find_bar;
  VrSideHeadings *headings;
  GtkScrolledWindow *scroller;
  GtkListView *list_view;
  GtkWidget *nothing;
  VrOverviewStrip *overview;
  GtkLabel *position_label;
  GtkLabel *summary_label;
  GtkLabel *low_summary_label;
  VrFitBin *bar_bin;
  GtkWidget *bar;
  VrRounds rounds;
  GtkWidget *critical_button;
  GtkLabel *critical_label;
  VrQuietButton *quiet_button;
  GtkWidget *decided_button;
  GtkLabel *decided_label;
  GtkWidget *notes_button;
  GtkLabel *notes_label;
};

/* vr-compare-page.c */

/** Shows @plan, (transfer full) (nullable), as it is filtered, from its top. */
void vr_compare_page_show (VrComparePage *self, VrPairPlan *plan);
/** What depends on the plan and on the selection, but the rows. */
void vr_compare_page_update (VrComparePage *self);
/** After the selection changed, in the text or in the list. */
void vr_compare_page_update_copyable (VrComparePage *self);
/** As wide as the list is, or will be; says what there is room for. */
void vr_compare_page_set_width (VrComparePage *self, int width);
/** Whether one column stands where two were asked for. */
void vr_compare_page_set_forced (VrComparePage *self, gboolean is_forced);
/** The find bar opened or closed. */
void vr_compare_page_find_opened (VrComparePage *self);

/* vr-compare-page-scroll.c: between layout and paint. */

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
/** Connects to and leaves the frame clock. */
void vr_compare_page_watch_frames (VrComparePage *self);
void vr_compare_page_unwatch_frames (VrComparePage *self);
/** The widget of a position that the list has at hand, maybe unseen; NULL where it has none. */
GtkWidget *vr_compare_page_find_list_item (VrComparePage *self, guint position);
/** The row in a widget of the list; NULL where it holds none. */
VrPairRow *vr_compare_page_get_row (GtkWidget *list_item);
/** Where a widget of the list stands in its visible part; FALSE where it is not laid out. */
gboolean vr_compare_page_get_extent (VrComparePage *self, GtkWidget *list_item, double *top,
                                     double *bottom);
/** Gives a row the focus without scrolling. */
void vr_compare_page_focus_in_place (VrComparePage *self, GtkWidget *list_item);

/* vr-compare-page-steps.c: from change to change. */

/** Goes to @position, which is selected and gets the keyboard. */
void vr_compare_page_go_to (VrComparePage *self, guint position);
/** "compare.follow". */
void vr_compare_page_follow_action (GtkWidget *widget, const char *action_name,
                                    GVariant *parameter);

/* vr-compare-page-view.c: what is shown of a comparison. */

/** What the view shows of @plan: (transfer full). */
VrPairPlan *vr_compare_page_filter (VrComparePage *self, VrPairPlan *plan);
/** Finds a place for the summary below a list @width wide. */
void vr_compare_page_place_summary (VrComparePage *self, int width);
/** Opens the closed fold at @position. */
void vr_compare_page_set_open (VrComparePage *self, guint position);
/** "compare.toggle-fold". */
void vr_compare_page_toggle_fold (GtkWidget *widget, const char *action_name, GVariant *parameter);
/** What counts critical changes and the reader's decisions. */
void vr_compare_page_update_counts (VrComparePage *self);
/** Whether the keyboard is in the list, to which it has to be led back where rows are bound anew.
 */
gboolean vr_compare_page_has_focus_inside (VrComparePage *self);

/* vr-compare-page-find.c */

/** Sets up what finds, before there is a row; and what it does for the widget class. */
void vr_compare_page_init_find (VrComparePage *self);
void vr_compare_page_class_init_find (GtkWidgetClass *widget_class);
/** The plan is another one: what is sought is sought in it, where the bar is open. */
void vr_compare_page_search_plan (VrComparePage *self);

/* vr-compare-page-style.c */

/** Lets the wheel with Control change the size of the text. */
void vr_compare_page_add_zoom (VrComparePage *self);

/* vr-compare-page-select.c: the pointer in the text. */

void vr_compare_page_init_select (VrComparePage *self);
void vr_compare_page_stop_drag (VrComparePage *self);

/* vr-compare-page-place.c */

/** More rows than can be seen around @position, so that all stand right in the first frame. */
guint vr_compare_page_count_around (VrComparePage *self, guint position);

/* vr-compare-page-focus.c */

/** Tab: the list is one stop, with the buttons of its row. */
gboolean vr_compare_page_focus (GtkWidget *widget, GtkDirectionType direction);

/* vr-compare-page-keys.c: the keys of the caret. */

void vr_compare_page_init_keys (VrComparePage *self);

/* vr-compare-page-caret.c: the caret itself. */

void vr_compare_page_init_caret (VrComparePage *self);
void vr_compare_page_dispose_caret (VrComparePage *self);
/** The next step up or down is counted from where the caret stands then. */
void vr_compare_page_forget_goal (VrComparePage *self);
/** What a position shows, laid out if need be; borrowed until another position is asked for. */
const VrRowContent *vr_compare_page_peek_content (VrComparePage *self, guint position);
/** After a step of the caret: brings it into view and says what was stepped over. */
void vr_compare_page_finish_step (VrComparePage *self, VrTextStep unit);
/** Puts the caret into the text at @position, or into the next one; nothing scrolls. */
void vr_compare_page_take_caret (VrComparePage *self, guint position);
/** Begins to blink anew; after the caret was put somewhere. */
void vr_compare_page_wake_caret (VrComparePage *self);

/* vr-compare-page-speech.c: what assistive technology hears of the caret and of steps. */

/** Says @span of the text at the caret, and what is selected. */
void vr_compare_page_describe_caret (VrComparePage *self, VrSpan span);
/** The same again, where the row was not at hand when the caret came into it. */
void vr_compare_page_describe_late (VrComparePage *self);
/** Without a caret: the selected row says which of the changes it is. */
void vr_compare_page_describe_selected (VrComparePage *self);
/** Before the widget at @position becomes another row's. */
void vr_compare_page_forget_described (VrComparePage *self, guint position);

/* vr-compare-page-copy.c: clipboard and menu. */

/** What is selected can be pasted with the middle button. */
void vr_compare_page_update_primary (VrComparePage *self);
/** Opens the menu of a row at a point of the list. */
void vr_compare_page_show_menu (VrComparePage *self, double x, double y);
/** Adds their actions and keys to the widget class. */
void vr_compare_page_install_copy (GtkWidgetClass *widget_class);

G_END_DECLS
