/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: command line, windows, keys. */
#include "vr-application-private.h"

#include "config.h"
#include "vr-about.h"
#include "vr-application-operands.h"
#include "vr-benchmark.h"
#include "vr-help-window.h"
#include "vr-preferences-window.h"
#include "vr-resources.h"
#include "vr-single-window.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (VrApplication, vr_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.help", { "F1" } },
  { "app.quit", { "<Control>q" } },
  { "app.about", { "<Shift>F1" } },
  { "win.open", { "<Control>o" } },
  { "win.open-url", { "<Control>u" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.paste-texts", { "<Control><Shift>v" } },
  { "win.edit-texts", { "<Control><Shift>e" } },
  { "win.compare-texts", { "<Control>Return" } },
  { "win.back", { "<Alt>Left", "Escape" } },
  { "win.swap", { "<Control><Shift>x" } },
  { "win.clear-recents", { "<Control><Shift>Delete" } },
  { "win.show-sample", { "<Control>F1" } },
  { "win.compare-again", { "<Control>r", "F5" } },
  { "win.larger-text", { "<Control>plus" } },
  { "win.smaller-text", { "<Control>minus" } },
  { "win.normal-text", { "<Control>0" } },
  { "win.cancel", { "Escape" } },
  { "win.close", { "<Control>w" } },
  { "win.choose-another", { "<Alt>o" } },
  { "win.library", { "F8", "<Control>l" } },
  { "win.snapshot", { "<Control>d" } },
  { "win.compare-versions", { "<Control><Shift>Return" } },
  { "win.previous-version", { "<Alt>Page_Up" } },
  { "win.next-version", { "<Alt>Page_Down" } },
  { "win.play-versions", { "<Shift>F8" } },
  { "win.rename-variant", { "F2" } },
  { "win.rename-story", { "<Shift>F2" } },
  { "win.move-variant", { "<Control>m" } },
  { "win.label-version", { "<Control><Shift>l" } },
  { "win.save-source", { "<Control><Alt>s" } },
  { "win.export", { "<Control>e" } },
  { "win.export-change", { "<Control><Alt>e" } },
  { "win.print", { "<Control>p" } },
  { "win.print-preview", { "<Control><Alt>p" } },
  { "win.import-archive", { "<Control><Shift>o" } },
  { "win.trash", { "<Control>t" } },
  { "win.search-versions", { "<Control><Shift>f" } },
  { "win.library-view::versions", { "<Alt>1" } },
  { "win.library-view::origins", { "<Alt>2" } },
  { "win.next-change", { "<Alt>Down" } },
  { "win.previous-change", { "<Alt>Up" } },
  { "win.first-change", { "<Alt>Home" } },
  { "win.last-change", { "<Alt>End" } },
  { "win.follow-move", { "<Alt>Return" } },
  { "win.view::side-by-side", { "<Control>1" } },
  { "win.view::inline", { "<Control>2" } },
  { "win.view::changes", { "<Control>3" } },
  { "win.critical-only", { "<Control>4" } },
  { "win.find", { "<Control>f" } },
  { "win.find-next", { "<Control>g" } },
  { "win.find-previous", { "<Control><Shift>g" } },
  { "win.place-caret", { "F7" } },
  { "win.explain", { "F9", "<Control>i" } },
  { "win.edit-note", { "F4", "<Control><Alt>m" } },
  { "win.unpair", { "<Control><Shift>n" } },
  { "win.pair-with", { "<Control><Shift>p" } },
  { "win.toggle-furniture", { "<Control><Alt>u" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.show-shortcuts", { "<Control>question" } },
};

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_window_present_soon (vr_window_new (ADW_APPLICATION (user_data)));
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  GtkWindow *window = vr_single_window_find (application, VR_TYPE_PREFERENCES_WINDOW);
  g_autoptr (VrPreferences) preferences = vr_preferences_dup_default ();

  vr_single_window_present (application,
                            window != NULL ? window : vr_preferences_window_new (preferences));
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  GtkWindow *window = vr_single_window_find (application, VR_TYPE_HELP_WINDOW);

  vr_single_window_present (application,
                            window != NULL ? window : vr_help_window_new (application));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_about_show (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static gboolean
quit_cb (gpointer user_data)
{
  vr_application_close_all (VR_APPLICATION (user_data));

  return G_SOURCE_REMOVE;
}

/* Once the key is dealt with: it holds the window it was pressed in, which must not outlive the
 * one that it is shown above. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, quit_cb, g_object_ref (user_data), g_object_unref);
}

static const GActionEntry entries[] = {
  { .name = "new-window", .activate = new_window_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "help", .activate = help_action },
  { .name = "about", .activate = about_action },
  { .name = "quit", .activate = quit_action },
};

static void
vr_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (vr_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (VR_APP_ID);
  if (VR_APPLICATION (application)->benchmark == NULL)
    vr_application_start_session (VR_APPLICATION (application));
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           accelerators[i].keys);
}

static void
vr_application_activate (GApplication *application)
{
  VrApplication *self = VR_APPLICATION (application);
  GtkWindow *window = vr_single_window_find (GTK_APPLICATION (self), VR_TYPE_WINDOW);

  if (window != NULL)
    vr_window_present_soon (VR_WINDOW (window));
  else if (!vr_application_restore (self))
    vr_window_present_soon (vr_window_new (ADW_APPLICATION (self)));
}

/* Who waits for one window must not wait for those that others open in the same process: the window
 * opens where Variorum runs already, or else in a process of its own. */
static void
join_or_stay_alone (GApplication *application)
{
  g_application_set_flags (application,
                           G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_IS_LAUNCHER);
  if (!g_application_register (application, NULL, NULL))
    g_application_set_flags (application,
                             G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_NON_UNIQUE);
}

/* A window that somebody waits for. */
typedef struct
{
  GtkWindow *window;
  GApplicationCommandLine *command_line;
} Wait;

static void
wait_free (gpointer data, GClosure *closure)
{
  Wait *wait = data;

  g_object_unref (wait->command_line);
  g_free (wait);
}

/* The one who waits goes on when nobody holds the command line any more. */
static void
window_removed_cb (GtkApplication *application, GtkWindow *window, Wait *wait)
{
  if (window != wait->window)
    return;
  if (g_strcmp0 (vr_window_get_state (VR_WINDOW (window)), "error") == 0)
    {
      g_application_command_line_set_exit_status (wait->command_line, VR_APPLICATION_TROUBLE);
      if (!g_application_command_line_get_is_remote (wait->command_line))
        VR_APPLICATION (application)->status = VR_APPLICATION_TROUBLE;
    }
  g_signal_handlers_disconnect_by_data (application, wait);
}

static void
wait_for (VrApplication *self, VrWindow *window, GApplicationCommandLine *command_line)
{
  Wait *wait = g_new0 (Wait, 1);

  wait->window = GTK_WINDOW (window);
  wait->command_line = g_object_ref (command_line);
  g_signal_connect_data (self, "window-removed", G_CALLBACK (window_removed_cb), wait, wait_free,
                         0);
}

/* Reading and comparing need no display: while GTK wakes up, a short article is compared. */
static int
vr_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  VrApplication *self = VR_APPLICATION (application);
  g_autofree const char *const *operands = NULL;
  guint n;

  vr_application_mark_versions (options);
  operands = (gpointer)vr_application_get_operands (options);
  n = vr_application_count_operands (operands);
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("variorum-window %s\n", VR_VERSION);
      return EXIT_SUCCESS;
    }
  if (n > VR_N_SIDES)
    {
      g_printerr ("%s\n", _ ("variorum-window compares two files at a time"));
      return VR_APPLICATION_TROUBLE;
    }
  if (g_variant_dict_contains (options, "wait"))
    join_or_stay_alone (application);
  if (g_variant_dict_lookup (options, "benchmark", "s", &self->benchmark))
    g_application_set_flags (application,
                             G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_NON_UNIQUE);
  if (n == VR_N_SIDES && !vr_application_has_names (options)
      && !vr_application_has_version (operands) && !vr_application_has_page (operands))
    {
      g_autoptr (GFile) old_file = g_file_new_for_commandline_arg (operands[VR_SIDE_OLD]);
      g_autoptr (GFile) new_file = g_file_new_for_commandline_arg (operands[VR_SIDE_NEW]);

      /* The settings are read while this goes on: asking for them first costs it twenty
       * milliseconds.  Who prefers other options waits for another comparison. */
      g_autoptr (VrDocument) document = vr_document_new_for_files (old_file, new_file);

      self->early = vr_compare_task_new (document);
    }

  return -1;
}

static gboolean
is_preferred (VrDocument *document)
{
  g_autoptr (VrPreferences) preferences = vr_preferences_dup_default ();

  return vr_preferences_suit (preferences, vr_document_peek_options (document));
}

static gboolean
is_source (VrDocument *document, VrSide side, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return g_strcmp0 (vr_document_peek_source (document, side)->uri, uri) == 0;
}

static void
open_two (VrApplication *self, VrWindow *window, GFile *old_file, GFile *new_file)
{
  g_autoptr (VrCompareTask) early = g_steal_pointer (&self->early);
  VrDocument *document = early != NULL ? vr_compare_task_get_document (early) : NULL;

  if (document != NULL && is_source (document, VR_SIDE_OLD, old_file)
      && is_source (document, VR_SIDE_NEW, new_file) && is_preferred (document))
    {
      vr_window_open_task (window, early);
      return;
    }
  if (early != NULL)
    vr_compare_task_cancel (early);
  vr_window_open (window, old_file, new_file);
}

static int
vr_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  VrApplication *self = VR_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree const char *const *operands = (gpointer)vr_application_get_operands (options);
  guint n = vr_application_count_operands (operands);
  VrWindow *window;

  if (n == 0 && self->benchmark == NULL && !g_variant_dict_contains (options, "wait"))
    {
      g_application_activate (application);
      return EXIT_SUCCESS;
    }
  window = vr_window_new (ADW_APPLICATION (application));
  if (self->benchmark != NULL)
    {
      vr_window_set_passing (window);
      vr_benchmark_run (window, self->benchmark);
    }
  if (g_variant_dict_contains (options, "wait"))
    {
      vr_window_set_passing (window);
      wait_for (self, window, command_line);
      vr_window_set_session (window, NULL);
    }
  if (vr_application_has_version (operands))
    vr_application_open_operands (window, options, command_line, operands);
  else if (n == VR_N_SIDES)
    {
      g_autoptr (GFile) old_file =
          g_application_command_line_create_file_for_arg (command_line, operands[VR_SIDE_OLD]);
      g_autoptr (GFile) new_file =
          g_application_command_line_create_file_for_arg (command_line, operands[VR_SIDE_NEW]);

      if (vr_application_has_names (options))
        vr_application_open_held (window, options, old_file, new_file);
      else
        open_two (self, window, old_file, new_file);
    }
  else if (n == 1)
    {
      g_autoptr (GFile) file =
          g_application_command_line_create_file_for_arg (command_line, operands[0]);

      vr_window_open_file (window, file);
    }
  vr_window_present_soon (window);

  return EXIT_SUCCESS;
}

static void
vr_application_shutdown (GApplication *application)
{
  VrApplication *self = VR_APPLICATION (application);

  if (self->session != NULL)
    vr_session_flush (self->session);

  G_APPLICATION_CLASS (vr_application_parent_class)->shutdown (application);
}

static void
vr_application_window_added (GtkApplication *application, GtkWindow *window)
{
  if (VR_IS_WINDOW (window))
    vr_application_take_window (VR_APPLICATION (application), VR_WINDOW (window));

  GTK_APPLICATION_CLASS (vr_application_parent_class)->window_added (application, window);
}

static void
vr_application_finalize (GObject *object)
{
  VrApplication *self = VR_APPLICATION (object);

  g_clear_object (&self->early);
  g_clear_object (&self->session);
  g_free (self->benchmark);

  G_OBJECT_CLASS (vr_application_parent_class)->finalize (object);
}

static void
vr_application_class_init (VrApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vr_application_finalize;
  application_class->startup = vr_application_startup;
  application_class->activate = vr_application_activate;
  application_class->shutdown = vr_application_shutdown;
  GTK_APPLICATION_CLASS (klass)->window_added = vr_application_window_added;
  application_class->handle_local_options = vr_application_handle_local_options;
  application_class->command_line = vr_application_command_line;
}

static void
vr_application_init (VrApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
    { "wait", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Wait until the window is closed"), NULL },
    { "old-name", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("Show NAME above the old article instead of its file’s name"), N_ ("NAME") },
    { "new-name", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("Show NAME above the new article instead of its file’s name"), N_ ("NAME") },
    { "benchmark", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[OLD NEW | FILE]") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _ ("Compares two versions of an article in a window."));
}

int
vr_application_get_status (VrApplication *self)
{
  g_return_val_if_fail (VR_IS_APPLICATION (self), VR_APPLICATION_TROUBLE);

  return self->status;
}

VrApplication *
vr_application_new (void)
{
  return g_object_new (VR_TYPE_APPLICATION, "application-id", VR_APP_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path", VR_RESOURCE_BASE,
                       NULL);
}
