/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a note on a change. */
#include "vr-note-dialog.h"

#include "vr-button-names.h"
#include "vr-notes.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define KEEP "keep"
#define REMOVE "remove"
#define CANCEL "cancel"

/* Four lines of a usual font; more scroll. */
#define EDITOR_HEIGHT_PX 110

typedef struct
{
  AdwMessageDialog *dialog; /* which owns this */
  GtkTextBuffer *buffer;
  VrNoteAnswer answer;
  gpointer data;
  GDestroyNotify free_data;
} Asking;

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  asking->free_data (asking->data);
  g_free (asking);
}

static char *
dup_text (Asking *asking)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (asking->buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (asking->buffer, &start, &end, FALSE));
}

static void
changed_cb (Asking *asking)
{
  g_autofree char *text = dup_text (asking);

  adw_message_dialog_set_response_enabled (asking->dialog, KEEP,
                                           *text != '\0' && strlen (text) <= VR_NOTE_MAX_BYTES);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  g_autofree char *text = dup_text (asking);

  if (g_str_equal (response, KEEP) && *text != '\0')
    asking->answer (text, asking->data);
  else if (g_str_equal (response, REMOVE))
    asking->answer ("", asking->data);
}

/* Enter begins a line of the note, so that Control with it keeps it. */
static gboolean
keep_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_widget_activate_default (widget);

  return TRUE;
}

static GtkEventController *
make_keys (void)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                        gtk_callback_action_new (keep_cb, NULL, NULL)));

  return controller;
}

static GtkWidget *
make_content (Asking *asking, const char *text)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  asking->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (asking->buffer, text, -1);
  gtk_widget_set_name (view, "note");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"),
                                  -1);
  gtk_widget_add_controller (view, make_keys ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, -1, EDITOR_HEIGHT_PX);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);

  return scroller;
}

void
vr_note_dialog_ask (GtkWindow *parent, const char *about, const char *text, VrNoteAnswer answer,
                    gpointer data, GDestroyNotify free_data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Your Note"), about);
  Asking *asking = g_new0 (Asking, 1);
  GtkWidget *content;

  asking->dialog = ADW_MESSAGE_DIALOG (dialog);
  asking->answer = answer;
  asking->data = data;
  asking->free_data = free_data;
  content = make_content (asking, text);
  adw_message_dialog_add_response (asking->dialog, CANCEL, _ ("_Cancel"));
  if (*text != '\0')
    {
      adw_message_dialog_add_response (asking->dialog, REMOVE, _ ("_Remove Note"));
      adw_message_dialog_set_response_appearance (asking->dialog, REMOVE, ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_add_response (asking->dialog, KEEP, _ ("_Keep Note"));
  adw_message_dialog_set_response_appearance (asking->dialog, KEEP, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (asking->dialog, KEEP);
  adw_message_dialog_set_close_response (asking->dialog, CANCEL);
  adw_message_dialog_set_extra_child (asking->dialog, content);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free, 0);
  g_signal_connect_swapped (asking->buffer, "changed", G_CALLBACK (changed_cb), asking);
  vr_button_names_mend (dialog, NULL);
  changed_cb (asking);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (content)));
}
