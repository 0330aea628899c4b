/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget that a list view puts around each of its rows. */
#include "vr-list-row.h"

void
vr_list_row_say (GtkWidget *child, const char *words)
{
  GtkWidget *list_item = gtk_widget_get_parent (child);

  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    words, -1);
}
