/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the caret: by characters, words, lines, paragraphs, pages, and to the other side. */
#include "vr-compare-page-private.h"

#include "vr-row-caret.h"

/* Page Up and Page Down keep this much of the page in view. */
#define PAGE_SHARE 0.85

static void
go_to_point (VrComparePage *self, VrTextPoint point, gboolean extends)
{
  if (extends)
    vr_selection_extend (self->text, point);
  else
    vr_selection_place (self->text, vr_selection_get_view (self->text), point);
}

/* Left and right are those of the screen, whichever way the text runs. */
static void
move_visually (VrComparePage *self, int direction, gboolean extends)
{
  VrTextPoint caret = vr_selection_get_caret (self->text);
  const VrRowContent *content = vr_compare_page_peek_content (self, caret.position);
  gboolean is_rtl = vr_row_caret_is_rtl (content, vr_selection_get_view (self->text), caret.byte);
  int beyond;

  if (!extends && !vr_selection_is_empty (self->text))
    {
      vr_selection_move (self->text, VR_TEXT_STEP_CHARACTER, is_rtl ? -direction : direction,
                         FALSE);
      return;
    }
  beyond = vr_row_caret_move_visually (content, vr_selection_get_view (self->text), &caret.byte,
                                       direction);
  if (beyond == 0)
    go_to_point (self, caret, extends);
  else
    vr_selection_move (self->text, VR_TEXT_STEP_CHARACTER, beyond, extends);
}

static void
move_by_word (VrComparePage *self, int direction, gboolean extends)
{
  VrTextPoint caret = vr_selection_get_caret (self->text);
  const VrRowContent *content = vr_compare_page_peek_content (self, caret.position);

  if (vr_row_caret_is_rtl (content, vr_selection_get_view (self->text), caret.byte))
    direction = -direction;
  vr_selection_move (self->text, VR_TEXT_STEP_WORD, direction, extends);
}

/* Where going up and down began, as long as it goes on. */
static double
get_goal (VrComparePage *self)
{
  VrTextPoint caret = vr_selection_get_caret (self->text);
  GdkRectangle area;

  if (self->caret.goal_x < 0
      && vr_row_caret_get_area (vr_compare_page_peek_content (self, caret.position),
                                vr_selection_get_view (self->text), caret.byte, &area))
    self->caret.goal_x = area.x;

  return self->caret.goal_x;
}

static void
move_by_line (VrComparePage *self, int direction, gboolean extends)
{
  VrColumn *column = vr_selection_get_column (self->text);
  VrTextPoint point = vr_selection_get_caret (self->text);
  VrRowView view = vr_selection_get_view (self->text);
  double goal_x = get_goal (self);

  if (!vr_row_caret_move_line (vr_compare_page_peek_content (self, point.position), view,
                               &point.byte, direction, goal_x))
    {
      guint next = vr_column_find (column, point.position + (guint)direction, direction);

      if (next == VR_PAIR_NONE)
        {
          point = vr_column_step (column, point, VR_TEXT_STEP_END, direction);
        }
      else
        {
          point.position = next;
          point.byte = vr_row_caret_enter (vr_compare_page_peek_content (self, next), view,
                                           direction, goal_x);
        }
    }
  go_to_point (self, point, extends);
}

static void
move_by_page (VrComparePage *self, int direction, gboolean extends)
{
  VrColumn *column = vr_selection_get_column (self->text);
  VrTextPoint point = vr_selection_get_caret (self->text);
  int width = vr_row_heights_get_width (self->heights);
  double goal_x = get_goal (self);
  GdkRectangle area = { 0 };
  guint position = point.position;
  VrRowHit hit;
  double y;

  vr_row_caret_get_area (vr_compare_page_peek_content (self, position),
                         vr_selection_get_view (self->text), point.byte, &area);
  y = area.y + area.height / 2.0
      + direction * PAGE_SHARE * gtk_widget_get_height (GTK_WIDGET (self->list_view));
  while (y < 0 && position > 0)
    y += vr_row_heights_get (self->heights, --position, width);
  while (position + 1 < vr_pair_plan_get_n (self->plan)
         && y >= vr_row_heights_get (self->heights, position, width))
    y -= vr_row_heights_get (self->heights, position++, width);

  position = vr_column_find (column, position, direction);
  if (position == VR_PAIR_NONE
      || (position == point.position
          && (y < 0 || y >= vr_row_heights_get (self->heights, position, width))))
    {
      go_to_point (self, vr_column_step (column, point, VR_TEXT_STEP_END, direction), extends);
      return;
    }
  point.position = position;
  if (vr_row_caret_locate_in (vr_compare_page_peek_content (self, position),
                              vr_selection_get_view (self->text), goal_x, y, &hit))
    point.byte = hit.byte;
  go_to_point (self, point, extends);
}

static void
move_to_line_edge (VrComparePage *self, int direction, gboolean extends)
{
  VrTextPoint point = vr_selection_get_caret (self->text);
  VrSpan line = vr_row_caret_find_line (vr_compare_page_peek_content (self, point.position),
                                        vr_selection_get_view (self->text), point.byte);

  point.byte = direction > 0 ? line.to : line.from;
  go_to_point (self, point, extends);
}

/* The column on the left or right of the screen. */
static void
cross (VrComparePage *self, int direction)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  vr_selection_cross (self->text, (direction < 0) != is_rtl ? VR_ROW_VIEW_OLD : VR_ROW_VIEW_NEW);
}

typedef enum
{
  KEY_SIDEWAYS,
  KEY_LINES,
  KEY_EDGES,
  KEY_PAGES,
} KeyKind;

static const struct
{
  guint keyval;
  guint keypad_keyval;
  KeyKind kind;
  int direction;
} keys[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left, KEY_SIDEWAYS, -1 },
  { GDK_KEY_Right, GDK_KEY_KP_Right, KEY_SIDEWAYS, 1 },
  { GDK_KEY_Up, GDK_KEY_KP_Up, KEY_LINES, -1 },
  { GDK_KEY_Down, GDK_KEY_KP_Down, KEY_LINES, 1 },
  { GDK_KEY_Home, GDK_KEY_KP_Home, KEY_EDGES, -1 },
  { GDK_KEY_End, GDK_KEY_KP_End, KEY_EDGES, 1 },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, KEY_PAGES, -1 },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, KEY_PAGES, 1 },
};

static void
move_sideways (VrComparePage *self, int direction, gboolean by_word, gboolean extends)
{
  vr_compare_page_forget_goal (self);
  if (by_word)
    move_by_word (self, direction, extends);
  else
    move_visually (self, direction, extends);
  vr_compare_page_finish_step (self, by_word ? VR_TEXT_STEP_WORD : VR_TEXT_STEP_CHARACTER);
}

static void
move_to_edge (VrComparePage *self, int direction, gboolean of_article, gboolean extends)
{
  vr_compare_page_forget_goal (self);
  if (of_article)
    vr_selection_move (self->text, VR_TEXT_STEP_END, direction, extends);
  else
    move_to_line_edge (self, direction, extends);
  vr_compare_page_finish_step (self, of_article ? VR_TEXT_STEP_END : VR_TEXT_STEP_CHARACTER);
}

static void
move_up_or_down (VrComparePage *self, int direction, gboolean by_paragraph, gboolean extends)
{
  if (by_paragraph)
    {
      vr_compare_page_forget_goal (self);
      vr_selection_move (self->text, VR_TEXT_STEP_PARAGRAPH, direction, extends);
    }
  else
    {
      move_by_line (self, direction, extends);
    }
  vr_compare_page_finish_step (self, VR_TEXT_STEP_PARAGRAPH);
}

static gboolean
press (VrComparePage *self, KeyKind kind, int direction, GdkModifierType state)
{
  gboolean extends = (state & GDK_SHIFT_MASK) != 0;
  gboolean is_control = (state & GDK_CONTROL_MASK) != 0;

  if (state & GDK_ALT_MASK)
    {
      if (kind != KEY_SIDEWAYS || is_control || extends)
        return GDK_EVENT_PROPAGATE;
      vr_compare_page_forget_goal (self);
      cross (self, direction);
      vr_compare_page_finish_step (self, VR_TEXT_STEP_PARAGRAPH);
      return GDK_EVENT_STOP;
    }
  if (kind == KEY_SIDEWAYS)
    move_sideways (self, direction, is_control, extends);
  else if (kind == KEY_LINES)
    move_up_or_down (self, direction, is_control, extends);
  else if (kind == KEY_EDGES)
    move_to_edge (self, direction, is_control, extends);
  else if (is_control)
    return GDK_EVENT_PROPAGATE;
  else
    {
      move_by_page (self, direction, extends);
      vr_compare_page_finish_step (self, VR_TEXT_STEP_PARAGRAPH);
    }

  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, VrComparePage *self)
{
  if (vr_selection_get_column (self->text) == NULL)
    return GDK_EVENT_PROPAGATE;
  state &= gtk_accelerator_get_default_mod_mask ();
  if (keyval == GDK_KEY_Escape && state == 0)
    {
      vr_selection_clear (self->text);
      vr_compare_page_wake_caret (self);
      vr_compare_page_describe_caret (self, (VrSpan){ 0, 0 });
      return GDK_EVENT_STOP;
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keyval == keys[i].keyval || keyval == keys[i].keypad_keyval)
      return press (self, keys[i].kind, keys[i].direction, state);

  return GDK_EVENT_PROPAGATE;
}

/* The list's own key would select its rows, of which only one can be. */
static void
add_select_all (VrComparePage *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_a, GDK_CONTROL_MASK),
                                            gtk_named_action_new ("win.select-all"));

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), shortcuts);
}

void
vr_compare_page_init_keys (VrComparePage *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  /* Before the list's own keys, which go from row to row. */
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), key);
  add_select_all (self);
}
