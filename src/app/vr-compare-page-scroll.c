/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compare page between layout and paint: what is visible, and where the list should stand. */
#include "vr-compare-page-private.h"

/* Each try is one pass of layout; the frame clock allows four in a frame, of which the rows that
 * are reached take what is left. */
#define MAX_TRIES 6
#define MAX_TRIES_A_FRAME 2

/* Two lines of prose. */
#define POINT_MARGIN_PX 48

/* A line with the caret keeps this distance from the edges. */
#define LINE_MARGIN_PX 12

VrPairRow *
vr_compare_page_get_row (GtkWidget *list_item)
{
  GtkWidget *child = gtk_widget_get_first_child (list_item);

  return child != NULL && VR_IS_PAIR_ROW (child) ? VR_PAIR_ROW (child) : NULL;
}

/* The list lays out only the rows it shows; what the others say of themselves is stale. */
gboolean
vr_compare_page_get_extent (VrComparePage *self, GtkWidget *list_item, double *top, double *bottom)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_child_visible (list_item)
      || !gtk_widget_compute_bounds (list_item, GTK_WIDGET (self->list_view), &bounds))
    return FALSE;
  *top = bounds.origin.y;
  *bottom = bounds.origin.y + bounds.size.height;

  return TRUE;
}

GtkWidget *
vr_compare_page_find_list_item (VrComparePage *self, guint position)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      VrPairRow *row = vr_compare_page_get_row (item);

      if (row != NULL && vr_pair_row_get_position (row) == position)
        return item;
    }

  return NULL;
}

/* Where a list that is new has no rows yet, once is not enough. */
static void
scroll_near_wanted (VrComparePage *self)
{
  guint position = self->wanted.position;

  vr_row_heights_set_near (self->heights, position - MIN (position, self->wanted.n_around),
                           position + self->wanted.n_around + 1);
  /* gtk_list_view_scroll_to() is newer than our oldest GTK; its action is not. */
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  gtk_widget_queue_allocate (GTK_WIDGET (self->list_view));
}

void
vr_compare_page_want (VrComparePage *self, const VrWanted *wanted)
{
  GtkWidget *list_item = vr_compare_page_find_list_item (self, wanted->position);

  self->wanted = *wanted;
  self->wanted.n_tries = 0;
  /* A list that was filled just now knows nothing of what is visible. */
  if (list_item == NULL || !gtk_widget_get_child_visible (list_item) || !self->has_rows)
    scroll_near_wanted (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self->list_view));
}

void
vr_compare_page_focus_in_place (VrComparePage *self, GtkWidget *list_item)
{
  /* The list brings what gets the focus into full view; told of its old value it stays. */
  if (gtk_widget_grab_focus (list_item))
    g_signal_emit_by_name (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed");
}

/* A row that stays is worth more than one that is fully seen. */
static guint
rate_anchor (VrComparePage *self, const VrPairPlan *next, guint position, guint preferred,
             double top)
{
  guint there = vr_pair_plan_find_counterpart (self->plan, position, next);
  gboolean stays =
      vr_pair_plan_get_fold (next, there) == 0 || vr_pair_plan_get_fold (self->plan, position) > 0;

  return (position == preferred ? 4 : 0) + (stays ? 2 : 0) + (top >= 0);
}

void
vr_compare_page_note_place (VrComparePage *self, const VrPairPlan *next, guint preferred,
                            VrWanted *wanted)
{
  double visible = gtk_widget_get_height (GTK_WIDGET (self->list_view));
  double top, bottom, best_top = 0;
  guint best = 0;

  *wanted =
      (VrWanted){ .position = MIN (self->first_visible, vr_pair_plan_get_n (self->plan) - 1) };
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      VrPairRow *row = vr_compare_page_get_row (item);
      guint position = row != NULL ? vr_pair_row_get_position (row) : VR_PAIR_NONE;
      guint rate;

      if (position == VR_PAIR_NONE || !vr_compare_page_get_extent (self, item, &top, &bottom)
          || bottom <= 0 || top >= visible)
        continue;
      rate = 1 + rate_anchor (self, next, position, preferred, top);
      if (rate < best || (rate == best && top >= best_top))
        continue;
      best = rate;
      best_top = top;
      wanted->position = position;
      wanted->within = top < 0 ? -top / (bottom - top) : 0;
      wanted->at = MAX (top, 0) / MAX (visible, 1);
    }
}

void
vr_compare_page_refresh_rows (VrComparePage *self, gboolean is_resize)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      VrPairRow *row = vr_compare_page_get_row (item);

      if (row != NULL && is_resize)
        gtk_widget_queue_resize (GTK_WIDGET (row));
      else if (row != NULL)
        gtk_widget_queue_draw (GTK_WIDGET (row));
    }
}

static void
finish_wanted (VrComparePage *self, GtkWidget *list_item)
{
  gboolean takes_focus = self->wanted.takes_focus;

  self->wanted.position = VR_PAIR_NONE;
  if (!takes_focus || list_item == NULL)
    return;
  vr_compare_page_focus_in_place (self, list_item);
  vr_compare_page_describe_late (self);
}

/* Where the top of a row is wanted: what is asked for within view, by as little as can be. */
static double
find_target (VrComparePage *self, double top, double bottom)
{
  const VrWanted *wanted = &self->wanted;
  double visible = gtk_widget_get_height (GTK_WIDGET (self->list_view));

  if (wanted->line_height > 0)
    return CLAMP (top, LINE_MARGIN_PX - wanted->line_y,
                  MAX (visible - LINE_MARGIN_PX - wanted->line_height, LINE_MARGIN_PX)
                      - wanted->line_y);
  if (wanted->is_lazy && !wanted->is_point && bottom - top > visible)
    return 0;

  return wanted->at * visible - wanted->within * (bottom - top);
}

/* Whether there are lines to be read around the point too. */
static gboolean
is_in_view (double y, double visible)
{
  double margin = MIN (POINT_MARGIN_PX, visible / 4);

  return y >= margin && y <= visible - margin;
}

static gboolean
next_frame_cb (GtkWidget *list_view, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_queue_allocate (list_view);

  return G_SOURCE_REMOVE;
}

/* Whether another pass may be asked for in this frame; else the next one goes on. */
static gboolean
may_try (VrComparePage *self)
{
  gint64 frame = gdk_frame_clock_get_frame_counter (self->clock);

  if (self->wanted.frame != frame)
    self->wanted.n_tries_in_frame = 0;
  self->wanted.frame = frame;
  if (self->wanted.n_tries_in_frame++ < MAX_TRIES_A_FRAME)
    return TRUE;
  if (self->wanted.n_tries_in_frame == MAX_TRIES_A_FRAME + 1)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), next_frame_cb, NULL, NULL);

  return FALSE;
}

/* The list knows where a row stands only once it is laid out, so this runs after layout and asks
 * for another pass until the row is where it is wanted; mostly within the frame, so nothing jumps.
 */
static void
pursue_wanted (VrComparePage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double visible = gtk_widget_get_height (GTK_WIDGET (self->list_view));
  GtkWidget *list_item = vr_compare_page_find_list_item (self, self->wanted.position);
  double top, bottom, before, target;

  if (self->wanted.n_tries++ >= MAX_TRIES || list_item == NULL
      || !vr_compare_page_get_extent (self, list_item, &top, &bottom))
    {
      if (self->wanted.n_tries > MAX_TRIES)
        finish_wanted (self, list_item);
      else
        scroll_near_wanted (self);
      return;
    }
  if (self->wanted.is_lazy
      && (self->wanted.is_point ? is_in_view (top + self->wanted.within * (bottom - top), visible)
                                : top >= 0 && bottom <= visible))
    {
      finish_wanted (self, list_item);
      return;
    }
  target = find_target (self, top, bottom);
  before = gtk_adjustment_get_value (adjustment);
  if (fabs (top - target) >= 1)
    gtk_adjustment_set_value (adjustment, before + top - target);
  self->wanted.is_lazy = FALSE;
  if (fabs (gtk_adjustment_get_value (adjustment) - before) < 1)
    finish_wanted (self, list_item);
}

static void
look_at_row (VrComparePage *self, GtkWidget *list_item, double visible, guint *first, guint *last,
             int *hidden, double *within)
{
  VrPairRow *row = vr_compare_page_get_row (list_item);
  double top, bottom;
  guint position;
  gboolean is_seen;

  if (row == NULL)
    return;
  position = vr_pair_row_get_position (row);
  if (position == VR_PAIR_NONE)
    return;
  is_seen =
      vr_compare_page_get_extent (self, list_item, &top, &bottom) && bottom > 0 && top < visible;
  vr_pair_row_set_seen (row, is_seen);
  if (!is_seen)
    return;
  /* Laid out by an estimate, or by one that is known better by now. */
  if (!vr_row_heights_is_exact (self->heights, position)
      || vr_row_heights_get (self->heights, position, gtk_widget_get_width (GTK_WIDGET (row)))
             != gtk_widget_get_height (GTK_WIDGET (row)))
    gtk_widget_queue_resize (GTK_WIDGET (row));
  if (*first == VR_PAIR_NONE || position < *first)
    {
      *first = position;
      *hidden = (int)-top;
      *within = CLAMP (-top / MAX (bottom - top, 1), 0, 1);
    }
  *last = MAX (*last, position);
}

static void
look_at_rows (VrComparePage *self)
{
  double visible = gtk_widget_get_height (GTK_WIDGET (self->list_view));
  guint first = VR_PAIR_NONE;
  guint last = 0;
  int hidden = 0;
  double within = 0;

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    look_at_row (self, item, visible, &first, &last, &hidden, &within);

  if (first == VR_PAIR_NONE)
    return;
  self->first_visible = first;
  self->first_within = within;
  self->has_rows = TRUE;
  vr_row_heights_set_near (self->heights, first, last + 1);
  vr_overview_strip_set_view (self->overview, first, hidden, (int)visible);
}

/* Where the columns become one, or two again, the caret goes with its words. */
static void
look_at_columns (VrComparePage *self)
{
  gboolean is_inline = vr_row_heights_peek_style (self->heights)->geometry.is_inline;

  if (is_inline != vr_selection_get_inline (self->text))
    vr_selection_set_plan (self->text, self->plan, is_inline);
  vr_compare_page_set_forced (self, is_inline && self->view != VR_VIEW_INLINE && !self->is_narrow);
}

/* Beside the wide strip, whichever is there: a thin one that made room for a wide one that made
 * room for a thin one would never end. */
static int
get_width (VrComparePage *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self->list_view))
         + gtk_widget_get_width (GTK_WIDGET (self->overview)) - VR_OVERVIEW_WIDE_PX;
}

static void
after_layout_cb (GdkFrameClock *clock, VrComparePage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self))
      || !vr_rounds_may_change (&self->rounds, clock, GTK_WIDGET (self)))
    return;

  vr_compare_page_set_width (self, get_width (self));
  if (self->plan == NULL)
    return;
  look_at_columns (self);
  if (self->wanted.position != VR_PAIR_NONE && may_try (self))
    pursue_wanted (self);
  /* What is only passed by on the way need not be laid out well. */
  if (self->wanted.position == VR_PAIR_NONE)
    look_at_rows (self);
}

void
vr_compare_page_watch_frames (VrComparePage *self)
{
  self->clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  g_signal_connect_after (self->clock, "layout", G_CALLBACK (after_layout_cb), self);
}

void
vr_compare_page_unwatch_frames (VrComparePage *self)
{
  if (self->clock == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->clock, after_layout_cb, self);
  g_clear_object (&self->clock);
}

gboolean
vr_compare_page_scroll_by (VrComparePage *self, double pixels)
{
  GtkAdjustment *adjustment;
  double before;

  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), FALSE);

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, before + pixels);

  return gtk_adjustment_get_value (adjustment) != before;
}

gboolean
vr_compare_page_has_painted_rows (VrComparePage *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), FALSE);

  return self->has_rows;
}
