/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that say what is the matter where there is nothing to show. */
#include "vr-status-page.h"

void
vr_status_page_mend (AdwStatusPage *page)
{
  GtkWidget *scroller = gtk_widget_get_first_child (GTK_WIDGET (page));

  if (GTK_IS_SCROLLED_WINDOW (scroller))
    gtk_widget_set_focusable (scroller, FALSE);
}
