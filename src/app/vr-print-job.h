/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison on paper: the pages of a report, as the printer's page is. */
#pragma once

#include "vr-document.h"
#include "vr-report-task.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrPrintJob:
 *
 * Which paper, which printer, and what is told; a page that stands has one text with both, one that
 * lies has both side by side.
 */
#define VR_TYPE_PRINT_JOB (vr_print_job_get_type ())
G_DECLARE_FINAL_TYPE (VrPrintJob, vr_print_job, VR, PRINT_JOB, GObject)

/**
 * vr_print_job_new:
 * @settings: (nullable): what reports tell
 * @is_sides: whether the page lies at first
 */
VrPrintJob *vr_print_job_new (VrComparison *comparison, VrDocument *document, GSettings *settings,
                              gboolean is_sides) G_GNUC_WARN_UNUSED_RESULT;

/** vr_print_job_get_page_setup: borrowed. */
GtkPageSetup *vr_print_job_get_page_setup (VrPrintJob *self);
void vr_print_job_set_page_setup (VrPrintJob *self, GtkPageSetup *page_setup);

/** vr_print_job_get_request: what is on such pages; borrowed from @self. */
VrReportRequest vr_print_job_get_request (VrPrintJob *self, double width_pt, double height_pt);

/** vr_print_job_new_operation: Returns: (transfer full): what lays out and draws the pages. */
GtkPrintOperation *vr_print_job_new_operation (VrPrintJob *self) G_GNUC_WARN_UNUSED_RESULT;

/** vr_print_job_run: asks how, and prints; what fails is said in a dialog. */
void vr_print_job_run (VrPrintJob *self, GtkWindow *parent);

G_END_DECLS
