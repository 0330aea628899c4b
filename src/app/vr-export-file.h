/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a report is to stand: no file is replaced without a word, and none that was compared. */
#pragma once

#include "vr-document.h"
#include "vr-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** VrExportFileFunc: @file: has a path. */
typedef void (*VrExportFileFunc) (GFile *file, gpointer user_data);

/**
 * vr_export_file_choose:
 * @parent: the dialogs are modal to it; passed on as user data
 * @document: whose files are not written to
 * @name: without an ending
 * @chosen: called at most once, while @parent lives
 */
void vr_export_file_choose (GtkWindow *parent, VrDocument *document, const VrReportFormat *format,
                            const char *name, VrExportFileFunc chosen);

/** vr_export_file_tell_failure: @sentence: names the file. */
void vr_export_file_tell_failure (GtkWindow *parent, const char *sentence);

G_END_DECLS
