/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says in passing, and how the reader takes it back. */
#include "vr-button-names.h"
#include "vr-window-private.h"

#include <glib/gi18n-lib.h>

#define TOLD_KEY "vr-told"

/* In a window narrower than this, beside the buttons, so long a line is seen whole. */
#define NARROW_PX 560
#define NARROW_CHARS 18

/* A toast is seen for five seconds; in the first two of them it may as well say something else. */
#define FRESH_MS 2000

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
undo_cb (AdwToast *toast, gpointer user_data)
{
  const Told *told = g_object_get_data (G_OBJECT (toast), TOLD_KEY);

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

static int
get_library_bar_height (VrWindow *self)
{
  VrTimelineView *timeline = vr_library_page_get_timeline (self->library_page);
  GtkWidget *button = GTK_WIDGET (gtk_widget_get_template_child (
      GTK_WIDGET (timeline), VR_TYPE_TIMELINE_VIEW, "compare_button"));

  return gtk_widget_get_mapped (button) ? gtk_widget_get_height (gtk_widget_get_parent (button))
                                        : 0;
}

/* Below what is read stands a bar that is needed while the toast is there. */
static int
get_bar_height (VrWindow *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->compare_page)))
    return vr_compare_page_get_bar_height (self->compare_page);

  return self->library_page != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->library_page))
             ? get_library_bar_height (self)
             : 0;
}

/* A toast that waits for another to go has no widget until then. */
static void
toast_shown_cb (GListModel *shown, guint position, guint n_removed, guint n_added, VrWindow *self)
{
  if (n_added > 0)
    self->toast_shown_at = g_get_monotonic_time ();
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) widget = g_list_model_get_item (shown, i);

      if (widget == adw_toast_overlay_get_child (self->toasts))
        continue;
      vr_button_names_mend (widget, _ ("Close This Notice"));
      gtk_widget_set_margin_bottom (widget, get_bar_height (self));
    }
}

static void
dismissed_cb (AdwToast *toast, VrWindow *self)
{
  self->n_toasts--;
  if (toast == self->plain_toast)
    g_clear_weak_pointer (&self->plain_toast);
}

static AdwToast *
make_toast (VrWindow *self, const char *sentence)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_custom_title (toast, make_title (self, sentence));
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  if (self->shown_toasts == NULL)
    {
      self->shown_toasts = gtk_widget_observe_children (GTK_WIDGET (self->toasts));
      g_signal_connect (self->shown_toasts, "items-changed", G_CALLBACK (toast_shown_cb), self);
    }

  return toast;
}

static void
add_toast (VrWindow *self, AdwToast *toast)
{
  self->n_toasts++;
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Toasts wait for each other, so that the last of many would come long after it was meant: it takes
 * the place of the one before.  That goes to be seen anew, unless it came in only now: libadwaita
 * 1.2 would free its animation while that is running; or another waits, which would come first. */
static AdwToast *
take_place (VrWindow *self, AdwToast *before, const char *sentence)
{
  gint64 age_ms = (g_get_monotonic_time () - self->toast_shown_at) / 1000;

  if (before != NULL && (age_ms < FRESH_MS || self->n_toasts > 1))
    {
      gtk_label_set_label (GTK_LABEL (adw_toast_get_custom_title (before)), sentence);
      return before;
    }
  if (before != NULL)
    adw_toast_dismiss (before);

  return make_toast (self, sentence);
}

void
vr_window_tell (VrWindow *self, const char *sentence)
{
  AdwToast *toast = take_place (self, self->plain_toast, sentence);

  if (toast == self->plain_toast)
    return;
  g_set_weak_pointer (&self->plain_toast, toast);
  add_toast (self, toast);
}

/* What was said in passing does not hold up what can be taken back. */
static void
make_room (VrWindow *self)
{
  gint64 age_ms = (g_get_monotonic_time () - self->toast_shown_at) / 1000;

  if (self->plain_toast != NULL && self->n_toasts == 1 && age_ms >= FRESH_MS)
    adw_toast_dismiss (self->plain_toast);
}

static AdwToast *
tell_with (VrWindow *self, AdwToast *before, const char *sentence, const char *label, VrUndo undo,
           gpointer data, GDestroyNotify free_data)
{
  Told *told = g_new0 (Told, 1);
  AdwToast *toast;

  make_room (self);
  toast = take_place (self, before, sentence);
  *told = (Told){ self, undo, data, free_data };
  g_object_set_data_full (G_OBJECT (toast), TOLD_KEY, told, told_free);
  if (toast == before)
    return toast;
  adw_toast_set_button_label (toast, label);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (undo_cb), NULL);
  add_toast (self, toast);

  return toast;
}

AdwToast *
vr_window_tell_undo (VrWindow *self, AdwToast *before, const char *sentence, VrUndo undo,
                     gpointer data, GDestroyNotify free_data)
{
  return tell_with (self, before, sentence, _ ("_Undo"), undo, data, free_data);
}

static void
open_uri (VrWindow *self, gpointer uri)
{
  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

void
vr_window_tell_file (VrWindow *self, const char *sentence, GFile *file)
{
  tell_with (self, NULL, sentence, _ ("_Open"), open_uri, g_file_get_uri (file), g_free);
}
