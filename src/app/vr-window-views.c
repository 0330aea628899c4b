/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's commands that say what a comparison shows; it remembers them. */
#include "vr-window-private.h"

#include <glib/gi18n-lib.h>

/* By VrView, VrQuietShow and bit of VrQuiet; the nicks and keys of the settings. */
static const char *const view_nicks[VR_N_VIEWS] = { "side-by-side", "inline", "changes" };
static const char *const quiet_nicks[VR_N_QUIET_SHOWS] = { "shown", "faint", "hidden" };
static const char *const quiet_names[VR_N_QUIET] = { "quiet-typographic", "quiet-space",
                                                     "quiet-case",        "quiet-punctuation",
                                                     "quiet-dateline",    "quiet-repair" };

/* Where the settings are not installed, as they would be by default. */
static const VrQuietShow default_shows[VR_N_QUIET] = { VR_QUIET_SHOWN, VR_QUIET_FAINT,
                                                       VR_QUIET_SHOWN, VR_QUIET_SHOWN,
                                                       VR_QUIET_SHOWN, VR_QUIET_SHOWN };

static guint
find_nick (const char *const *nicks, guint n, const char *nick)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (nicks[i], nick))
      return i;

  return n;
}

/* The state an action had the last time. */
static guint
recall (VrWindow *self, const char *name, guint otherwise)
{
  return self->settings != NULL ? (guint)g_settings_get_enum (self->settings, name) : otherwise;
}

static void
remember (VrWindow *self, GSimpleAction *action, guint value)
{
  if (self->settings != NULL)
    g_settings_set_enum (self->settings, g_action_get_name (G_ACTION (action)), (int)value);
}

void
vr_window_update_view (VrWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "view");
  gboolean is_forced = vr_compare_page_is_forced (self->compare_page);
  VrView view = vr_compare_page_get_view (self->compare_page);

  if (action == NULL)
    return;
  if (is_forced && view == VR_VIEW_SIDES)
    view = VR_VIEW_INLINE;
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (view_nicks[view]));
  gtk_widget_set_sensitive (self->sides_button, !is_forced && g_action_get_enabled (action));
  gtk_widget_set_tooltip_text (self->sides_button,
                               is_forced ? _ ("No Room for Two Columns") : _ ("Side by Side"));
}

static void
show_view (VrWindow *self, VrView view)
{
  vr_compare_page_set_view (self->compare_page, view);
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "changes-only")),
      g_variant_new_boolean (view == VR_VIEW_CHANGES));
  vr_window_update_actions (self);
}

static void
change_view (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  guint view = find_nick (view_nicks, VR_N_VIEWS, g_variant_get_string (state, NULL));

  if (view == VR_N_VIEWS)
    return;
  if (view != VR_VIEW_CHANGES)
    self->whole_view = view;
  remember (self, action, view);
  show_view (self, view);
}

/* For the button that stands for the view switch in a narrow window. */
static void
change_changes_only (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  VrView view = g_variant_get_boolean (state) ? VR_VIEW_CHANGES : self->whole_view;

  g_action_group_activate_action (G_ACTION_GROUP (self), "view",
                                  g_variant_new_string (view_nicks[view]));
}

static void
change_quiet (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  const char *name = g_action_get_name (G_ACTION (action));
  guint show = find_nick (quiet_nicks, VR_N_QUIET_SHOWS, g_variant_get_string (state, NULL));

  if (show == VR_N_QUIET_SHOWS)
    return;
  remember (self, action, show);
  g_simple_action_set_state (action, state);
  vr_compare_page_set_quiet (self->compare_page, find_nick (quiet_names, VR_N_QUIET, name), show);
}

static void
change_critical_only (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  g_simple_action_set_state (action, state);
  vr_compare_page_set_critical_only (self->compare_page, g_variant_get_boolean (state));
  vr_window_update_actions (self);
}

static const GActionEntry entries[] = {
  { .name = "changes-only", .state = "false", .change_state = change_changes_only },
  { .name = "critical-only", .state = "false", .change_state = change_critical_only },
};

static void
add_action (VrWindow *self, const char *name, const char *nick, GCallback change)
{
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful (name, G_VARIANT_TYPE_STRING, g_variant_new_string (nick));

  g_signal_connect (action, "change-state", change, self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

void
vr_window_add_view_actions (VrWindow *self)
{
  VrView view = recall (self, "view", VR_VIEW_SIDES);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_action (self, "view", view_nicks[view], G_CALLBACK (change_view));
  show_view (self, view);
  for (guint bit = 0; bit < VR_N_QUIET; bit++)
    {
      VrQuietShow show = recall (self, quiet_names[bit], default_shows[bit]);

      add_action (self, quiet_names[bit], quiet_nicks[show], G_CALLBACK (change_quiet));
      vr_compare_page_set_quiet (self->compare_page, bit, show);
    }
}
