/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line under the header that stays until it is answered: a sentence, a button, a way to close. */
#include "vr-notice.h"

#include "vr-resources.h"

struct _VrNotice
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkImage *image;
  GtkLabel *label;
  GtkButton *button;
  GtkLabel *button_label;
};

G_DEFINE_FINAL_TYPE (VrNotice, vr_notice, GTK_TYPE_WIDGET)

/* Whoever answered by key goes on with what stands below; a button that may not be pressed any
 * more has lost the keyboard already. */
static void
give_focus_on (VrNotice *self)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL
      || (gtk_root_get_focus (root) != NULL
          && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL))
    return;
  while (next != NULL && !gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD))
    next = gtk_widget_get_next_sibling (next);
}

/* What is said no more is not read out either. */
static void
revealed_cb (GtkRevealer *revealer, GParamSpec *pspec, VrNotice *self)
{
  gboolean is_shown =
      gtk_revealer_get_child_revealed (revealer) || gtk_revealer_get_reveal_child (revealer);

  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
  if (!is_shown)
    gtk_label_set_label (self->label, "");
}

static void
close_cb (GtkButton *button, VrNotice *self)
{
  vr_notice_hush (self);
}

static void
vr_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_NOTICE);

  G_OBJECT_CLASS (vr_notice_parent_class)->dispose (object);
}

static void
vr_notice_class_init (VrNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_notice_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "notice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, VrNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, VrNotice, image);
  gtk_widget_class_bind_template_child (widget_class, VrNotice, label);
  gtk_widget_class_bind_template_child (widget_class, VrNotice, button);
  gtk_widget_class_bind_template_child (widget_class, VrNotice, button_label);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
}

static void
vr_notice_init (VrNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is read out has no mnemonic in it. */
static void
set_button_label (VrNotice *self, const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *spoken = g_strjoinv ("", parts);

  gtk_label_set_label (self->button_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

void
vr_notice_say (VrNotice *self, const char *icon_name, const char *sentence, const char *button,
               const char *action_name)
{
  g_return_if_fail (VR_IS_NOTICE (self));

  gtk_image_set_from_icon_name (self->image, icon_name);
  gtk_label_set_label (self->label, sentence);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  if (button != NULL)
    set_button_label (self, button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
vr_notice_hush (VrNotice *self)
{
  g_return_if_fail (VR_IS_NOTICE (self));

  give_focus_on (self);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
