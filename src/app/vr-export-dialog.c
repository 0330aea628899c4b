/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what a report is to be like, shows how it will look, and writes it. */
#include "vr-export-dialog.h"

#include "vr-columns-layout.h"
#include "vr-export-file.h"
#include "vr-pages-view.h"
#include "vr-paper.h"
#include "vr-resources.h"
#include "vr-wait-bin.h"

#include <glib/gi18n-lib.h>

/* Whoever turns several options is shown the last of them. */
#define PREVIEW_AFTER_MS 150

struct _VrExportDialog
{
  AdwWindow parent_instance;

  VrDocument *document;
  VrComparison *comparison;
  GSettings *settings; /* (nullable) */
  char *name;
  char *row;          /* (nullable): what alone is shown */
  GPtrArray *formats; /* VrReportFormat, as the list has them */
  gboolean is_ready;  /* all widgets show what was chosen the last time */

  guint preview_timeout;
  GCancellable *previewing; /* (nullable) */
  GCancellable *writing;    /* (nullable) */
  GFile *file;              /* (nullable): what is written */

  /* Template widgets */
  VrWaitBin *writing_bin;
  AdwComboRow *format_row;
  AdwComboRow *layout_row;
  GtkWidget *changes_only_row;
  GtkSwitch *changes_only_switch;
  GtkWidget *context_row;
  GtkSpinButton *context_spin;
  GtkSwitch *quiet_switch;
  GtkWidget *furniture_row;
  GtkSwitch *furniture_switch;
  GtkSwitch *explain_switch;
  GtkWidget *notes_row;
  GtkSwitch *notes_switch;
  VrWaitBin *preview_bin;
  GtkStack *preview_stack;
  VrPagesView *pages_view;
  GtkTextView *text_view;
  GtkWidget *export_button;
};

enum
{
  WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrExportDialog, vr_export_dialog, ADW_TYPE_WINDOW)

static const VrReportFormat *
get_format (VrExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->format_row);

  return g_ptr_array_index (self->formats, MIN (selected, self->formats->len - 1));
}

/* A document of one text is shown as one text, and a web page has both. */
static VrReportLayout
get_layout (VrExportDialog *self, const VrReportFormat *format)
{
  if (vr_report_has_layout (format))
    return (VrReportLayout)adw_combo_row_get_selected (self->layout_row);

  return g_str_equal (format->type, "text/html") ? VR_REPORT_SIDES : VR_REPORT_INLINE;
}

static VrReportRequest
make_request (VrExportDialog *self)
{
  VrReportRequest request = { .comparison = self->comparison,
                              .document = self->document,
                              .has_notes = gtk_switch_get_active (self->notes_switch),
                              .format = get_format (self),
                              .options = VR_REPORT_OPTIONS_INIT };
  double width_pt, height_pt;

  if (self->row == NULL && gtk_switch_get_active (self->changes_only_switch))
    request.options.context = (guint)gtk_spin_button_get_value_as_int (self->context_spin);
  request.options.quiet = gtk_switch_get_active (self->quiet_switch);
  request.options.explain = gtk_switch_get_active (self->explain_switch);
  if (gtk_switch_get_active (self->furniture_switch))
    request.options.furniture = VR_REPORT_FURNITURE_SHOWN;
  request.options.row = self->row;
  request.options.layout = get_layout (self, request.format);
  vr_paper_get_size (&width_pt, &height_pt);
  request.width_pt = request.options.layout == VR_REPORT_SIDES ? height_pt : width_pt;
  request.height_pt = request.options.layout == VR_REPORT_SIDES ? width_pt : height_pt;

  return request;
}

static void
show_text (VrExportDialog *self, const VrReportSheets *sheets)
{
  g_autofree char *text =
      sheets->is_cut ? g_strconcat (sheets->text, "\n…", NULL) : g_strdup (sheets->text);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
  gtk_stack_set_visible_child_name (self->preview_stack, "text");
}

static void
previewed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrExportDialog *self = VR_EXPORT_DIALOG (object);
  g_autoptr (VrReportSheets) sheets = vr_report_task_sheets_finish (result, NULL);

  /* Another one is under way, or the dialog is gone. */
  if (g_task_get_cancellable (G_TASK (result)) != self->previewing || self->preview_bin == NULL)
    return;
  g_clear_object (&self->previewing);
  if (sheets == NULL)
    return;
  if (sheets->text != NULL)
    show_text (self, sheets);
  else
    {
      vr_pages_view_set_sheets (self->pages_view, g_steal_pointer (&sheets));
      gtk_stack_set_visible_child_name (self->preview_stack, "pages");
    }
  vr_wait_bin_show_child (self->preview_bin);
}

static void
stop_preview (VrExportDialog *self)
{
  g_clear_handle_id (&self->preview_timeout, g_source_remove);
  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
}

static gboolean
preview_cb (gpointer user_data)
{
  VrExportDialog *self = VR_EXPORT_DIALOG (user_data);
  VrReportRequest request = make_request (self);

  self->preview_timeout = 0;
  stop_preview (self);
  self->previewing = g_cancellable_new ();
  vr_wait_bin_begin (self->preview_bin, _ ("Laying out the preview"));
  vr_report_task_begin (G_OBJECT (self), &request, self->previewing, previewed_cb);

  return G_SOURCE_REMOVE;
}

static void
stop_preview_cb (VrExportDialog *self)
{
  stop_preview (self);
  vr_wait_bin_say (self->preview_bin, NULL, _ ("No Preview"), NULL, TRUE);
}

/* The names stay the same in every version, which the numbers of the list do not.  Who takes a
 * picture of one change still wants the next report as the last one was. */
static void
remember (VrExportDialog *self)
{
  if (self->settings == NULL)
    return;
  if (self->row == NULL)
    g_settings_set_string (self->settings, "export-format", get_format (self)->name);
  g_settings_set_string (self->settings, "export-layout",
                         vr_report_layout_get_nick (adw_combo_row_get_selected (self->layout_row)));
}

static void
changed_cb (VrExportDialog *self)
{
  if (!self->is_ready)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->layout_row), vr_report_has_layout (get_format (self)));
  remember (self);
  g_clear_handle_id (&self->preview_timeout, g_source_remove);
  self->preview_timeout = g_timeout_add (PREVIEW_AFTER_MS, preview_cb, self);
}

static void
told_cb (GObject *object, double fraction)
{
  VrExportDialog *self = VR_EXPORT_DIALOG (object);

  if (self->writing != NULL)
    vr_wait_bin_set_fraction (self->writing_bin, fraction);
}

static void
end_writing (VrExportDialog *self)
{
  g_clear_object (&self->writing);
  gtk_widget_set_sensitive (self->export_button, TRUE);
  vr_wait_bin_show_child (self->writing_bin);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrExportDialog *self = VR_EXPORT_DIALOG (object);
  g_autoptr (GError) error = NULL;
  gboolean is_saved = vr_report_task_save_finish (result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->writing || self->writing_bin == NULL)
    return;
  end_writing (self);
  if (is_saved)
    {
      g_signal_emit (self, signals[WRITTEN], 0, self->file);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    vr_export_file_tell_failure (GTK_WINDOW (self), error->message);
}

static void
stop_writing_cb (VrExportDialog *self)
{
  g_cancellable_cancel (self->writing);
  if (self->writing != NULL)
    end_writing (self);
}

static void
write_to (GFile *file, gpointer user_data)
{
  VrExportDialog *self = VR_EXPORT_DIALOG (user_data);
  VrReportRequest request = make_request (self);

  if (self->writing != NULL)
    return;
  g_set_object (&self->file, file);
  self->writing = g_cancellable_new ();
  gtk_widget_set_sensitive (self->export_button, FALSE);
  vr_wait_bin_begin (self->writing_bin, _ ("Writing the report"));
  vr_report_task_save (G_OBJECT (self), &request, g_file_peek_path (file), told_cb, self->writing,
                       saved_cb);
}

static void
export_cb (VrExportDialog *self)
{
  vr_export_file_choose (GTK_WINDOW (self), self->document, get_format (self), self->name,
                         write_to);
}

static void
fill_formats (VrExportDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autofree char *chosen =
      self->settings != NULL ? g_settings_get_string (self->settings, "export-format") : NULL;
  guint n, selected = 0;
  const VrReportFormat *formats = vr_report_peek_formats (&n);

  for (guint i = 0; i < n; i++)
    {
      if (self->row != NULL && (formats[i].flags & VR_REPORT_ONE_ROW) == 0)
        continue;
      if (g_strcmp0 (formats[i].name, chosen) == 0)
        selected = self->formats->len;
      gtk_string_list_append (titles, _ (formats[i].title));
      g_ptr_array_add (self->formats, (gpointer)&formats[i]);
    }
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->format_row, selected);
}

static void
load_settings (VrExportDialog *self)
{
  const struct
  {
    const char *key;
    gpointer widget;
    const char *property;
  } bound[] = {
    { "export-changes-only", self->changes_only_switch, "active" },
    { "export-context", gtk_spin_button_get_adjustment (self->context_spin), "value" },
    { "export-quiet", self->quiet_switch, "active" },
    { "export-furniture", self->furniture_switch, "active" },
    { "export-explain", self->explain_switch, "active" },
    { "export-notes", self->notes_switch, "active" },
  };
  g_autofree char *layout = NULL;

  if (self->settings == NULL)
    {
      gtk_spin_button_set_value (self->context_spin, 1);
      gtk_switch_set_active (self->quiet_switch, TRUE);
      gtk_switch_set_active (self->notes_switch, TRUE);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (bound); i++)
    g_settings_bind (self->settings, bound[i].key, bound[i].widget, bound[i].property,
                     G_SETTINGS_BIND_DEFAULT);
  layout = g_settings_get_string (self->settings, "export-layout");
  adw_combo_row_set_selected (self->layout_row,
                              g_str_equal (layout, vr_report_layout_get_nick (VR_REPORT_INLINE))
                                  ? VR_REPORT_INLINE
                                  : VR_REPORT_SIDES);
}

static void
vr_export_dialog_dispose (GObject *object)
{
  VrExportDialog *self = VR_EXPORT_DIALOG (object);

  stop_preview (self);
  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (vr_export_dialog_parent_class)->dispose (object);
}

static void
vr_export_dialog_finalize (GObject *object)
{
  VrExportDialog *self = VR_EXPORT_DIALOG (object);

  vr_document_unref (self->document);
  vr_comparison_unref (self->comparison);
  g_clear_object (&self->settings);
  g_clear_object (&self->file);
  g_free (self->name);
  g_free (self->row);
  g_ptr_array_unref (self->formats);

  G_OBJECT_CLASS (vr_export_dialog_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, VrExportDialog, name)

static void
vr_export_dialog_class_init (VrExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_export_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = vr_export_dialog_finalize;

  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (VR_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (VR_TYPE_PAGES_VIEW);
  g_type_ensure (VR_TYPE_WAIT_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-export-dialog.ui");
  BIND (writing_bin);
  BIND (format_row);
  BIND (layout_row);
  BIND (changes_only_row);
  BIND (changes_only_switch);
  BIND (context_row);
  BIND (context_spin);
  BIND (quiet_switch);
  BIND (furniture_row);
  BIND (furniture_switch);
  BIND (explain_switch);
  BIND (notes_row);
  BIND (notes_switch);
  BIND (preview_bin);
  BIND (preview_stack);
  BIND (pages_view);
  BIND (text_view);
  BIND (export_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_writing_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vr_export_dialog_init (VrExportDialog *self)
{
  self->formats = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* On a telephone it is no wider than what it belongs to. */
static void
fit_into (GtkWindow *self, GtkWindow *parent)
{
  int parent_width = gtk_widget_get_width (GTK_WIDGET (parent));
  int width, height;

  gtk_window_get_default_size (self, &width, &height);
  if (parent_width > 0)
    gtk_window_set_default_size (self, MIN (width, parent_width), height);
}

/* There is no word of what does not matter: of notes and furniture where there are none, of all
 * that is around the only row that is shown. */
static void
hide_idle (VrExportDialog *self)
{
  gtk_widget_set_visible (self->notes_row, vr_document_get_notes (self->document) != NULL);
  gtk_widget_set_visible (
      self->furniture_row,
      self->row == NULL && vr_comparison_get_summary (self->comparison)->n_furniture_rows > 0);
  gtk_widget_set_visible (self->changes_only_row, self->row == NULL);
  gtk_widget_set_visible (self->context_row, self->row == NULL);
  if (self->row != NULL)
    gtk_window_set_title (GTK_WINDOW (self), _ ("Picture"));
}

VrExportDialog *
vr_export_dialog_new (GtkWindow *parent, VrDocument *document, VrComparison *comparison,
                      const char *row, GSettings *settings, const char *name)
{
  VrExportDialog *self = g_object_new (VR_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->document = vr_document_ref (document);
  self->comparison = vr_comparison_ref (comparison);
  self->row = g_strdup (row);
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->name = g_strdup (name);
  /* A job may hold it for longer than its parent lives, which GTK's own way would not survive. */
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);
  fit_into (GTK_WINDOW (self), parent);
  fill_formats (self);
  load_settings (self);
  hide_idle (self);
  self->is_ready = TRUE;
  changed_cb (self);

  return self;
}
