/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a name, and says what it will do while it is typed. */
#include "vr-name-dialog.h"

#include "vr-button-names.h"
#include "vr-completion.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define ACCEPT "accept"
#define CANCEL "cancel"

typedef struct
{
  AdwMessageDialog *dialog; /* which owns this */
  GtkEditable *entry;
  GtkLabel *hint;
  VrNameCheck check;
  VrNameAnswer answer;
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

static void
changed_cb (Asking *asking)
{
  g_autofree char *hint = NULL;
  gboolean fits = asking->check (gtk_editable_get_text (asking->entry), &hint, asking->data);

  gtk_label_set_label (asking->hint, hint != NULL ? hint : "");
  adw_message_dialog_set_response_enabled (asking->dialog, ACCEPT, fits);
  /* Who cannot see the line below hears it with the entry. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (asking->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint != NULL ? hint : "",
                                  -1);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  g_autofree char *hint = NULL;
  const char *text = gtk_editable_get_text (asking->entry);

  if (g_str_equal (response, ACCEPT) && asking->check (text, &hint, asking->data))
    asking->answer (text, asking->data);
}

static void
complete (GtkEntry *entry, const GPtrArray *known)
{
  g_autoptr (GtkListStore) store = vr_completion_new (entry);

  for (guint i = 0; i < known->len; i++)
    vr_completion_add (store, g_ptr_array_index (known, i));
}

static GtkWidget *
make_content (Asking *asking, const VrNameQuestion *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *hint = gtk_label_new (NULL);

  asking->entry = GTK_EDITABLE (entry);
  asking->hint = GTK_LABEL (hint);
  gtk_widget_set_name (entry, "name-entry");
  gtk_editable_set_text (asking->entry, question->text);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question->entry_label, -1);
  if (question->known != NULL)
    complete (GTK_ENTRY (entry), question->known);
  gtk_label_set_wrap (asking->hint, TRUE);
  gtk_label_set_wrap_mode (asking->hint, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (asking->hint, 0);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), hint);

  return box;
}

void
vr_name_dialog_ask (GtkWindow *parent, const VrNameQuestion *question, VrNameCheck check,
                    VrNameAnswer answer, gpointer data, GDestroyNotify free_data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, question->heading, question->body);
  Asking *asking = g_new0 (Asking, 1);

  asking->dialog = ADW_MESSAGE_DIALOG (dialog);
  asking->check = check;
  asking->answer = answer;
  asking->data = data;
  asking->free_data = free_data;
  adw_message_dialog_add_responses (asking->dialog, CANCEL, _ ("_Cancel"), ACCEPT, question->accept,
                                    NULL);
  adw_message_dialog_set_response_appearance (asking->dialog, ACCEPT, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (asking->dialog, ACCEPT);
  adw_message_dialog_set_close_response (asking->dialog, CANCEL);
  adw_message_dialog_set_extra_child (asking->dialog, make_content (asking, question));
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asking, asking_free, 0);
  g_signal_connect_swapped (asking->entry, "changed", G_CALLBACK (changed_cb), asking);
  vr_button_names_mend (dialog, NULL);
  changed_cb (asking);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (asking->entry));
}
