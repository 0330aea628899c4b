/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip in which a reader says what to find, and steps through it. */
#include "vr-find-bar.h"

#include "vr-closures.h"
#include "vr-resources.h"

#include <glib/gi18n-lib.h>

struct _VrFindBar
{
  GtkWidget parent_instance;

  gboolean is_open;

  /* Template widgets */
  GtkSearchBar *bar;
  GtkEditable *entry;
  GtkLabel *position_label;
  GtkWidget *steps;
};

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS,
};

enum
{
  QUERY_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrFindBar, vr_find_bar, GTK_TYPE_WIDGET)

static void
changed_cb (GtkEditable *entry, VrFindBar *self)
{
  g_signal_emit (self, signals[QUERY_CHANGED], 0);
}

static void
activate_cb (GtkSearchEntry *entry, VrFindBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.find-next", NULL);
}

static void
stop_search_cb (GtkSearchEntry *entry, VrFindBar *self)
{
  vr_find_bar_set_open (self, FALSE);
}

static void
vr_find_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_OPEN:
      g_value_set_boolean (value, VR_FIND_BAR (object)->is_open);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vr_find_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_OPEN:
      vr_find_bar_set_open (VR_FIND_BAR (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vr_find_bar_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_FIND_BAR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vr_find_bar_parent_class)->dispose (object);
}

static void
vr_find_bar_class_init (VrFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vr_find_bar_get_property;
  object_class->set_property = vr_find_bar_set_property;
  object_class->dispose = vr_find_bar_dispose;

  properties[PROP_OPEN] =
      g_param_spec_boolean ("open", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[QUERY_CHANGED] = g_signal_new ("query-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VrFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, VrFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, VrFindBar, position_label);
  gtk_widget_class_bind_template_child (widget_class, VrFindBar, steps);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
vr_find_bar_init (VrFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
vr_find_bar_get_open (VrFindBar *self)
{
  g_return_val_if_fail (VR_IS_FIND_BAR (self), FALSE);

  return self->is_open;
}

void
vr_find_bar_set_open (VrFindBar *self, gboolean is_open)
{
  g_return_if_fail (VR_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, is_open);
  if (is_open)
    {
      /* The caret would blink in what is selected after it got the keyboard. */
      gtk_editable_select_region (self->entry, 0, -1);
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
    }
  if (self->is_open == is_open)
    return;
  self->is_open = is_open;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

void
vr_find_bar_set_query (VrFindBar *self, const char *query)
{
  g_return_if_fail (VR_IS_FIND_BAR (self));

  gtk_editable_set_text (self->entry, query);
}

const char *
vr_find_bar_get_query (VrFindBar *self)
{
  g_return_val_if_fail (VR_IS_FIND_BAR (self), NULL);

  return gtk_editable_get_text (self->entry);
}

void
vr_find_bar_show (VrFindBar *self, VrFinder *finder)
{
  g_autofree char *position = NULL;
  guint n = vr_finder_get_n (finder);
  gboolean is_vain;

  g_return_if_fail (VR_IS_FIND_BAR (self));

  /* What was found last is said until there is an answer. */
  if (vr_finder_is_busy (finder))
    return;
  is_vain = n == 0 && vr_finder_peek_matches (finder) != NULL;
  if (n > 0)
    position = vr_closure_position (vr_finder_get_current (finder) + 1, n);
  else
    position = g_strdup (is_vain ? _ ("No results") : "");
  gtk_label_set_label (self->position_label, position);
  gtk_widget_set_sensitive (self->steps, n > 0);
  /* The label has no focus; the entry tells it to assistive technology. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  position, -1);
  if (is_vain)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}
