/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Through the life of an article, one pair of versions after another, until the reader does
 * anything. */
#include "vr-window-walk-private.h"

#include "vr-window-library.h"

/* Long enough to see what is marked; each step begins when the one before is shown. */
#define STEP_MS 4000

static gboolean
is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R)
         || keyval == GDK_KEY_ISO_Level3_Shift;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
        VrWindow *self)
{
  gboolean is_press =
      keyval == GDK_KEY_space || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  /* The key that plays, and the button, pause by themselves. */
  if (!is_modifier (keyval) && !(keyval == GDK_KEY_F8 && (state & GDK_SHIFT_MASK) != 0)
      && !(is_press && vr_version_bar_is_play (vr_window_get_version_bar (self), focus)))
    vr_window_stop_playing (self);

  return GDK_EVENT_PROPAGATE;
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, VrWindow *self)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (!vr_version_bar_is_play (vr_window_get_version_bar (self), at))
    vr_window_stop_playing (self);
}

/* Whatever the reader does, they want to look. */
static void
watch_reader (VrWindow *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  if (self->walk->is_watched)
    return;
  self->walk->is_watched = TRUE;
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
vr_window_set_playing (VrWindow *self, gboolean is_playing)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "play-versions");

  if (is_playing)
    watch_reader (self);
  self->walk->is_playing = is_playing;
  g_clear_handle_id (&self->walk->timeout, g_source_remove);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_playing));
}

void
vr_window_stop_playing (VrWindow *self)
{
  if (self->walk != NULL && self->walk->is_playing)
    vr_window_set_playing (self, FALSE);
}

static gboolean
play_on_cb (gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  self->walk->timeout = 0;
  if (vr_window_can_step_versions (self, 1))
    vr_window_step_versions (self, 1);
  else
    vr_window_set_playing (self, FALSE);

  return G_SOURCE_REMOVE;
}

/* What was asked for is shown: the next one follows in a while. */
void
vr_window_play_on (VrWindow *self)
{
  VrWalk *walk = self->walk;

  if (!walk->is_playing || walk->timeout != 0 || walk->reading != NULL || vr_window_is_busy (self))
    return;
  /* What is selected next calls back here. */
  walk->timeout = g_timeout_add (STEP_MS, play_on_cb, self);
  vr_compare_page_show_change (self->compare_page);
}

/* From what is shown on; from the first pair where that is the last. */
static void
begin_playing (VrWindow *self)
{
  VrWalk *walk = self->walk;

  if (vr_window_shows (self, "library"))
    vr_window_play_library (self);
  else if (walk->versions != NULL && !vr_window_can_step_versions (self, 1))
    vr_window_go_to_versions (self, 1, 2);
  else
    vr_window_step_versions (self, 1);
}

static void
play_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  VrWalk *walk = vr_window_get_walk (self);

  if (walk->is_playing)
    {
      vr_window_stop_playing (self);
      return;
    }
  vr_window_set_playing (self, TRUE);
  begin_playing (self);
}

static const GActionEntry entries[] = {
  { .name = "play-versions", .activate = play_action, .state = "false" },
};

void
vr_window_add_play_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
