/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparisons shown lately as cards, with a button that forgets them all. */
#include "vr-recents-view.h"

#include "vr-recent-card.h"
#include "vr-resources.h"

struct _VrRecentsView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  GtkFlowBox *flow;
};

G_DEFINE_FINAL_TYPE (VrRecentsView, vr_recents_view, GTK_TYPE_WIDGET)

static VrRecentCard *
get_focus_card (VrRecentsView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->flow));

  return child != NULL ? VR_RECENT_CARD (child) : NULL;
}

static void
activated_cb (GtkFlowBox *flow, VrRecentCard *card, VrRecentsView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-recent", "s",
                              vr_recent_card_get_key (card));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode,
                GdkModifierType state, VrRecentsView *self)
{
  VrRecentCard *card = get_focus_card (self);

  if (card == NULL || (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.remove-recent", "s",
                              vr_recent_card_get_key (card));

  return GDK_EVENT_STOP;
}

static void
vr_recents_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_RECENTS_VIEW);

  G_OBJECT_CLASS (vr_recents_view_parent_class)->dispose (object);
}

static void
vr_recents_view_class_init (VrRecentsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_recents_view_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "recents");
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-recents-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VrRecentsView, content);
  gtk_widget_class_bind_template_child (widget_class, VrRecentsView, flow);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
vr_recents_view_init (VrRecentsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vr_recents_view_set_recents (VrRecentsView *self, const GPtrArray *recents)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  VrRecentCard *focused;
  GtkFlowBoxChild *card;
  int index;

  g_return_if_fail (VR_IS_RECENTS_VIEW (self));

  focused = get_focus_card (self);
  index = focused != NULL ? gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (focused)) : -1;
  while ((card = gtk_flow_box_get_child_at_index (self->flow, 0)) != NULL)
    gtk_flow_box_remove (self->flow, GTK_WIDGET (card));
  for (guint i = 0; i < recents->len; i++)
    gtk_flow_box_append (self->flow, vr_recent_card_new (recents->pdata[i], now));
  gtk_widget_set_visible (GTK_WIDGET (self), recents->len > 0);

  /* Whoever forgets one by key goes on with the next. */
  if (index >= 0 && recents->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (
        gtk_flow_box_get_child_at_index (self->flow, MIN (index, (int)recents->len - 1))));
}
