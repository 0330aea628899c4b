/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of a report as they will be printed, one at a time. */
#pragma once

#include "vr-report-task.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** VrPagesView: a page that fits in, and below it, where there are several, buttons to turn them.
 */
#define VR_TYPE_PAGES_VIEW (vr_pages_view_get_type ())
G_DECLARE_FINAL_TYPE (VrPagesView, vr_pages_view, VR, PAGES_VIEW, GtkWidget)

/** vr_pages_view_set_sheets: @sheets: (transfer full) (nullable): with pages.  The reader stays at
 * the page with the same number. */
void vr_pages_view_set_sheets (VrPagesView *self, VrReportSheets *sheets);

G_END_DECLS
