/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report in a file: whole or not at all, with its manifest beside it where it carries none. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/** VR_MANIFEST_SUFFIX: what is added to a report's name for that of the manifest beside it. */
#define VR_MANIFEST_SUFFIX ".manifest.json"

/**
 * vr_report_save:
 * @write: @format's, wherever it comes from
 * @path: the file, which is replaced
 *
 * Writes the report beside its place, to the disk, and puts it there when it is complete.  Fails in
 * %G_IO_ERROR, with one sentence that names the file; then all is as it was.  May run in any
 * thread.
 */
gboolean vr_report_save (const VrReportFormat *format, VrReportFunc write,
                         const VrComparison *comparison, const VrReportOptions *options,
                         const char *path, GError **error);

/** vr_report_dup_manifest_path: Returns: (transfer full) (nullable): the file beside @path that
 * vr_report_save() writes too; %NULL for a format that needs none */
char *vr_report_dup_manifest_path (const VrReportFormat *format,
                                   const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_find_existing:
 *
 * Returns: (transfer full) (nullable): which of the files that vr_report_save() would replace is
 *   there already; what is no regular file is not replaced
 */
char *vr_report_find_existing (const VrReportFormat *format,
                               const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
