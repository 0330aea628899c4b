/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the library: a variant, under its story where that begins. */
#include "vr-library-row.h"

#include "vr-wrapped-label.h"

#include <glib/gi18n-lib.h>

GtkWidget *
vr_library_row_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *story = vr_wrapped_label_new (NULL, "story");

  gtk_widget_add_css_class (story, "heading");
  gtk_box_append (GTK_BOX (box), story);
  gtk_box_append (GTK_BOX (box), vr_wrapped_label_new (NULL, "variant"));

  return box;
}

void
vr_library_row_set_item (GtkWidget *row, VrLibraryItem *item)
{
  GtkWidget *story = gtk_widget_get_first_child (row);
  GtkWidget *variant = gtk_widget_get_last_child (row);
  GtkWidget *list_item = gtk_widget_get_parent (row);
  /* Translators: said by a screen reader: a variant, and the story that it belongs to. */
  g_autofree char *spoken =
      g_strdup_printf (_ ("%s, of the story %s"), vr_library_item_get_variant (item),
                       vr_library_item_get_story (item));

  gtk_label_set_label (GTK_LABEL (story), vr_library_item_get_story (item));
  gtk_widget_set_visible (story, vr_library_item_begins_story (item));
  gtk_label_set_label (GTK_LABEL (variant), vr_library_item_get_variant (item));
  /* What has the focus is the list's own widget around it; it must be able to say it. */
  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    spoken, -1);
}
