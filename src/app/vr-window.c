/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main window: start, comparison or error, under one header. */
#include "vr-window-private.h"

#include "config.h"
#include "vr-closures.h"
#include "vr-resources.h"
#include "vr-window-history.h"
#include "vr-window-library.h"
#include "vr-window-overrides.h"
#include "vr-window-roles.h"
#include "vr-window-walk.h"
#include "vr-settings.h"

#include <glib/gi18n-lib.h>

/* A window that comes this late with its rows in it still comes at once. */
#define PRESENT_AFTER_MS 150

/* The room that a title has at least; the wide one stands in the template as well. */
#define WIDE_TITLE_CHARS 30
#define FOLDED_TITLE_CHARS 5

G_DEFINE_FINAL_TYPE (VrWindow, vr_window, ADW_TYPE_APPLICATION_WINDOW)

gboolean
vr_window_shows (VrWindow *self, const char *state)
{
  return g_strcmp0 (vr_window_get_state (self), state) == 0;
}

void
vr_window_show_page (VrWindow *self, const char *state)
{
  gtk_stack_set_visible_child_name (self->stack, state);
  vr_window_update_actions (self);
  vr_window_update_title (self);
}

static void
compare_cb (VrStartPage *page, GFile *old_file, GFile *new_file, VrWindow *self)
{
  vr_window_open (self, old_file, new_file);
}

static void
chosen_cb (VrStartPage *page, guint side, GFile *file, VrWindow *self)
{
  vr_window_open_file_at (self, file, side);
}

VrStartPage *
vr_window_show_start (VrWindow *self)
{
  if (self->start_page == NULL)
    {
      self->start_page = g_object_new (VR_TYPE_START_PAGE, NULL);
      g_signal_connect (self->start_page, "chosen", G_CALLBACK (chosen_cb), self);
      g_signal_connect (self->start_page, "compare", G_CALLBACK (compare_cb), self);
      g_signal_connect_swapped (self->start_page, "notify::waiting",
                                G_CALLBACK (vr_window_update_actions), self);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->start_page), "start");
    }
  vr_window_refresh_recents (self);
  vr_window_show_page (self, "start");

  return self->start_page;
}

void
vr_window_return_to_page (VrWindow *self, const char *state)
{
  if (g_str_equal (state, "compare") && vr_window_get_comparison (self) != NULL)
    {
      vr_window_show_page (self, "compare");
      vr_compare_page_take_focus (self->compare_page);
    }
  else if (g_str_equal (state, "paste"))
    vr_window_show_paste (self, NULL);
  else if (g_str_equal (state, "error") || g_str_equal (state, "library"))
    vr_window_show_page (self, state);
  else
    vr_window_show_start (self);
}

void
vr_window_show_error (VrWindow *self, const GError *error, GFile *file)
{
  if (self->error_page == NULL)
    {
      self->error_page = g_object_new (VR_TYPE_ERROR_PAGE, NULL);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->error_page), "error");
    }
  vr_error_page_set_error (self->error_page, error, file, self->recent_key);
  vr_window_show_page (self, "error");
  vr_error_page_take_focus (self->error_page);
  vr_window_present_now (self);
}

static void
set_title (VrWindow *self, const char *title)
{
  gtk_label_set_label (self->title_label, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Of these the longest that there is room for is seen. */
static void
show_headline (VrWindow *self, VrComparison *comparison)
{
  VrHeadline headline = vr_report_get_headline (comparison);
  g_autofree char *words = vr_headline_to_string (&headline);
  g_autofree char *versions = vr_window_dup_walk_words (self);
  g_autofree char *whole = g_strdup_printf ("%s%s%s", versions != NULL ? versions : "",
                                            versions != NULL ? " · " : "", words);
  g_autofree char *brief = vr_closure_brief_headline (&headline);
  g_autofree char *figures = vr_closure_headline_figures (&headline);

  gtk_label_set_label (self->subtitle_label, whole);
  gtk_label_set_label (self->brief_label, brief);
  gtk_label_set_label (self->figures_label, figures);
  gtk_widget_set_tooltip_text (self->subtitle_box, whole);
}

void
vr_window_update_title (VrWindow *self)
{
  VrComparison *comparison = vr_window_get_comparison (self);
  gboolean is_compare = comparison != NULL && vr_window_shows (self, "compare");
  g_autofree char *title = NULL;

  /* Of two that are empty the page says so. */
  gtk_widget_set_visible (self->subtitle_box,
                          is_compare && vr_compare_page_can_find (self->compare_page));
  if (!is_compare)
    {
      set_title (self, vr_window_shows (self, "library") ? _ ("Library") : _ ("Variorum"));
      return;
    }
  show_headline (self, comparison);
  title = vr_window_dup_marked_title (
      self, vr_article_get_title (vr_comparison_get_article (comparison, VR_SIDE_NEW)));
  set_title (self, title);
}

void
vr_window_present_now (VrWindow *self)
{
  if (self->present_timeout == 0)
    return;
  g_clear_handle_id (&self->present_timeout, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
present_cb (gpointer user_data)
{
  vr_window_present_now (VR_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

void
vr_window_present_soon (VrWindow *self)
{
  g_return_if_fail (VR_IS_WINDOW (self));

  if (!vr_window_is_busy (self) && self->looking == NULL)
    {
      if (self->task == NULL && self->start_page == NULL)
        vr_window_show_start (self);
      gtk_window_present (GTK_WINDOW (self));
    }
  else if (self->present_timeout == 0)
    self->present_timeout = g_timeout_add (PRESENT_AFTER_MS, present_cb, self);
}

VrComparePage *
vr_window_get_compare_page (VrWindow *self)
{
  g_return_val_if_fail (VR_IS_WINDOW (self), NULL);

  return self->compare_page;
}

const char *
vr_window_get_state (VrWindow *self)
{
  g_return_val_if_fail (VR_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

/* The window remembers its size where the settings are installed, and works where they are not. */
static void
load_settings (VrWindow *self)
{
  self->settings = vr_settings_new ();
  if (self->settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
vr_window_close_request (GtkWindow *window)
{
  VrWindow *self = VR_WINDOW (window);
  int width, height;

  if (vr_window_asks (self, VR_LEAVE_CLOSE))
    return TRUE;
  if (self->settings != NULL)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
    }

  vr_window_leave_session (self);

  /* What is ready after this must not show the window again. */
  vr_window_drop_pending (self);
  vr_window_stop_looking (self);
  g_clear_handle_id (&self->present_timeout, g_source_remove);

  return GTK_WINDOW_CLASS (vr_window_parent_class)->close_request (window);
}

/* Most windows are closed without anyone having opened the menu. */
static void
make_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  if (gtk_menu_button_get_menu_model (button) == NULL)
    {
      gtk_menu_button_set_menu_model (button, self->primary_menu);
      vr_window_add_text_size_row (self);
    }
}

static void
vr_window_dispose (GObject *object)
{
  VrWindow *self = VR_WINDOW (object);

  vr_window_drop_pending (self);
  g_clear_object (&self->task);
  g_clear_object (&self->shown_toasts);
  g_clear_weak_pointer (&self->plain_toast);
  vr_window_stop_looking (self);
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  g_clear_handle_id (&self->present_timeout, g_source_remove);
  vr_window_forget_sources (self);
  vr_window_dispose_recents (self);
  vr_window_dispose_library (self);
  vr_window_dispose_walk (self);
  vr_window_leave_session (self);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->explainer, vr_explainer_free);
  g_clear_object (&self->preferences);
  g_clear_pointer (&self->place, vr_reading_place_free);
  g_clear_weak_pointer (&self->question);
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_WINDOW);

  G_OBJECT_CLASS (vr_window_parent_class)->dispose (object);
}

static void
vr_window_finalize (GObject *object)
{
  vr_keeper_free (VR_WINDOW (object)->keeper);
  vr_history_free (VR_WINDOW (object)->history);

  G_OBJECT_CLASS (vr_window_parent_class)->finalize (object);
}

/* What stands in the header of a wide window must not keep a narrow one from being narrow. */
static void
notify_width_cb (VrWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  vr_compare_page_expect_width (self->compare_page, width);
  vr_window_update_actions (self);
}

/* A title of which only a word or two are left says nothing: buttons lose their words sooner. */
static void
folded_cb (VrWindow *self, GParamSpec *pspec, VrFitBin *fit_bin)
{
  gtk_label_set_width_chars (self->title_label, vr_fit_bin_is_folded (fit_bin) ? FOLDED_TITLE_CHARS
                                                                               : WIDE_TITLE_CHARS);
}

static void
vr_window_class_init (VrWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = vr_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = vr_window_close_request;

  vr_window_class_add_text_keys (widget_class);
  /* What is nearer to the keyboard goes first: a menu, the search, the caret. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.hide-explanation",
                                       NULL);
  g_type_ensure (VR_TYPE_COMPARE_PAGE);
  g_type_ensure (VR_TYPE_FIT_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VrWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, subtitle_box);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, brief_label);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, figures_label);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, library_button);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, snapshot_button);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, compare_page);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, view_switch);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, sides_button);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, primary_menu);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, vr_window_update_actions);
  gtk_widget_class_bind_template_callback (widget_class, vr_window_update_progress);
  gtk_widget_class_bind_template_callback (widget_class, vr_window_update_view);
}

static void
vr_window_init (VrWindow *self)
{
  self->keeper = vr_keeper_new ();
  self->history = vr_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::default-width", G_CALLBACK (notify_width_cb), NULL);
  if (g_str_has_suffix (VR_APP_ID, ".Devel"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  load_settings (self);
  vr_window_watch_preferences (self);
  vr_window_add_actions (self);
  vr_window_add_view_actions (self);
  vr_window_add_history_actions (self);
  vr_window_add_override_actions (self);
  vr_window_add_role_actions (self);
  vr_window_accept_drops (self);
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu_cb, self, NULL);
  vr_window_update_title (self);
}

VrWindow *
vr_window_new (AdwApplication *application)
{
  return g_object_new (VR_TYPE_WINDOW, "application", application, NULL);
}
