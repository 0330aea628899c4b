/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows, while something is dragged over the window, where it would go. */
#include "vr-drop-hint.h"

#include "vr-resources.h"

struct _VrDropHint
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkLabel *old_label;
  GtkLabel *new_label;
  GtkWidget *old_half;
  GtkWidget *new_half;
};

G_DEFINE_FINAL_TYPE (VrDropHint, vr_drop_hint, GTK_TYPE_WIDGET)

static void
vr_drop_hint_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_DROP_HINT);

  G_OBJECT_CLASS (vr_drop_hint_parent_class)->dispose (object);
}

static void
vr_drop_hint_class_init (VrDropHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_drop_hint_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "drophint");
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-drop-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, VrDropHint, content);
  gtk_widget_class_bind_template_child (widget_class, VrDropHint, old_label);
  gtk_widget_class_bind_template_child (widget_class, VrDropHint, new_label);
  gtk_widget_class_bind_template_child (widget_class, VrDropHint, old_half);
  gtk_widget_class_bind_template_child (widget_class, VrDropHint, new_half);
}

static void
vr_drop_hint_init (VrDropHint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vr_drop_hint_show (VrDropHint *self, guint side, const char *sentence)
{
  g_return_if_fail (VR_IS_DROP_HINT (self));

  /* A half that is not meant keeps its room, so that the other stays a half. */
  gtk_widget_set_visible (self->new_half, side != VR_DROP_WHOLE);
  gtk_widget_set_opacity (self->old_half, side != VR_SIDE_NEW);
  gtk_widget_set_opacity (self->new_half, side == VR_SIDE_NEW);
  gtk_label_set_label (self->old_label, side != VR_SIDE_NEW ? sentence : "");
  gtk_label_set_label (self->new_label, side == VR_SIDE_NEW ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
vr_drop_hint_hide (VrDropHint *self)
{
  g_return_if_fail (VR_IS_DROP_HINT (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
