/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows first: two places for two articles. */
#include "vr-start-page.h"

#include "vr-choose-file.h"
#include "vr-resources.h"

#include <glib/gi18n-lib.h>

struct _VrStartPage
{
  GtkWidget parent_instance;

  GFile *files[VR_N_SIDES];
  VrSide asked; /* the side the file chooser was opened for */

  /* Template widgets */
  GtkWidget *content;
  GtkWidget *old_button;
  GtkWidget *new_button;
  GtkLabel *old_label;
  GtkLabel *new_label;
};

enum
{
  COMPARE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrStartPage, vr_start_page, GTK_TYPE_WIDGET)

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_uri (file);
}

static void
update_place (VrStartPage *self, VrSide side)
{
  GtkLabel *label = side == VR_SIDE_OLD ? self->old_label : self->new_label;
  GtkWidget *button = side == VR_SIDE_OLD ? self->old_button : self->new_button;
  const char *heading = side == VR_SIDE_OLD ? _ ("Old Article") : _ ("New Article");
  g_autofree char *content = NULL;
  g_autofree char *spoken = NULL;

  if (self->files[side] != NULL)
    {
      content = dup_name (self->files[side]);
      gtk_widget_add_css_class (button, "filled");
    }
  else
    {
      gboolean other_waits = self->files[1 - side] != NULL;

      content = g_strdup (other_waits ? _ ("Now choose this one") : _ ("Choose or drop a file"));
      gtk_widget_remove_css_class (button, "filled");
    }
  gtk_label_set_label (label, content);
  /* Translators: said by a screen reader: "Old Article: article.txt". */
  spoken = g_strdup_printf (_ ("%s: %s"), heading, content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
update (VrStartPage *self)
{
  g_autoptr (GFile) old_file = NULL;
  g_autoptr (GFile) new_file = NULL;

  update_place (self, VR_SIDE_OLD);
  update_place (self, VR_SIDE_NEW);
  if (self->files[VR_SIDE_OLD] == NULL || self->files[VR_SIDE_NEW] == NULL)
    return;

  /* Whoever comes back finds both places free again. */
  old_file = g_steal_pointer (&self->files[VR_SIDE_OLD]);
  new_file = g_steal_pointer (&self->files[VR_SIDE_NEW]);
  g_signal_emit (self, signals[COMPARE], 0, old_file, new_file);
  update_place (self, VR_SIDE_OLD);
  update_place (self, VR_SIDE_NEW);
}

static void
chosen_cb (GListModel *files, gpointer user_data)
{
  VrStartPage *self = VR_START_PAGE (user_data);
  g_autoptr (GFile) file = NULL;

  if (files == NULL)
    return;
  if (g_list_model_get_n_items (files) >= VR_N_SIDES)
    {
      vr_start_page_offer (self, files);
      return;
    }
  file = g_list_model_get_item (files, 0);
  vr_start_page_set_file (self, self->asked, file);
}

static void
choose_old_cb (GtkButton *button, VrStartPage *self)
{
  vr_start_page_choose (self, VR_SIDE_OLD);
}

static void
choose_new_cb (GtkButton *button, VrStartPage *self)
{
  vr_start_page_choose (self, VR_SIDE_NEW);
}

static void
place_dropped (VrStartPage *self, const GValue *value, VrSide first)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_FILE);

  for (GSList *item = files; item != NULL; item = item->next)
    g_list_store_append (store, item->data);
  if (g_list_model_get_n_items (G_LIST_MODEL (store)) == 1)
    vr_start_page_set_file (self, first, files->data);
  else
    vr_start_page_offer (self, G_LIST_MODEL (store));
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, VrStartPage *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  gboolean is_old_free = self->files[VR_SIDE_OLD] == NULL;

  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return FALSE;
  if (widget == self->old_button)
    place_dropped (self, value, VR_SIDE_OLD);
  else if (widget == self->new_button)
    place_dropped (self, value, VR_SIDE_NEW);
  else
    place_dropped (self, value, is_old_free ? VR_SIDE_OLD : VR_SIDE_NEW);

  return TRUE;
}

static void
accept_drops (VrStartPage *self, GtkWidget *widget)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

static void
vr_start_page_dispose (GObject *object)
{
  VrStartPage *self = VR_START_PAGE (object);

  g_clear_object (&self->files[VR_SIDE_OLD]);
  g_clear_object (&self->files[VR_SIDE_NEW]);
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_START_PAGE);

  G_OBJECT_CLASS (vr_start_page_parent_class)->dispose (object);
}

static void
vr_start_page_class_init (VrStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_start_page_dispose;

  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_FILE, G_TYPE_FILE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "startpage");
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VrStartPage, content);
  gtk_widget_class_bind_template_child (widget_class, VrStartPage, old_button);
  gtk_widget_class_bind_template_child (widget_class, VrStartPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, VrStartPage, old_label);
  gtk_widget_class_bind_template_child (widget_class, VrStartPage, new_label);
  gtk_widget_class_bind_template_callback (widget_class, choose_old_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_new_cb);
}

static void
vr_start_page_init (VrStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  accept_drops (self, self->content);
  accept_drops (self, self->old_button);
  accept_drops (self, self->new_button);
  update (self);
}

void
vr_start_page_set_file (VrStartPage *self, VrSide side, GFile *file)
{
  g_return_if_fail (VR_IS_START_PAGE (self));

  g_set_object (&self->files[side], file);
  update (self);
}

void
vr_start_page_offer (VrStartPage *self, GListModel *files)
{
  guint n = g_list_model_get_n_items (files);

  g_return_if_fail (VR_IS_START_PAGE (self));

  if (n >= VR_N_SIDES)
    {
      g_clear_object (&self->files[VR_SIDE_OLD]);
      g_clear_object (&self->files[VR_SIDE_NEW]);
    }
  for (guint i = 0; i < MIN (n, VR_N_SIDES); i++)
    for (guint side = 0; side < VR_N_SIDES; side++)
      if (self->files[side] == NULL)
        {
          self->files[side] = g_list_model_get_item (files, i);
          break;
        }
  update (self);
}

void
vr_start_page_choose (VrStartPage *self, VrSide side)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_return_if_fail (VR_IS_START_PAGE (self));

  self->asked = side;
  vr_choose_files (GTK_WINDOW (root),
                   side == VR_SIDE_OLD ? _ ("Choose the Old Article")
                                       : _ ("Choose the New Article"),
                   TRUE, chosen_cb, G_OBJECT (self));
}
