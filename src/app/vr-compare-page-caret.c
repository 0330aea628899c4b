/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The caret of the compare page: it blinks, the list follows it, what is at it is heard. */
#include "vr-compare-page-private.h"

#include "vr-row-caret.h"

/* A caret is seen two thirds of the time, as in GTK's texts. */
#define BLINK_ON_SHARE 2 / 3
#define BLINK_OFF_SHARE 1 / 3

const VrRowContent *
vr_compare_page_peek_content (VrComparePage *self, guint position)
{
  const VrRowStyle *style = vr_row_heights_peek_style (self->heights);
  GtkWidget *list_item = vr_compare_page_find_list_item (self, position);
  VrTextCaret *caret = &self->caret;

  if (list_item != NULL && gtk_widget_get_child_visible (list_item))
    return vr_pair_row_peek_content (vr_compare_page_get_row (list_item));
  if (caret->aside != NULL && caret->aside_position == position
      && vr_row_content_get_generation (caret->aside) == style->generation)
    return caret->aside;

  g_clear_pointer (&caret->aside, vr_row_content_free);
  caret->aside = vr_row_content_new (self->plan, position, style);
  caret->aside_position = position;

  return caret->aside;
}

void
vr_compare_page_forget_goal (VrComparePage *self)
{
  self->caret.goal_x = -1;
}

static gboolean
blink_cb (gpointer user_data)
{
  VrComparePage *self = VR_COMPARE_PAGE (user_data);
  gboolean was_shown = vr_selection_get_caret_shown (self->text);
  int time_ms;

  self->caret.blink = 0;
  vr_selection_set_caret_shown (self->text, !was_shown);
  /* After a while without a key it stays. */
  if (!was_shown && g_get_monotonic_time () > self->caret.blinks_until)
    return G_SOURCE_REMOVE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-cursor-blink-time", &time_ms,
                NULL);
  self->caret.blink = g_timeout_add (
      (guint)(time_ms * (was_shown ? BLINK_OFF_SHARE : BLINK_ON_SHARE)), blink_cb, self);

  return G_SOURCE_REMOVE;
}

void
vr_compare_page_wake_caret (VrComparePage *self)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  gboolean blinks;
  int time_ms, timeout_s;

  g_clear_handle_id (&self->caret.blink, g_source_remove);
  vr_selection_set_caret_shown (self->text, self->caret.has_focus);
  if (!self->caret.has_focus || vr_selection_get_column (self->text) == NULL)
    return;
  g_object_get (settings, "gtk-cursor-blink", &blinks, "gtk-cursor-blink-time", &time_ms,
                "gtk-cursor-blink-timeout", &timeout_s, NULL);
  if (!blinks || time_ms <= 0)
    return;
  self->caret.blinks_until = g_get_monotonic_time () + timeout_s * G_USEC_PER_SEC;
  self->caret.blink = g_timeout_add ((guint)(time_ms * BLINK_ON_SHARE), blink_cb, self);
}

/* The list stands on the caret's row, and the caret's line is in view. */
static void
follow_caret (VrComparePage *self)
{
  VrTextPoint caret = vr_selection_get_caret (self->text);
  VrWanted wanted = { .position = caret.position, .is_lazy = TRUE, .takes_focus = TRUE };
  GdkRectangle area;

  if (vr_row_caret_get_area (vr_compare_page_peek_content (self, caret.position),
                             vr_selection_get_view (self->text), caret.byte, &area))
    {
      wanted.line_y = area.y;
      wanted.line_height = area.height;
    }
  gtk_single_selection_set_selected (self->selection, caret.position);
  vr_compare_page_want (self, &wanted);
  vr_compare_page_update_primary (self);
  vr_compare_page_wake_caret (self);
}

/* After a step: what was stepped over is what is heard. */
void
vr_compare_page_finish_step (VrComparePage *self, VrTextStep unit)
{
  VrTextPoint caret = vr_selection_get_caret (self->text);
  VrColumn *column = vr_selection_get_column (self->text);
  VrSpan heard;

  follow_caret (self);
  if (unit == VR_TEXT_STEP_CHARACTER)
    {
      VrTextPoint next = vr_column_step (column, caret, unit, 1);

      heard = (VrSpan){ caret.byte, next.position == caret.position ? next.byte : caret.byte };
    }
  else if (unit == VR_TEXT_STEP_WORD)
    {
      VrTextRange word = vr_column_word_at (column, caret);

      heard = (VrSpan){ word.from.byte, word.to.byte };
    }
  else
    {
      heard = vr_row_caret_find_line (vr_compare_page_peek_content (self, caret.position),
                                      vr_selection_get_view (self->text), caret.byte);
    }
  vr_compare_page_describe_caret (self, heard);
}

static void
contains_focus_cb (GtkEventControllerFocus *controller, GParamSpec *pspec, VrComparePage *self)
{
  self->caret.has_focus = gtk_event_controller_focus_contains_focus (controller);
  vr_compare_page_wake_caret (self);
}

/* Only what changed is drawn anew, and nothing is laid out for it. */
static void
text_changed_cb (VrSelection *text, guint first, guint last, VrComparePage *self)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      VrPairRow *row = vr_compare_page_get_row (item);
      guint position = row != NULL ? vr_pair_row_get_position (row) : VR_PAIR_NONE;

      if (position != VR_PAIR_NONE && position >= first && position <= last
          && gtk_widget_get_child_visible (item))
        gtk_widget_queue_draw (GTK_WIDGET (row));
    }
  vr_compare_page_update_copyable (self);
}

/* The column to read at @position: the one the caret is in, else the new side; where that has
 * nothing, the other. */
static VrRowView
choose_view (VrComparePage *self, guint position)
{
  VrColumn *column = vr_selection_get_column (self->text);
  VrRowView view = column != NULL ? vr_column_get_view (column) : VR_ROW_VIEW_NEW;
  g_autoptr (VrColumn) chosen = NULL;

  if (vr_selection_get_inline (self->text))
    return VR_ROW_VIEW_INLINE;
  chosen = vr_column_new (self->plan, view);
  if (vr_column_has_text (chosen, position) || vr_pair_plan_is_reference (self->plan, position))
    return view;

  return view == VR_ROW_VIEW_NEW ? VR_ROW_VIEW_OLD : VR_ROW_VIEW_NEW;
}

void
vr_compare_page_take_caret (VrComparePage *self, guint position)
{
  VrRowView view = choose_view (self, position);
  g_autoptr (VrColumn) column = vr_column_new (self->plan, view);
  guint found = vr_column_find (column, position, 1);

  if (found == VR_PAIR_NONE)
    found = vr_column_find (column, position, -1);
  if (found == VR_PAIR_NONE)
    return;
  vr_compare_page_forget_goal (self);
  vr_selection_place (self->text, view, (VrTextPoint){ found, 0 });
  vr_compare_page_describe_caret (self, (VrSpan){ 0, 0 });
  vr_compare_page_wake_caret (self);
}

void
vr_compare_page_place_caret (VrComparePage *self)
{
  guint from = vr_compare_page_get_selected (self);

  g_return_if_fail (VR_IS_COMPARE_PAGE (self));

  if (self->plan == NULL || vr_pair_plan_get_n (self->plan) == 0)
    return;
  vr_compare_page_take_caret (self, from != VR_PAIR_NONE ? from : self->first_visible);
  if (vr_selection_get_column (self->text) != NULL)
    vr_compare_page_finish_step (self, VR_TEXT_STEP_PARAGRAPH);
}

void
vr_compare_page_dispose_caret (VrComparePage *self)
{
  g_clear_handle_id (&self->caret.blink, g_source_remove);
  self->caret.described = VR_PAIR_NONE;
  g_clear_pointer (&self->caret.aside, vr_row_content_free);
  if (self->text != NULL)
    g_signal_handlers_disconnect_by_data (self->text, self);
  g_clear_object (&self->text);
}

void
vr_compare_page_init_caret (VrComparePage *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = vr_selection_new ();
  self->caret.goal_x = -1;
  self->caret.described = VR_PAIR_NONE;
  g_signal_connect (self->text, "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect (focus, "notify::contains-focus", G_CALLBACK (contains_focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), focus);
}
