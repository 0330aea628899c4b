/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says in passing, and how the reader takes it back. */
#include "vr-window-private.h"

#include <glib/gi18n-lib.h>

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

void
vr_window_tell (VrWindow *self, const char *sentence, VrUndo undo, gpointer data,
                GDestroyNotify free_data)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (markup);
  Told *told = g_new0 (Told, 1);

  g_return_if_fail (VR_IS_WINDOW (self));

  *told = (Told){ self, undo, data, free_data };
  if (undo != NULL)
    adw_toast_set_button_label (toast, _ ("_Undo"));
  if (undo != NULL)
    g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), told, free_closure_cb, 0);
  else
    told_free (told);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
