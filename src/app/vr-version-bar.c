/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Under the header, while versions are compared: which they are, and the way to others. */
#include "vr-version-bar.h"

#include "vr-resources.h"

#include <glib/gi18n-lib.h>

struct _VrVersionBar
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkToggleButton *play_button;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (VrVersionBar, vr_version_bar, GTK_TYPE_WIDGET)

/* What a press would do is what is seen. */
static void
active_cb (VrVersionBar *self)
{
  gboolean is_active = gtk_toggle_button_get_active (self->play_button);
  const char *words = is_active ? _ ("Pause") : _ ("Play Through the Versions");

  gtk_button_set_icon_name (GTK_BUTTON (self->play_button), is_active
                                                                ? "media-playback-pause-symbolic"
                                                                : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static void
vr_version_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_VERSION_BAR);

  G_OBJECT_CLASS (vr_version_bar_parent_class)->dispose (object);
}

static void
vr_version_bar_class_init (VrVersionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_version_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "versionbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-version-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, VrVersionBar, content);
  gtk_widget_class_bind_template_child (widget_class, VrVersionBar, play_button);
  gtk_widget_class_bind_template_child (widget_class, VrVersionBar, label);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
}

static void
vr_version_bar_init (VrVersionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Versions"), -1);
}

void
vr_version_bar_set_place (VrVersionBar *self, const char *words)
{
  g_return_if_fail (VR_IS_VERSION_BAR (self));

  gtk_label_set_label (self->label, words);
}

gboolean
vr_version_bar_is_play (VrVersionBar *self, GtkWidget *widget)
{
  GtkWidget *button;

  g_return_val_if_fail (VR_IS_VERSION_BAR (self), FALSE);

  button = GTK_WIDGET (self->play_button);

  return widget == button || (widget != NULL && gtk_widget_is_ancestor (widget, button));
}
