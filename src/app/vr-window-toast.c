/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says in passing, and how the reader takes it back. */
#include "vr-window-private.h"

#include <glib/gi18n-lib.h>

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
    g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), told, free_closure_cb, 0);
  else
    told_free (told);
  adw_toast_overlay_add_toast (self->toasts, toast);

  return toast;
}
