/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a comparison before they are printed. */
#include "vr-print-preview.h"

#include "vr-pages-view.h"
#include "vr-resources.h"
#include "vr-wait-bin.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define VR_TYPE_PRINT_PREVIEW (vr_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (VrPrintPreview, vr_print_preview, VR, PRINT_PREVIEW, AdwWindow)

struct _VrPrintPreview
{
  AdwWindow parent_instance;

  VrPrintJob *job;
  GCancellable *laying_out; /* (nullable) */

  /* Template widgets */
  GtkWidget *portrait_button;
  GtkWidget *landscape_button;
  VrWaitBin *wait_bin;
  VrPagesView *pages_view;
};

G_DEFINE_FINAL_TYPE (VrPrintPreview, vr_print_preview, ADW_TYPE_WINDOW)

static void
stop (VrPrintPreview *self)
{
  g_cancellable_cancel (self->laying_out);
  g_clear_object (&self->laying_out);
}

static void
laid_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrPrintPreview *self = VR_PRINT_PREVIEW (object);
  g_autoptr (VrReportSheets) sheets = vr_report_task_sheets_finish (result, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->laying_out || self->wait_bin == NULL)
    return;
  g_clear_object (&self->laying_out);
  if (sheets == NULL)
    return;
  vr_pages_view_set_sheets (self->pages_view, g_steal_pointer (&sheets));
  vr_wait_bin_show_child (self->wait_bin);
}

static void
told_cb (GObject *object, double fraction)
{
  VrPrintPreview *self = VR_PRINT_PREVIEW (object);

  if (self->laying_out != NULL)
    vr_wait_bin_set_fraction (self->wait_bin, fraction);
}

static void
lay_out (VrPrintPreview *self)
{
  GtkPageSetup *setup = vr_print_job_get_page_setup (self->job);
  VrReportRequest request;

  stop (self);
  request =
      vr_print_job_get_request (self->job, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS),
                                gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS));
  self->laying_out = g_cancellable_new ();
  vr_wait_bin_begin (self->wait_bin, _ ("Laying out the pages"));
  vr_report_task_lay_out (G_OBJECT (self), &request, told_cb, self->laying_out, laid_out_cb);
}

static void
stop_cb (VrPrintPreview *self)
{
  stop (self);
  vr_wait_bin_say (self->wait_bin, NULL, _ ("No Preview"), NULL, TRUE);
}

static void
turned_cb (VrPrintPreview *self)
{
  gboolean is_landscape = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->landscape_button));
  GtkPageOrientation orientation =
      is_landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT;
  GtkPageSetup *setup;

  if (self->job == NULL)
    return;
  setup = vr_print_job_get_page_setup (self->job);
  if (gtk_page_setup_get_orientation (setup) == orientation)
    return;
  gtk_page_setup_set_orientation (setup, orientation);
  lay_out (self);
}

static void
print_cb (VrPrintPreview *self)
{
  vr_print_job_run (self->job, GTK_WINDOW (self));
}

static void
vr_print_preview_dispose (GObject *object)
{
  stop (VR_PRINT_PREVIEW (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_PRINT_PREVIEW);

  G_OBJECT_CLASS (vr_print_preview_parent_class)->dispose (object);
}

static void
vr_print_preview_finalize (GObject *object)
{
  g_clear_object (&VR_PRINT_PREVIEW (object)->job);

  G_OBJECT_CLASS (vr_print_preview_parent_class)->finalize (object);
}

static void
vr_print_preview_class_init (VrPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_print_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = vr_print_preview_finalize;

  g_type_ensure (VR_TYPE_PAGES_VIEW);
  g_type_ensure (VR_TYPE_WAIT_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, VrPrintPreview, portrait_button);
  gtk_widget_class_bind_template_child (widget_class, VrPrintPreview, landscape_button);
  gtk_widget_class_bind_template_child (widget_class, VrPrintPreview, wait_bin);
  gtk_widget_class_bind_template_child (widget_class, VrPrintPreview, pages_view);
  gtk_widget_class_bind_template_callback (widget_class, turned_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, lay_out);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vr_print_preview_init (VrPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
vr_print_preview_new (GtkWindow *parent, VrPrintJob *job)
{
  VrPrintPreview *self = g_object_new (VR_TYPE_PRINT_PREVIEW, "transient-for", parent, NULL);
  GtkPageOrientation orientation =
      gtk_page_setup_get_orientation (vr_print_job_get_page_setup (job));

  /* Pages under way may hold it for longer than its parent lives. */
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (orientation == GTK_PAGE_ORIENTATION_LANDSCAPE
                                                       ? self->landscape_button
                                                       : self->portrait_button),
                                TRUE);
  self->job = g_object_ref (job);
  lay_out (self);

  return GTK_WINDOW (self);
}
