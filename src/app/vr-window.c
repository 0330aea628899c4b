/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main window: start, comparison or error, under one header. */
#include "vr-window-private.h"

#include "config.h"
#include "vr-report-summary.h"
#include "vr-resources.h"

#include <glib/gi18n-lib.h>

/* A wait shorter than this needs no explanation. */
#define PROGRESS_AFTER_MS 300

/* A window that comes this late with its rows in it still comes at once. */
#define PRESENT_AFTER_MS 150

G_DEFINE_FINAL_TYPE (VrWindow, vr_window, ADW_TYPE_APPLICATION_WINDOW)

gboolean
vr_window_is_busy (VrWindow *self)
{
  return self->task != NULL && !vr_compare_task_is_finished (self->task);
}

static void update_title (VrWindow *self);

static void
show_state (VrWindow *self, const char *state)
{
  gtk_stack_set_visible_child_name (self->stack, state);
  vr_window_update_actions (self);
}

static void
compare_cb (VrStartPage *page, GFile *old_file, GFile *new_file, VrWindow *self)
{
  vr_window_open (self, old_file, new_file);
}

VrStartPage *
vr_window_show_start (VrWindow *self)
{
  if (self->start_page == NULL)
    {
      self->start_page = g_object_new (VR_TYPE_START_PAGE, NULL);
      g_signal_connect (self->start_page, "compare", G_CALLBACK (compare_cb), self);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->start_page), "start");
    }
  show_state (self, "start");
  update_title (self);

  return self->start_page;
}

static void
show_error (VrWindow *self, const char *sentence)
{
  if (self->error_page == NULL)
    {
      self->error_page = g_object_new (VR_TYPE_ERROR_PAGE, NULL);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->error_page), "error");
    }
  vr_error_page_set_sentence (self->error_page, sentence);
  show_state (self, "error");
}

static void
show_waiting (VrWindow *self)
{
  if (gtk_stack_get_child_by_name (self->stack, "waiting") == NULL)
    gtk_stack_add_named (self->stack,
                         g_object_new (ADW_TYPE_STATUS_PAGE, "title", _ ("Comparing…"), NULL),
                         "waiting");
  show_state (self, "waiting");
}

static void
set_title (VrWindow *self, const char *title, const char *subtitle)
{
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_title (VrWindow *self)
{
  VrPairPlan *plan = vr_compare_page_get_plan (self->compare_page);
  VrComparison *comparison;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (plan == NULL || !g_str_equal (vr_window_get_state (self), "compare"))
    {
      set_title (self, _ ("Variorum"), "");
      return;
    }
  comparison = vr_pair_plan_get_comparison (plan);
  subtitle = vr_report_dup_headline (comparison);
  title = vr_window_dup_marked_title (
      self, vr_article_get_title (vr_comparison_get_article (comparison, VR_SIDE_NEW)));
  set_title (self, title, subtitle);
}

void
vr_window_update_title (VrWindow *self)
{
  update_title (self);
}

static void
end_progress (VrWindow *self)
{
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  gtk_stack_set_visible_child_name (self->title_stack, "title");
}

static void
present_now (VrWindow *self)
{
  if (self->present_timeout == 0)
    return;
  g_clear_handle_id (&self->present_timeout, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

void
vr_window_show_error (VrWindow *self, const GError *error)
{
  show_error (self, error->message);
  update_title (self);
  present_now (self);
}

static gboolean
present_cb (gpointer user_data)
{
  present_now (VR_WINDOW (user_data));

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

static void
show_result (VrWindow *self)
{
  VrPairPlan *plan = vr_compare_task_get_plan (self->task);
  const GError *error = vr_compare_task_get_error (self->task, NULL);

  end_progress (self);
  if (plan != NULL)
    {
      vr_compare_page_set_plan (self->compare_page, plan);
      show_state (self, "compare");
      gtk_widget_grab_focus (GTK_WIDGET (self->compare_page));
    }
  else
    {
      show_error (self, error->message);
    }
  update_title (self);
  present_now (self);
}

static void
finished_cb (VrCompareTask *task, VrWindow *self)
{
  /* A task that was replaced may still end; its answer is nobody's. */
  if (task == self->task)
    show_result (self);
}

static void
fraction_cb (VrCompareTask *task, GParamSpec *pspec, VrWindow *self)
{
  if (task == self->task)
    gtk_progress_bar_set_fraction (self->progress_bar, vr_compare_task_get_fraction (task));
}

static gboolean
progress_timeout_cb (gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  self->progress_timeout = 0;
  gtk_stack_set_visible_child_name (self->title_stack, "progress");
  if (vr_compare_page_get_plan (self->compare_page) == NULL)
    show_waiting (self);

  return G_SOURCE_REMOVE;
}

static void
drop_task (VrWindow *self)
{
  if (self->task == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->task, self);
  if (!vr_compare_task_is_finished (self->task))
    vr_compare_task_cancel (self->task);
  g_clear_object (&self->task);
}

void
vr_window_open_task (VrWindow *self, VrCompareTask *task)
{
  g_return_if_fail (VR_IS_WINDOW (self));
  g_return_if_fail (VR_IS_COMPARE_TASK (task));

  drop_task (self);
  end_progress (self);
  vr_window_stop_looking (self);
  vr_window_note_document (self, vr_compare_task_get_document (task));
  self->task = g_object_ref (task);
  if (vr_compare_task_is_finished (task))
    {
      show_result (self);
      return;
    }
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  g_signal_connect (task, "finished", G_CALLBACK (finished_cb), self);
  g_signal_connect (task, "notify::fraction", G_CALLBACK (fraction_cb), self);
  self->progress_timeout = g_timeout_add (PROGRESS_AFTER_MS, progress_timeout_cb, self);
  vr_window_update_actions (self);
}

void
vr_window_open (VrWindow *self, GFile *old_file, GFile *new_file)
{
  g_autoptr (VrDocument) document = vr_document_new_for_files (old_file, new_file);
  VrWindow *window = vr_window_find_free (self);

  vr_window_open_document (window, document);
  if (window != self)
    vr_window_present_soon (window);
}

void
vr_window_open_document (VrWindow *self, VrDocument *document)
{
  g_autoptr (VrCompareTask) task = vr_compare_task_new (document);

  vr_window_open_task (self, task);
}

VrDocument *
vr_window_get_document (VrWindow *self)
{
  g_return_val_if_fail (VR_IS_WINDOW (self), NULL);

  return self->task != NULL ? vr_compare_task_get_document (self->task) : NULL;
}

void
vr_window_cancel (VrWindow *self)
{
  if (!vr_window_is_busy (self))
    return;

  drop_task (self);
  end_progress (self);
  if (vr_compare_page_get_plan (self->compare_page) == NULL)
    vr_window_show_start (self);
  vr_window_update_actions (self);
}

void
vr_window_offer (VrWindow *self, GFile *file)
{
  g_return_if_fail (VR_IS_WINDOW (self));

  vr_start_page_set_file (vr_window_show_start (self), VR_SIDE_OLD, file);
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
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, "io.github.variorum.Variorum", TRUE);
  if (schema == NULL)
    return;

  self->settings = g_settings_new_full (schema, NULL, NULL);
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

  if (vr_window_ask_to_save (self))
    return TRUE;
  if (self->settings != NULL)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
    }

  /* What is ready after this must not show the window again. */
  drop_task (self);
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
    gtk_menu_button_set_menu_model (button, self->primary_menu);
}

static void
vr_window_dispose (GObject *object)
{
  VrWindow *self = VR_WINDOW (object);

  drop_task (self);
  vr_window_stop_looking (self);
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  g_clear_handle_id (&self->present_timeout, g_source_remove);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_WINDOW);

  G_OBJECT_CLASS (vr_window_parent_class)->dispose (object);
}

static void
vr_window_finalize (GObject *object)
{
  vr_keeper_free (VR_WINDOW (object)->keeper);

  G_OBJECT_CLASS (vr_window_parent_class)->finalize (object);
}

static void
vr_window_class_init (VrWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = vr_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = vr_window_close_request;

  g_type_ensure (VR_TYPE_COMPARE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VrWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, compare_page);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, view_switch);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, changes_button);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VrWindow, primary_menu);
  gtk_widget_class_bind_template_callback (widget_class, vr_window_update_actions);
  gtk_widget_class_bind_template_callback (widget_class, vr_window_toggle_changes_cb);
}

/* What stands in the header of a wide window must not keep a narrow one from being narrow. */
static void
notify_width_cb (VrWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  vr_compare_page_expect_width (self->compare_page, width);
}

static void
vr_window_init (VrWindow *self)
{
  self->keeper = vr_keeper_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::default-width", G_CALLBACK (notify_width_cb), NULL);
  if (g_str_has_suffix (VR_APP_ID, ".Devel"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  load_settings (self);
  vr_window_add_actions (self);
  vr_window_add_view_actions (self);
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu_cb, self, NULL);
  update_title (self);
}

VrWindow *
vr_window_new (AdwApplication *application)
{
  return g_object_new (VR_TYPE_WINDOW, "application", application, NULL);
}
