/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The size and font of an article as the reader wants them, as a widget's own style sheet. */
#pragma once

#include "vr-reading-style.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** vr_reading_css_load: @css: what was loaded for @widget before, %NULL at first; unreferenced by
 * the caller in the end.  Stays %NULL as long as size and font are the window's own. */
void vr_reading_css_load (GtkCssProvider **css, GtkWidget *widget, const VrReadingStyle *style);

G_END_DECLS
