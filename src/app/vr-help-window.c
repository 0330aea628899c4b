/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help: topics on one side, what they say on the other; one after the other where narrow. */
#include "vr-help-window.h"

#include "vr-help-blocks.h"
#include "vr-resources.h"

#include <glib/gi18n-lib.h>

struct _VrHelpWindow
{
  AdwWindow parent_instance;

  GtkApplication *keys; /* borrowed: the application outlives its windows */

  /* Template widgets */
  AdwLeaflet *leaflet;
  GtkWidget *list_side;
  GtkWidget *topic_side;
  GtkListBox *list;
  GtkScrolledWindow *scroller;
  AdwClamp *clamp;
};

G_DEFINE_FINAL_TYPE (VrHelpWindow, vr_help_window, ADW_TYPE_WINDOW)

static void
selected_cb (GtkListBox *list, GtkListBoxRow *row, VrHelpWindow *self)
{
  guint n;
  const VrHelpTopic *topics = vr_help_peek_topics (&n);

  if (row == NULL)
    return;
  adw_clamp_set_child (self->clamp,
                       vr_help_blocks_new (&topics[gtk_list_box_row_get_index (row)], self->keys));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* Where there is room for one side only, choosing a topic goes there. */
static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, VrHelpWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->topic_side);
}

/* The list's own Tab would go from topic to topic, and never come to the text of one. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, VrHelpWindow *self)
{
  if (keyval == GDK_KEY_Tab)
    return gtk_widget_child_focus (self->topic_side, GTK_DIR_TAB_FORWARD);
  if (keyval == GDK_KEY_ISO_Left_Tab)
    return gtk_widget_child_focus (self->topic_side, GTK_DIR_TAB_BACKWARD);

  return GDK_EVENT_PROPAGATE;
}

static void
back_cb (VrHelpWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
vr_help_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_HELP_WINDOW);

  G_OBJECT_CLASS (vr_help_window_parent_class)->dispose (object);
}

static void
vr_help_window_class_init (VrHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_help_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VrHelpWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, VrHelpWindow, list_side);
  gtk_widget_class_bind_template_child (widget_class, VrHelpWindow, topic_side);
  gtk_widget_class_bind_template_child (widget_class, VrHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, VrHelpWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, VrHelpWindow, clamp);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
vr_help_window_init (VrHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_topic (VrHelpWindow *self, const VrHelpTopic *topic)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (_ (topic->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (topic->title), -1);
  gtk_list_box_append (self->list, row);
}

GtkWindow *
vr_help_window_new (GtkApplication *application)
{
  VrHelpWindow *self = g_object_new (VR_TYPE_HELP_WINDOW, NULL);
  guint n;
  const VrHelpTopic *topics = vr_help_peek_topics (&n);

  self->keys = application;
  for (guint i = 0; i < n; i++)
    add_topic (self, &topics[i]);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  adw_leaflet_set_visible_child (self->leaflet, self->list_side);

  return GTK_WINDOW (self);
}
