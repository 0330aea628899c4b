/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison on paper: the pages of a report, as the printer's page is. */
#include "vr-print-job.h"

#include "vr-button-names.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* GTK asks for pages again and again while they are laid out. */
#define TURN_US 5000

#define PARENT_KEY "variorum-parent"

struct _VrPrintJob
{
  GObject parent_instance;

  VrComparison *comparison;
  VrDocument *document;
  GSettings *settings; /* (nullable) */
  GtkPageSetup *page_setup;

  /* While it is printed */
  GCancellable *cancellable;
  gboolean is_begun;
  VrReportSheets *sheets;
  GError *error;
};

G_DEFINE_FINAL_TYPE (VrPrintJob, vr_print_job, G_TYPE_OBJECT)

static void
vr_print_job_finalize (GObject *object)
{
  VrPrintJob *self = VR_PRINT_JOB (object);

  vr_comparison_unref (self->comparison);
  vr_document_unref (self->document);
  g_clear_object (&self->settings);
  g_clear_object (&self->page_setup);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->sheets, vr_report_sheets_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (vr_print_job_parent_class)->finalize (object);
}

static void
vr_print_job_class_init (VrPrintJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_print_job_finalize;
}

static void
vr_print_job_init (VrPrintJob *self)
{
  self->page_setup = gtk_page_setup_new ();
}

VrPrintJob *
vr_print_job_new (VrComparison *comparison, VrDocument *document, GSettings *settings,
                  gboolean is_sides)
{
  VrPrintJob *self = g_object_new (VR_TYPE_PRINT_JOB, NULL);

  self->comparison = vr_comparison_ref (comparison);
  self->document = vr_document_ref (document);
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  gtk_page_setup_set_orientation (self->page_setup, is_sides ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                             : GTK_PAGE_ORIENTATION_PORTRAIT);

  return self;
}

GtkPageSetup *
vr_print_job_get_page_setup (VrPrintJob *self)
{
  g_return_val_if_fail (VR_IS_PRINT_JOB (self), NULL);

  return self->page_setup;
}

void
vr_print_job_set_page_setup (VrPrintJob *self, GtkPageSetup *page_setup)
{
  g_return_if_fail (VR_IS_PRINT_JOB (self));

  g_set_object (&self->page_setup, page_setup);
}

VrReportRequest
vr_print_job_get_request (VrPrintJob *self, double width_pt, double height_pt)
{
  VrReportRequest request = { .comparison = self->comparison,
                              .document = self->document,
                              .has_notes = TRUE,
                              .options = VR_REPORT_OPTIONS_INIT,
                              .width_pt = width_pt,
                              .height_pt = height_pt };

  request.options.layout = width_pt > height_pt ? VR_REPORT_SIDES : VR_REPORT_INLINE;
  if (self->settings == NULL)
    return request;
  if (g_settings_get_boolean (self->settings, "export-changes-only"))
    request.options.context = (guint)g_settings_get_int (self->settings, "export-context");
  request.options.quiet = g_settings_get_boolean (self->settings, "export-quiet");
  request.options.explain = g_settings_get_boolean (self->settings, "export-explain");
  if (g_settings_get_boolean (self->settings, "export-furniture"))
    request.options.furniture = VR_REPORT_FURNITURE_SHOWN;
  request.has_notes = g_settings_get_boolean (self->settings, "export-notes");

  return request;
}

static void
laid_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrPrintJob *self = VR_PRINT_JOB (object);

  g_clear_pointer (&self->sheets, vr_report_sheets_free);
  g_clear_error (&self->error);
  self->sheets = vr_report_task_sheets_finish (result, &self->error);
}

/* The printer's page is known only now. */
static void
begin (VrPrintJob *self, GtkPrintContext *context)
{
  VrReportRequest request = vr_print_job_get_request (self, gtk_print_context_get_width (context),
                                                      gtk_print_context_get_height (context));

  self->is_begun = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  vr_report_task_lay_out (G_OBJECT (self), &request, NULL, self->cancellable, laid_out_cb);
}

static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, VrPrintJob *self)
{
  if (!self->is_begun)
    begin (self, context);
  if (self->sheets == NULL && self->error == NULL)
    {
      g_usleep (TURN_US);
      return FALSE;
    }
  if (self->sheets == NULL)
    gtk_print_operation_cancel (operation);
  gtk_print_operation_set_n_pages (
      operation, self->sheets != NULL ? (int)vr_pages_get_n (self->sheets->pages) : 1);

  return TRUE;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, VrPrintJob *self)
{
  if (self->sheets != NULL)
    vr_pages_draw (self->sheets->pages, (guint)page, gtk_print_context_get_cairo_context (context));
}

static void
tell_failure (GtkWindow *parent, const char *sentence)
{
  GtkWidget *dialog =
      adw_message_dialog_new (parent, _ ("The Comparison Was Not Printed"), sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  vr_button_names_mend (dialog, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Whatever fails, at its beginning or its end, is told here. */
static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, VrPrintJob *self)
{
  g_autoptr (GError) error = NULL;
  GtkWindow *parent = g_object_get_data (G_OBJECT (operation), PARENT_KEY);

  g_cancellable_cancel (self->cancellable);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR || parent == NULL)
    return;
  gtk_print_operation_get_error (operation, &error);
  tell_failure (parent, error != NULL ? error->message : _ ("The printer gave no reason."));
}

GtkPrintOperation *
vr_print_job_new_operation (VrPrintJob *self)
{
  GtkPrintOperation *operation;

  g_return_val_if_fail (VR_IS_PRINT_JOB (self), NULL);

  operation = gtk_print_operation_new ();
  self->is_begun = FALSE;
  g_clear_pointer (&self->sheets, vr_report_sheets_free);
  gtk_print_operation_set_job_name (
      operation, vr_article_get_title (vr_comparison_get_article (self->comparison, VR_SIDE_NEW)));
  gtk_print_operation_set_default_page_setup (operation, self->page_setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The pages have margins of their own. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "paginate", G_CALLBACK (paginate_cb), self, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, 0);
  /* Nobody else waits for the end of it. */
  g_object_set_data_full (G_OBJECT (operation), "job", g_object_ref (self), g_object_unref);

  return operation;
}

void
vr_print_job_run (VrPrintJob *self, GtkWindow *parent)
{
  g_autoptr (GtkPrintOperation) operation = vr_print_job_new_operation (self);

  g_object_set_data (G_OBJECT (operation), PARENT_KEY, parent);
  /* What fails is told by "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
