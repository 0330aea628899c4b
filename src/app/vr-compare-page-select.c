/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pointer in the text of the compare page: clicks, drags, and scrolling at the edges. */
#include "vr-compare-page-private.h"

#include "vr-row-caret.h"

/* Within this distance of the list's edges a drag scrolls. */
#define EDGE_PX 18

/* Pixels a second for each pixel that the pointer is beyond that. */
#define SCROLL_SPEED 14.0
#define MAX_SCROLL_SPEED 3000.0

/* The row at a height of the list, or the one nearest to it. */
static VrPairRow *
find_row_at (VrComparePage *self, double y)
{
  VrPairRow *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      VrPairRow *row = vr_compare_page_get_row (item);
      double top, bottom, distance;

      if (row == NULL || vr_pair_row_get_position (row) == VR_PAIR_NONE
          || !vr_compare_page_get_extent (self, item, &top, &bottom))
        continue;
      distance = y < top ? top - y : y >= bottom ? y - bottom + 1 : 0;
      if (distance < least)
        {
          least = distance;
          nearest = row;
        }
    }

  return nearest;
}

static void
to_row (VrComparePage *self, VrPairRow *row, double *x, double *y)
{
  gtk_widget_translate_coordinates (GTK_WIDGET (self->list_view), GTK_WIDGET (row), *x, *y, x, y);
}

/* Whether the point is in a column of text, with the margin that its paragraphs have. */
static gboolean
is_in_column (const VrRowContent *content, const VrRowHit *hit, double x)
{
  const VrRowGeometry *geometry = vr_row_content_peek_geometry (content);
  int left = geometry->text_x[hit->view == VR_ROW_VIEW_OLD ? VR_SIDE_OLD : VR_SIDE_NEW];

  return x >= left - VR_ROW_MARGIN_PX && x < left + geometry->text_width + VR_ROW_MARGIN_PX;
}

/* What is under the pointer, if it is text and not a button in it. */
static VrPairRow *
find_hit (VrComparePage *self, double x, double y, VrRowHit *hit)
{
  VrPairRow *row = find_row_at (self, y);

  if (row == NULL)
    return NULL;
  to_row (self, row, &x, &y);
  if (gtk_widget_pick (GTK_WIDGET (row), x, y, GTK_PICK_DEFAULT) != GTK_WIDGET (row)
      || !vr_row_caret_locate (vr_pair_row_peek_content (row), x, y, hit)
      || !is_in_column (vr_pair_row_peek_content (row), hit, x))
    return NULL;

  return row;
}

/* What a click selects; @character is what is under the pointer. */
static VrTextRange
find_unit (VrColumn *column, VrTextStep unit, VrTextPoint point, guint32 character)
{
  if (unit == VR_TEXT_STEP_WORD)
    return vr_column_word_at (column, (VrTextPoint){ point.position, character });
  if (unit == VR_TEXT_STEP_PARAGRAPH)
    return vr_column_paragraph_at (column, point);

  return (VrTextRange){ point, point };
}

/* From what the click selected to what is under the pointer now. */
static void
select_to (VrComparePage *self, VrTextPoint point, guint32 character)
{
  VrColumn *column = vr_selection_get_column (self->text);
  VrTextRange unit = find_unit (column, self->drag.unit, point, character);
  const VrTextRange *origin = &self->drag.origin;

  if (vr_column_compare (unit.from, origin->from) < 0)
    vr_selection_select (self->text, self->drag.view, origin->to, unit.from);
  else if (vr_column_compare (unit.to, origin->to) > 0)
    vr_selection_select (self->text, self->drag.view, origin->from, unit.to);
  else
    vr_selection_select (self->text, self->drag.view, origin->from, origin->to);
}

/* A row without text on this side stands for the gap between its neighbours. */
static gboolean
find_gap (VrComparePage *self, VrColumn *column, guint position, VrTextPoint *point)
{
  gboolean is_down = position > self->drag.origin.from.position;

  point->position = vr_column_find (column, position, is_down ? -1 : 1);
  if (point->position == VR_PAIR_NONE)
    return FALSE;
  point->byte = is_down ? vr_column_get_n_bytes (column, point->position) : 0;

  return TRUE;
}

static void
follow_pointer (VrComparePage *self)
{
  double x = self->drag.x;
  double y = self->drag.y;
  VrPairRow *row = find_row_at (self, y);
  VrTextPoint point = { .byte = 0 };
  VrRowHit hit;

  if (row == NULL || vr_selection_get_column (self->text) == NULL)
    return;
  to_row (self, row, &x, &y);
  point.position = vr_pair_row_get_position (row);
  if (vr_row_caret_locate_in (vr_pair_row_peek_content (row), self->drag.view, x, y, &hit))
    {
      point.byte = hit.byte;
      select_to (self, point, hit.character);
    }
  else if (find_gap (self, vr_selection_get_column (self->text), point.position, &point))
    {
      select_to (self, point, point.byte);
    }
}

static double
scroll_speed (VrComparePage *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self->list_view));
  double beyond = 0;

  if (self->drag.y < EDGE_PX)
    beyond = self->drag.y - EDGE_PX;
  else if (self->drag.y > height - EDGE_PX)
    beyond = self->drag.y - (height - EDGE_PX);

  return CLAMP (beyond * SCROLL_SPEED, -MAX_SCROLL_SPEED, MAX_SCROLL_SPEED);
}

static gboolean
drag_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  VrComparePage *self = VR_COMPARE_PAGE (user_data);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double)(now - self->drag.ticked_at) / G_USEC_PER_SEC;

  self->drag.ticked_at = now;
  if (scroll_speed (self) != 0)
    {
      vr_compare_page_scroll_by (self, scroll_speed (self) * seconds);
      follow_pointer (self);
    }

  return G_SOURCE_CONTINUE;
}

void
vr_compare_page_stop_drag (VrComparePage *self)
{
  if (self->drag.tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->drag.tick);
  self->drag.tick = 0;
  self->drag.is_active = FALSE;
}

static void
start_drag (VrComparePage *self, double x, double y)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->list_view));

  vr_compare_page_stop_drag (self);
  self->drag.is_active = TRUE;
  self->drag.x = x;
  self->drag.y = y;
  self->drag.ticked_at = gdk_frame_clock_get_frame_time (clock);
  self->drag.tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), drag_tick_cb, self, NULL);
}

/* The row that is clicked on is the one that is stood on, as without text. */
static void
stand_on (VrComparePage *self, VrPairRow *row)
{
  gtk_single_selection_set_selected (self->selection, vr_pair_row_get_position (row));
  vr_compare_page_focus_in_place (self, gtk_widget_get_parent (GTK_WIDGET (row)));
}

static void
click (VrComparePage *self, VrPairRow *row, const VrRowHit *hit, VrTextStep unit)
{
  VrTextPoint point = { vr_pair_row_get_position (row), hit->byte };
  VrTextRange range;

  vr_compare_page_forget_goal (self);
  vr_selection_place (self->text, hit->view, point);
  range = find_unit (vr_selection_get_column (self->text), unit, point, hit->character);
  vr_selection_select (self->text, hit->view, range.from, range.to);
  self->drag.view = hit->view;
  self->drag.unit = unit;
  self->drag.origin = range;
}

/* With Shift what was selected grows or shrinks to the pointer, in its own column. */
static gboolean
extend (VrComparePage *self, double x, double y)
{
  VrColumn *column = vr_selection_get_column (self->text);
  VrTextPoint anchor = vr_selection_get_anchor (self->text);

  if (column == NULL)
    return FALSE;
  self->drag.view = vr_column_get_view (column);
  self->drag.unit = VR_TEXT_STEP_CHARACTER;
  self->drag.origin = (VrTextRange){ anchor, anchor };
  self->drag.x = x;
  self->drag.y = y;
  follow_pointer (self);

  return TRUE;
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device =
      gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, VrComparePage *self)
{
  static const VrTextStep units[] = { VR_TEXT_STEP_CHARACTER, VR_TEXT_STEP_WORD,
                                      VR_TEXT_STEP_PARAGRAPH };
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  VrRowHit hit;
  VrPairRow *row = find_hit (self, x, y, &hit);

  /* A finger scrolls; held still it selects a word. */
  if (is_touch (GTK_GESTURE (gesture)))
    return;
  if (row == NULL)
    {
      vr_selection_clear (self->text);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (n_press > 1 || !(state & GDK_SHIFT_MASK) || !extend (self, x, y))
    click (self, row, &hit, units[(n_press - 1) % (int)G_N_ELEMENTS (units)]);
  stand_on (self, row);
  start_drag (self, x, y);
  vr_compare_page_wake_caret (self);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, VrComparePage *self)
{
  double x, y;

  if (!self->drag.is_active || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  self->drag.x = x + offset_x;
  self->drag.y = y + offset_y;
  /* A hand is never quite still; where words are selected a click must not become a drag. */
  if (self->drag.unit == VR_TEXT_STEP_CHARACTER || ABS (offset_x) + ABS (offset_y) > EDGE_PX / 3)
    follow_pointer (self);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, VrComparePage *self)
{
  if (!self->drag.is_active)
    return;
  vr_compare_page_stop_drag (self);
  vr_compare_page_update_primary (self);
  vr_compare_page_wake_caret (self);
}

static gboolean
is_selected (VrComparePage *self, VrPairRow *row, const VrRowHit *hit)
{
  VrRowView view;
  VrSpan span;

  return vr_selection_get_span (self->text, vr_pair_row_get_position (row), &view, &span)
         && view == hit->view && hit->character >= span.from && hit->character < span.to;
}

static void
menu_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, VrComparePage *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  VrPairRow *row;
  VrRowHit hit;

  if (!gdk_event_triggers_context_menu (event))
    return;
  row = find_hit (self, x, y, &hit);
  if (row != NULL && !is_selected (self, row, &hit))
    click (self, row, &hit, VR_TEXT_STEP_CHARACTER);
  if (row == NULL)
    row = find_row_at (self, y);
  if (row == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  stand_on (self, row);
  vr_compare_page_show_menu (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture, double x, double y, VrComparePage *self)
{
  VrRowHit hit;
  VrPairRow *row = find_hit (self, x, y, &hit);

  if (row == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  click (self, row, &hit, VR_TEXT_STEP_WORD);
  stand_on (self, row);
  vr_compare_page_show_menu (self, x, y);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, VrComparePage *self)
{
  VrRowHit hit;
  gboolean is_over = self->drag.is_active || (find_hit (self, x, y, &hit) != NULL && hit.is_over);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->list_view), is_over ? "text" : NULL);
}

static void
add_gesture (VrComparePage *self, GtkGesture *gesture, const char *signal_name, GCallback callback)
{
  /* Before the list's own, which would select and scroll. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect (gesture, signal_name, callback, self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (gesture));
}

void
vr_compare_page_init_select (VrComparePage *self)
{
  GtkGesture *click_gesture = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), 0);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  add_gesture (self, click_gesture, "pressed", G_CALLBACK (pressed_cb));
  add_gesture (self, drag, "drag-update", G_CALLBACK (drag_update_cb));
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_gesture_group (drag, click_gesture);
  add_gesture (self, menu, "pressed", G_CALLBACK (menu_pressed_cb));
  add_gesture (self, long_press, "pressed", G_CALLBACK (long_pressed_cb));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), motion);
}
