/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says in passing, and how the reader takes it back. */
#include "vr-button-names.h"
#include "vr-window-private.h"

#include <glib/gi18n-lib.h>

#define TOLD_KEY "vr-told"

/* In a window narrower than this, beside the buttons, so long a line is seen whole. */
#define NARROW_PX 560
#define NARROW_CHARS 18

typedef struct
{
  VrWindow *window; /* outlives its toasts */
  VrUndo undo;
  gpointer data;
  GDestroyNotify free_data;
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  if (told->free_data != NULL)
    told->free_data (told->data);
  g_free (told);
}

static void
free_closure_cb (gpointer data, GClosure *closure)
{
  told_free (data);
}

static void
undo_cb (AdwToast *toast, Told *told)
{
  told->undo (told->window, told->data);
}

/* A toast's own title is cut where the window is narrow; this one takes more lines there. */
static GtkWidget *
make_title (VrWindow *self, const char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (gtk_widget_get_width (GTK_WIDGET (self)) < NARROW_PX)
    gtk_label_set_max_width_chars (GTK_LABEL (label), NARROW_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

/* A toast that waits for another to go has no widget until then. */
static void
toast_shown_cb (GListModel *shown, guint position, guint n_removed, guint n_added, VrWindow *self)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) widget = g_list_model_get_item (shown, i);

      if (widget != adw_toast_overlay_get_child (self->toasts))
        vr_button_names_mend (widget, _ ("Close This Notice"));
    }
}

AdwToast *
vr_window_tell (VrWindow *self, const char *sentence, VrUndo undo, gpointer data,
                GDestroyNotify free_data)
{
  AdwToast *toast = adw_toast_new ("");
  Told *told = g_new0 (Told, 1);

  g_return_val_if_fail (VR_IS_WINDOW (self), NULL);

  adw_toast_set_custom_title (toast, make_title (self, sentence));
  *told = (Told){ self, undo, data, free_data };
  if (undo != NULL)
    adw_toast_set_button_label (toast, _ ("_Undo"));
  if (undo != NULL)
    {
      g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), told, free_closure_cb,
                             0);
      g_object_set_data (G_OBJECT (toast), TOLD_KEY, told);
    }
  else
    told_free (told);
  if (self->shown_toasts == NULL)
    {
      self->shown_toasts = gtk_widget_observe_children (GTK_WIDGET (self->toasts));
      g_signal_connect (self->shown_toasts, "items-changed", G_CALLBACK (toast_shown_cb), self);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);

  return toast;
}

void
vr_window_tell_instead (AdwToast *toast, const char *sentence, gpointer data)
{
  Told *told = g_object_get_data (G_OBJECT (toast), TOLD_KEY);

  g_return_if_fail (told != NULL && told->free_data == NULL);

  told->data = data;
  gtk_label_set_label (GTK_LABEL (adw_toast_get_custom_title (toast)), sentence);
}
