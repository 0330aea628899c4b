/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports in threads: written to files, laid out as pages, or begun to be looked at. */
#include "vr-report-task.h"

#include "vr-press.h"
#include "vr-report-picture.h"
#include "vr-report-save.h"
#include "vr-report-witness.h"
#include "vr-task-progress.h"

#include <string.h>

/* More than fits into a preview, and nothing to wait for. */
#define BEGINNING_BYTES ((gsize)16 << 10)

/* What was asked for, kept. */
typedef struct
{
  VrReportRequest request;
  char *row;
  char *path;
  VrTaskProgress *progress;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  vr_comparison_unref (job->request.comparison);
  vr_document_unref (job->request.document);
  g_free (job->row);
  g_free (job->path);
  vr_task_progress_unref (job->progress);
  g_free (job);
}

void
vr_report_sheets_free (VrReportSheets *self)
{
  g_clear_pointer (&self->pages, vr_pages_free);
  g_free (self->text);
  g_clear_pointer (&self->info, vr_report_info_free);
  g_clear_pointer (&self->comparison, vr_comparison_unref);
  g_clear_object (&self->cancellable);
  g_free (self);
}

gboolean
vr_report_is_text (const VrReportFormat *format)
{
  const char *type = format->type;

  return g_str_has_prefix (type, "text/")
             ? !g_str_equal (type, "text/html")
             : g_str_equal (type, "application/json") || g_str_equal (type, "application/xml")
                   || (g_str_has_prefix (type, "application/") && g_str_has_suffix (type, "+xml"));
}

gboolean
vr_report_has_layout (const VrReportFormat *format)
{
  return g_str_equal (format->type, "application/pdf") || g_str_has_prefix (format->type, "image/");
}

/* The options as a worker gives them on: @info stays the caller's. */
static VrReportOptions
complete_options (Job *job, VrReportInfo *info, const VrProgress *progress,
                  GCancellable *cancellable)
{
  VrReportOptions options = job->request.options;

  for (guint side = 0; side < VR_N_SIDES; side++)
    vr_report_witness_find (&info->witnesses[side],
                            vr_document_peek_source (job->request.document, (VrSide)side));
  if (job->request.has_notes)
    vr_report_info_add_notes (info, vr_document_get_notes (job->request.document),
                              job->request.comparison);
  options.info = info;
  options.progress = progress;
  options.cancellable = cancellable;

  return options;
}

static void
save_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (VrReportInfo) info = vr_report_info_new ();
  VrProgress progress = vr_task_progress_get (job->progress);
  VrReportOptions options = complete_options (job, info, &progress, cancellable);
  VrReportFunc write = vr_press_get_writer (job->request.format, &options);
  GError *error = NULL;

  if (vr_report_save (job->request.format, write, job->request.comparison, &options, job->path,
                      &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What was cut off stops at the end of a line, or of a letter at least. */
static void
write_beginning (Job *job, VrReportOptions *options, VrReportSheets *sheets)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_for_beginning (text, BEGINNING_BYTES);
  char *end;

  vr_press_get_writer (job->request.format, options) (job->request.comparison, options, output);
  vr_output_flush (output);
  sheets->is_cut = text->len == BEGINNING_BYTES;
  end = sheets->is_cut ? strrchr (text->str, '\n') : NULL;
  if (end != NULL)
    g_string_truncate (text, (gsize)(end - text->str));
  sheets->text = g_utf8_make_valid (text->str, (gssize)text->len);
}

static void
lay_out (const VrReportRequest *request, const VrReportOptions *options, VrReportSheets *sheets)
{
  if (options->row != NULL)
    sheets->pages = vr_report_picture_lay_out (request->comparison, options, &sheets->width_pt);
  else
    {
      sheets->width_pt = request->width_pt;
      sheets->pages =
          vr_pages_new (request->comparison, options, request->width_pt, request->height_pt);
    }
}

static void
lay_out_in_thread (GTask *task, gpointer source_object, gpointer task_data,
                   GCancellable *cancellable)
{
  Job *job = task_data;
  VrReportSheets *sheets = g_new0 (VrReportSheets, 1);
  VrProgress progress = vr_task_progress_get (job->progress);
  VrReportOptions options;

  sheets->comparison = vr_comparison_ref (job->request.comparison);
  sheets->info = vr_report_info_new ();
  sheets->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  options = complete_options (job, sheets->info, &progress, cancellable);
  if (job->request.format != NULL && vr_report_is_text (job->request.format))
    write_beginning (job, &options, sheets);
  else
    lay_out (&job->request, &options, sheets);
  if (sheets->pages == NULL && sheets->text == NULL)
    {
      vr_report_sheets_free (sheets);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "stopped");
    }
  else
    g_task_return_pointer (task, sheets, (GDestroyNotify)vr_report_sheets_free);
}

static void
start (GObject *source, const VrReportRequest *request, const char *path, VrReportTold told,
       GCancellable *cancellable, GAsyncReadyCallback callback, GTaskThreadFunc in_thread)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);
  Job *job = g_new0 (Job, 1);

  job->request = *request;
  vr_comparison_ref (request->comparison);
  vr_document_ref (request->document);
  job->request.options.row = job->row = g_strdup (request->options.row);
  job->path = g_strdup (path);
  job->progress = vr_task_progress_new (source, told);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, in_thread);
}

void
vr_report_task_save (GObject *source, const VrReportRequest *request, const char *path,
                     VrReportTold told, GCancellable *cancellable, GAsyncReadyCallback callback)
{
  start (source, request, path, told, cancellable, callback, save_in_thread);
}

gboolean
vr_report_task_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
vr_report_task_lay_out (GObject *source, const VrReportRequest *request, VrReportTold told,
                        GCancellable *cancellable, GAsyncReadyCallback callback)
{
  VrReportRequest pages = *request;

  pages.format = NULL;
  start (source, &pages, NULL, told, cancellable, callback, lay_out_in_thread);
}

void
vr_report_task_begin (GObject *source, const VrReportRequest *request, GCancellable *cancellable,
                      GAsyncReadyCallback callback)
{
  start (source, request, NULL, NULL, cancellable, callback, lay_out_in_thread);
}

VrReportSheets *
vr_report_task_sheets_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
