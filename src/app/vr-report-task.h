/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports in threads: written to files, laid out as pages, or begun to be looked at. */
#pragma once

#include "vr-document.h"
#include "vr-pages.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrReportRequest:
 * @comparison: what is told
 * @document: what was compared, with what the reader noted
 * @has_notes: whether that is to be told too
 * @format: (nullable): for pages only
 * @options: without info, progress and cancellable, which are the task's
 * @width_pt, @height_pt: of a page; one row alone is laid out as the picture that it will be
 *
 * What a report is made of; all is borrowed, and kept by a task until it is over.
 */
typedef struct
{
  VrComparison *comparison;
  VrDocument *document;
  gboolean has_notes;
  const VrReportFormat *format;
  VrReportOptions options;
  double width_pt;
  double height_pt;
} VrReportRequest;

/** VrReportSheets: what a task laid out, with all that it draws from; ends with
 * vr_report_sheets_free(). */
typedef struct
{
  VrPages *pages;  /* (nullable) */
  double width_pt; /* of each of them */
  char *text;      /* (nullable): how a format of text begins */
  gboolean is_cut; /* whether @text goes on */

  VrComparison *comparison;
  VrReportInfo *info;
  GCancellable *cancellable; /* (nullable) */
} VrReportSheets;

void vr_report_sheets_free (VrReportSheets *self);

/** VrReportTold: @fraction: how far it is, 0 to 1; called on the main thread, while @source lives.
 */
typedef void (*VrReportTold) (GObject *source, double fraction);

/** vr_report_is_text: whether people see text where they open a file of @format. */
gboolean vr_report_is_text (const VrReportFormat *format);

/** vr_report_has_layout: whether the layout of the options makes another file of @format. */
gboolean vr_report_has_layout (const VrReportFormat *format);

/**
 * vr_report_task_save:
 * @source: @callback's; alive until then
 * @told: (nullable)
 *
 * Writes a report as vr_report_save() does.
 */
void vr_report_task_save (GObject *source, const VrReportRequest *request, const char *path,
                          VrReportTold told, GCancellable *cancellable,
                          GAsyncReadyCallback callback);
gboolean vr_report_task_save_finish (GAsyncResult *result, GError **error);

/** vr_report_task_lay_out: pages, as vr_pages_new() makes them. */
void vr_report_task_lay_out (GObject *source, const VrReportRequest *request, VrReportTold told,
                             GCancellable *cancellable, GAsyncReadyCallback callback);
/** vr_report_task_begin: pages or, in a format of text, how that begins. */
void vr_report_task_begin (GObject *source, const VrReportRequest *request,
                           GCancellable *cancellable, GAsyncReadyCallback callback);
/** vr_report_task_sheets_finish: Returns: (transfer full): what either of the two made. */
VrReportSheets *vr_report_task_sheets_finish (GAsyncResult *result,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrReportSheets, vr_report_sheets_free)

G_END_DECLS
