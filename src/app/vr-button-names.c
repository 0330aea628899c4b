/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What assistive technology calls the buttons in widgets that are not ours. */
#include "vr-button-names.h"

static const char *
find_text (GtkWidget *widget)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && text == NULL;
       child = gtk_widget_get_next_sibling (child))
    text = find_text (child);

  return text;
}

static void
mend (GtkButton *button, const char *otherwise)
{
  const char *name = gtk_widget_get_tooltip_text (GTK_WIDGET (button));

  /* The label that its mnemonic is in names it by itself. */
  if (gtk_button_get_label (button) != NULL && gtk_button_get_use_underline (button))
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
      return;
    }
  if (gtk_button_get_label (button) != NULL)
    return;
  if (name == NULL)
    name = find_text (GTK_WIDGET (button));
  if (name == NULL)
    name = otherwise;
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

/* An item of a menu, whose type is GTK's own. */
static gboolean
is_menu_item (GtkWidget *widget)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "modelbutton");
}

static void
mend_menu_item (GtkWidget *item)
{
  const char *text = find_text (item);

  if (text == NULL)
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
vr_button_names_mend (GtkWidget *widget, const char *otherwise)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_BUTTON (widget))
    {
      mend (GTK_BUTTON (widget), otherwise);
      return;
    }
  if (is_menu_item (widget))
    {
      mend_menu_item (widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    vr_button_names_mend (child, otherwise);
}

static void
map_cb (GtkWidget *menu)
{
  vr_button_names_mend (menu, NULL);
}

void
vr_button_names_watch_menu (GtkPopover *menu)
{
  g_return_if_fail (GTK_IS_POPOVER (menu));

  g_signal_connect_after (menu, "map", G_CALLBACK (map_cb), NULL);
}
