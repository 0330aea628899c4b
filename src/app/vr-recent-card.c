/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One comparison shown lately: its titles, when, how much changed, and a button that forgets it. */
#include "vr-recent-card.h"

#include "vr-file-name.h"
#include "vr-resources.h"

#include <glib/gi18n-lib.h>

struct _VrRecentCard
{
  GtkFlowBoxChild parent_instance;

  char *key;

  /* Template widgets */
  GtkLabel *new_label;
  GtkLabel *old_label;
  GtkLabel *figures_label;
  GtkLabel *when_label;
  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (VrRecentCard, vr_recent_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
vr_recent_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_RECENT_CARD);

  G_OBJECT_CLASS (vr_recent_card_parent_class)->dispose (object);
}

static void
vr_recent_card_finalize (GObject *object)
{
  g_free (VR_RECENT_CARD (object)->key);

  G_OBJECT_CLASS (vr_recent_card_parent_class)->finalize (object);
}

static void
vr_recent_card_class_init (VrRecentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_recent_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = vr_recent_card_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-recent-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VrRecentCard, new_label);
  gtk_widget_class_bind_template_child (widget_class, VrRecentCard, old_label);
  gtk_widget_class_bind_template_child (widget_class, VrRecentCard, figures_label);
  gtk_widget_class_bind_template_child (widget_class, VrRecentCard, when_label);
  gtk_widget_class_bind_template_child (widget_class, VrRecentCard, remove_button);
}

static void
vr_recent_card_init (VrRecentCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_file_name (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  return vr_file_name_dup (file);
}

/* Two versions of an article often have one headline; then their files tell them apart. */
static char *
dup_old_line (const VrRecent *recent)
{
  g_autofree char *old_name = NULL;
  g_autofree char *new_name = NULL;

  if (!g_str_equal (recent->titles[VR_SIDE_OLD], recent->titles[VR_SIDE_NEW]))
    /* Translators: under the title of an article: which one it was compared with. */
    return g_strdup_printf (_ ("compared with “%s”"), recent->titles[VR_SIDE_OLD]);
  if (recent->uris[VR_SIDE_OLD] == NULL || recent->uris[VR_SIDE_NEW] == NULL)
    return g_strdup ("");
  old_name = dup_file_name (recent->uris[VR_SIDE_OLD]);
  new_name = dup_file_name (recent->uris[VR_SIDE_NEW]);

  /* Translators: the names of two files. */
  return g_strdup_printf (_ ("%s and %s"), old_name, new_name);
}

static void
set_recent (VrRecentCard *self, VrRecent *recent, gint64 now)
{
  const char *title = recent->titles[VR_SIDE_NEW];
  g_autofree char *old_line = dup_old_line (recent);
  g_autofree char *figures = vr_recent_dup_figures (recent);
  g_autofree char *when = vr_recent_dup_when (recent, now);
  g_autofree char *spoken = NULL;
  g_autofree char *removing = NULL;

  self->key = vr_recent_dup_key (recent);
  gtk_label_set_label (self->new_label, title);
  gtk_label_set_label (self->old_label, old_line);
  gtk_label_set_label (self->figures_label, figures);
  gtk_label_set_label (self->when_label, when);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->new_label), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->old_label), old_line);
  /* Translators: said by a screen reader: a title, what it was compared with, how much changed,
   * when. */
  spoken = g_strdup_printf (_ ("%s, %s, %s, %s"), title, old_line, figures, when);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  removing = g_strdup_printf (_ ("Forget “%s”"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, removing, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "s", self->key);
}

GtkWidget *
vr_recent_card_new (VrRecent *recent, gint64 now)
{
  VrRecentCard *self = g_object_new (VR_TYPE_RECENT_CARD, NULL);

  set_recent (self, recent, now);

  return GTK_WIDGET (self);
}

const char *
vr_recent_card_get_key (VrRecentCard *self)
{
  g_return_val_if_fail (VR_IS_RECENT_CARD (self), NULL);

  return self->key;
}
