/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The size and font of an article as the reader wants them, as a widget's own style sheet. */
#include "vr-reading-css.h"

void
vr_reading_css_load (GtkCssProvider **css, GtkWidget *widget, const VrReadingStyle *style)
{
  g_autofree char *text = vr_reading_style_dup_css (style);

  if (text == NULL && *css == NULL)
    return;
  if (*css == NULL)
    {
      *css = gtk_css_provider_new ();
      gtk_style_context_add_provider (gtk_widget_get_style_context (widget),
                                      GTK_STYLE_PROVIDER (*css),
                                      GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
    }
  gtk_css_provider_load_from_data (*css, text != NULL ? text : "", -1);
}
