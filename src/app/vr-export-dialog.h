/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what a report is to be like, shows how it will look, and writes it. */
#pragma once

#include "vr-document.h"
#include "vr-report-task.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VrExportDialog:
 *
 * What was chosen is remembered in the settings.
 *
 * Signal "written": (GFile): the report stands there; the dialog is about to close.
 */
#define VR_TYPE_EXPORT_DIALOG (vr_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VrExportDialog, vr_export_dialog, VR, EXPORT_DIALOG, AdwWindow)

/**
 * vr_export_dialog_new:
 * @parent: the dialog is modal to it
 * @document: what was compared, with its notes; its own files are not overwritten
 * @row: (nullable): the id of the row that alone is shown, in a format that can
 * @settings: (nullable)
 * @name: what to call the file, without an ending
 */
VrExportDialog *vr_export_dialog_new (GtkWindow *parent, VrDocument *document,
                                      VrComparison *comparison, const char *row,
                                      GSettings *settings, const char *name);

G_END_DECLS
