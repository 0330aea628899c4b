/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds a list that Tab enters and leaves as one. */
#include "vr-tab-stop.h"

struct _VrTabStop
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

enum
{
  PROP_0,
  PROP_CHILD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VrTabStop, vr_tab_stop, GTK_TYPE_WIDGET)

/* A scrolled window says that it took the keyboard also where its list did not. */
static gboolean
enter (VrTabStop *self)
{
  GtkWidget *list = GTK_IS_SCROLLED_WINDOW (self->child)
                        ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->child))
                        : self->child;

  return list != NULL && gtk_widget_is_sensitive (list) && gtk_widget_grab_focus (list);
}

static gboolean
vr_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  VrTabStop *self = VR_TAB_STOP (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (vr_tab_stop_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return enter (self);
}

static void
vr_tab_stop_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, VR_TAB_STOP (object)->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_child (VrTabStop *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
vr_tab_stop_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      set_child (VR_TAB_STOP (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vr_tab_stop_dispose (GObject *object)
{
  set_child (VR_TAB_STOP (object), NULL);

  G_OBJECT_CLASS (vr_tab_stop_parent_class)->dispose (object);
}

static void
vr_tab_stop_class_init (VrTabStopClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vr_tab_stop_get_property;
  object_class->set_property = vr_tab_stop_set_property;
  object_class->dispose = vr_tab_stop_dispose;
  widget_class->focus = vr_tab_stop_focus;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
vr_tab_stop_init (VrTabStop *self)
{
}
