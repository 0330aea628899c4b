/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows first: ways to begin, or two places of which one waits; and cards. */
#include "vr-start-page.h"

#include "vr-choose-file.h"
#include "vr-columns-layout.h"
#include "vr-file-name.h"
#include "vr-recents-view.h"
#include "vr-resources.h"

#include <glib/gi18n-lib.h>

struct _VrStartPage
{
  GtkWidget parent_instance;

  GFile *files[VR_N_SIDES];
  VrSide asked; /* the side the file chooser was opened for */

  /* Template widgets */
  GtkWidget *content;
  GtkLabel *sentence_label;
  GtkStack *stack;
  GtkWidget *sample_button;
  GtkWidget *other_page_button;
  GtkWidget *start_over_button;
  VrRecentsView *recents_view;
  GtkWidget *old_button;
  GtkWidget *new_button;
  GtkLabel *old_label;
  GtkLabel *new_label;
};

enum
{
  PROP_0,
  PROP_WAITING,
  N_PROPS,
};

enum
{
  CHOSEN,
  COMPARE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrStartPage, vr_start_page, GTK_TYPE_WIDGET)

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
      content = vr_file_name_dup (self->files[side]);
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

static char *
dup_sentence (VrStartPage *self)
{
  g_autofree char *name = NULL;

  if (!vr_start_page_is_waiting (self))
    return g_strdup (_ ("See what became of every paragraph: kept, edited, moved, split, added or "
                        "removed."));
  name =
      vr_file_name_dup (self->files[self->files[VR_SIDE_OLD] != NULL ? VR_SIDE_OLD : VR_SIDE_NEW]);

  /* Translators: the name of a file. */
  return g_strdup_printf (_ ("Choose the article to compare with “%s”."), name);
}

/* With no file there are ways to begin, with one there are its place and a free one. */
static void
update_page (VrStartPage *self)
{
  gboolean is_waiting = vr_start_page_is_waiting (self);
  g_autofree char *sentence = dup_sentence (self);

  update_place (self, VR_SIDE_OLD);
  update_place (self, VR_SIDE_NEW);
  gtk_label_set_label (self->sentence_label, sentence);
  gtk_stack_set_visible_child_name (self->stack, is_waiting ? "places" : "doors");
  gtk_widget_set_visible (self->sample_button, !is_waiting);
  gtk_widget_set_visible (self->other_page_button, is_waiting);
  gtk_widget_set_visible (self->start_over_button, is_waiting);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
update (VrStartPage *self)
{
  g_autoptr (GFile) old_file = NULL;
  g_autoptr (GFile) new_file = NULL;

  update_page (self);
  if (self->files[VR_SIDE_OLD] == NULL || self->files[VR_SIDE_NEW] == NULL)
    return;

  /* Whoever comes back finds both places free again. */
  old_file = g_steal_pointer (&self->files[VR_SIDE_OLD]);
  new_file = g_steal_pointer (&self->files[VR_SIDE_NEW]);
  g_signal_emit (self, signals[COMPARE], 0, old_file, new_file);
  update_page (self);
}

static void
set_both (VrStartPage *self, GListModel *files)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_clear_object (&self->files[side]);
      self->files[side] = g_list_model_get_item (files, side);
    }
  update (self);
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
      set_both (self, files);
      return;
    }
  file = g_list_model_get_item (files, 0);
  g_signal_emit (self, signals[CHOSEN], 0, self->asked, file);
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
vr_start_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_WAITING:
      g_value_set_boolean (value, vr_start_page_is_waiting (VR_START_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
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

  G_OBJECT_CLASS (klass)->get_property = vr_start_page_get_property;
  G_OBJECT_CLASS (klass)->dispose = vr_start_page_dispose;

  properties[PROP_WAITING] =
      g_param_spec_boolean ("waiting", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_FILE);
  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_FILE, G_TYPE_FILE);

  g_type_ensure (VR_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (VR_TYPE_RECENTS_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "startpage");
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VrStartPage, content);
  gtk_widget_class_bind_template_child (widget_class, VrStartPage, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, VrStartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, VrStartPage, sample_button);
  gtk_widget_class_bind_template_child (widget_class, VrStartPage, other_page_button);
  gtk_widget_class_bind_template_child (widget_class, VrStartPage, start_over_button);
  gtk_widget_class_bind_template_child (widget_class, VrStartPage, recents_view);
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
  update (self);
}

void
vr_start_page_set_file (VrStartPage *self, VrSide side, GFile *file)
{
  g_return_if_fail (VR_IS_START_PAGE (self));

  g_set_object (&self->files[side], file);
  update (self);
}

GFile *
vr_start_page_dup_file (VrStartPage *self, VrSide side)
{
  g_return_val_if_fail (VR_IS_START_PAGE (self), NULL);

  return self->files[side] != NULL ? g_object_ref (self->files[side]) : NULL;
}

void
vr_start_page_offer (VrStartPage *self, GFile *file)
{
  g_return_if_fail (VR_IS_START_PAGE (self));

  vr_start_page_set_file (self, self->files[VR_SIDE_OLD] == NULL ? VR_SIDE_OLD : VR_SIDE_NEW, file);
}

gboolean
vr_start_page_is_waiting (VrStartPage *self)
{
  g_return_val_if_fail (VR_IS_START_PAGE (self), FALSE);

  return (self->files[VR_SIDE_OLD] != NULL) != (self->files[VR_SIDE_NEW] != NULL);
}

void
vr_start_page_start_over (VrStartPage *self)
{
  g_return_if_fail (VR_IS_START_PAGE (self));

  for (guint side = 0; side < VR_N_SIDES; side++)
    g_clear_object (&self->files[side]);
  update (self);
}

void
vr_start_page_set_recents (VrStartPage *self, const GPtrArray *recents)
{
  g_return_if_fail (VR_IS_START_PAGE (self));

  vr_recents_view_set_recents (self->recents_view, recents);
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
                   chosen_cb, G_OBJECT (self));
}
