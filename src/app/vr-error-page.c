/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows where there is nothing to compare: one sentence, one button that helps. */
#include "vr-error-page.h"

#include "vr-address.h"
#include "vr-resources.h"
#include "vr-status-page.h"
#include "vr-trouble.h"

struct _VrErrorPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  AdwStatusPage *content;
  GtkLabel *path_label;
  GtkWidget *again_button;
  GtkWidget *address_button;
  GtkWidget *choose_button;
  GtkWidget *forget_button;
};

G_DEFINE_FINAL_TYPE (VrErrorPage, vr_error_page, GTK_TYPE_WIDGET)

static void
vr_error_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_ERROR_PAGE);

  G_OBJECT_CLASS (vr_error_page_parent_class)->dispose (object);
}

static void
vr_error_page_class_init (VrErrorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_error_page_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-error-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VrErrorPage, content);
  gtk_widget_class_bind_template_child (widget_class, VrErrorPage, path_label);
  gtk_widget_class_bind_template_child (widget_class, VrErrorPage, again_button);
  gtk_widget_class_bind_template_child (widget_class, VrErrorPage, address_button);
  gtk_widget_class_bind_template_child (widget_class, VrErrorPage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, VrErrorPage, forget_button);
}

static void
vr_error_page_init (VrErrorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vr_status_page_mend (self->content);
}

/* A server may be back in a moment; a file that may come back is tried again by F5. */
static void
show_page_buttons (VrErrorPage *self, gboolean is_page, gboolean may_pass)
{
  gtk_widget_set_visible (self->again_button, is_page && may_pass);
  gtk_widget_set_visible (self->address_button, is_page);
  if (may_pass)
    gtk_widget_remove_css_class (self->address_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->address_button, "suggested-action");
}

void
vr_error_page_set_error (VrErrorPage *self, const GError *error, GFile *file,
                         const char *recent_key)
{
  g_autofree char *sentence = vr_trouble_dup_sentence (error, file);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  gboolean is_page = file != NULL && vr_address_is_page (file);
  /* The sentence calls a page by its whole address. */
  g_autofree char *path = file != NULL && !is_page ? g_file_get_parse_name (file) : NULL;

  g_return_if_fail (VR_IS_ERROR_PAGE (self));

  adw_status_page_set_title (self->content, vr_trouble_get_heading (error, file));
  adw_status_page_set_description (self->content, markup);
  gtk_label_set_label (self->path_label, path != NULL ? path : "");
  gtk_widget_set_visible (GTK_WIDGET (self->path_label), path != NULL);
  gtk_widget_set_visible (self->choose_button, !is_page);
  show_page_buttons (self, is_page, vr_trouble_may_pass (error));
  gtk_widget_set_visible (self->forget_button, recent_key != NULL);
  if (recent_key != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->forget_button), "s", recent_key);
}

void
vr_error_page_take_focus (VrErrorPage *self)
{
  g_return_if_fail (VR_IS_ERROR_PAGE (self));

  gtk_widget_grab_focus (gtk_widget_get_visible (self->choose_button)  ? self->choose_button
                         : gtk_widget_get_visible (self->again_button) ? self->again_button
                                                                       : self->address_button);
}
