/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a comparison before they are printed. */
#pragma once

#include "vr-print-job.h"

G_BEGIN_DECLS

/** vr_print_preview_new: a dialog on @parent that shows the pages of @job, upright or lying, and
 * prints them. */
GtkWindow *vr_print_preview_new (GtkWindow *parent, VrPrintJob *job);

G_END_DECLS
